import PlanModel
import SourceText
import YAMLDocuments

/// A RAIL file of Guardrails AI (guardrailsai.com, "RAIL specification"): `<rail version="0.1">` with the output that
/// is wanted, the validators that it has to pass, and the texts for the model. Read as guardrails/schema/rail_schema.py
/// does.
enum RAILFile: ComponentFormat {

    package static let description = FormatDescription(
        "Guardrails AI RAIL",
        files: "`.rail`, `.xml` with a root element `rail`",
        source: "guardrailsai.com, RAIL specification; guardrails/schema/rail_schema.py")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name"],
        ["validators", "format"].flatMap { list -> [SettingVocabulary.Row] in
            [.init("\(list)[]", .guardrail), .init("\(list)[].on-fail", .guardrailAction)]
        } + [
            .init("on-fail.*", .guardrailAction),
            .init("children[]", .guardrailField),
            .init("description", .guardrailText),
            .init("text", .guardrailText),
        ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .guardrails || file.category == .prompts, file.hasExtension("rail", "xml"),
            let text = file.text, text.contains("<rail")
        else { return nil }
        let identity = FormatIdentity("guardrails-ai-rail", version: "0.1", .declared)
        do {
            let root = try XMLReader.read(file.source.bytes)
            guard root.name == "rail" else { return nil }
            return ComponentReading(
                identity,
                settings: SettingsDocument(foreign: RAILTree.root(root), source: file.source, vocabulary: vocabulary))
        } catch {
            return .broken(identity, ReadingDefect(error.message, at: error.range, mend: error.mend))
        }
    }
}
