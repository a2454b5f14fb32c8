import PlanModel
import SourceText
import YAMLDocuments

/// Texts for users under keys: a locale file, or all languages in one. Keys are compared one by one.
package enum KeyedTexts: ComponentFormat {

    package static let description = FormatDescription(
        "keyed texts",
        files: "YAML or JSON among the texts for users",
        source: "compared key by key")

    package static let name = "keyed-texts"

    static let vocabulary = SettingVocabulary(identityKeys: ["key", "id", "name"], [])

    package static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .experience, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping, hasText(root)
        else { return nil }
        return ComponentReading(FormatIdentity(name, .assumed), settings: settings)
    }

    private static func hasText(_ node: YAMLNode) -> Bool {
        node.string != nil || node.entries.contains { hasText($0.value) } || node.items.contains(where: hasText)
    }
}
