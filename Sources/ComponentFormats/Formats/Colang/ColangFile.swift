import PlanModel
import SourceText
import YAMLDocuments

/// A `.co` file of NeMo Guardrails: flows and messages in Colang 1 or 2 (docs.nvidia.com/nemo/guardrails, "Colang 1.0
/// language syntax", "Colang 2.0 language reference"). It is read line by line: enough to name what is defined and to
/// tell words from comments, and nothing that the file says is left out.
enum ColangFile: ComponentFormat {

    package static let description = FormatDescription(
        "Colang 1 and 2",
        files: "`.co` among the guardrails",
        source: "docs.nvidia.com/nemo/guardrails, Colang language reference")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name"], labelKeys: ["name"],
        [
            .init("/flows[]", .guardrailFlow),
            .init("/flows[].body", .guardrailFlowBody, isWhole: true),
            .init("/flows[].decorators", .guardrailFlowBody, isWhole: true),
            .init("/flows[].parameters", .guardrailText),
            .init("/flows[].kind", .guardrailText),
            .init("/definitions[]", .guardrailText),
            .init("/definitions[].body", .guardrailText, isWhole: true),
            .init("/statements", .guardrailText, isWhole: true),
        ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .guardrails, file.hasExtension("co"), file.text != nil,
            let version = ColangLines.version(of: file.source)
        else { return nil }
        let identity = FormatIdentity("colang", version: version.rawValue, .signature)
        let lines = ColangLines(file.source, version: version)
        if let unclosed = lines.unclosed {
            return .broken(
                identity,
                ReadingDefect(
                    "the text that opens here is not closed", at: unclosed, mend: "Close it with the same three quotes."
                ))
        }
        let root = tree(ColangDefinitions(lines), end: file.source.bytes.count)
        return ComponentReading(
            identity, settings: SettingsDocument(foreign: root, source: file.source, vocabulary: vocabulary))
    }

    private static func tree(_ file: ColangDefinitions, end: Int) -> ForeignNode {
        let flows = file.definitions.filter(\.isFlow).map(record)
        let others = file.definitions.filter { !$0.isFlow }.map(record)
        let start = 0..<min(1, end)
        var entries: [ForeignEntry] = []
        for (key, items) in [("flows", flows), ("definitions", others)] where !items.isEmpty {
            entries.append(ForeignEntry(key, at: start, .list(items, at: 0..<end)))
        }
        if !file.statements.isEmpty { entries.append(ForeignEntry("statements", at: start, list(file.statements))) }
        return .record(entries, at: 0..<end)
    }

    private static func record(_ definition: ColangDefinition) -> ForeignNode {
        let place = definition.nameRange
        // A message is named with its kind: `bot refuse` and `user refuse` are two things.
        let name = definition.isFlow ? definition.name : "\(definition.kind) \(definition.name)"
        var entries = [ForeignEntry("name", at: place, .text(name, at: place))]
        if definition.isFlow { entries.append(ForeignEntry("kind", at: place, .text(definition.kind, at: place))) }
        if !definition.decorators.isEmpty {
            entries.append(ForeignEntry("decorators", at: place, list(definition.decorators)))
        }
        if let parameters = definition.parameters {
            entries.append(ForeignEntry("parameters", at: place, .text(parameters.text, at: parameters.range)))
        }
        if !definition.body.isEmpty { entries.append(ForeignEntry("body", at: place, list(definition.body))) }
        let end = max(place.upperBound, definition.body.last?.range.upperBound ?? 0)
        return .record(entries, at: place.lowerBound..<end)
    }

    /// Lines with their level: how far they are indented does not count, but what they are below does.
    private static func list(_ lines: [ColangLine]) -> ForeignNode {
        var levels: [Int] = []
        let items = lines.map { line -> ForeignNode in
            guard !line.isQuoted, !line.isInstruction else { return .text(line.text, at: line.range) }
            while let last = levels.last, last > line.indentation { levels.removeLast() }
            if levels.last != line.indentation { levels.append(line.indentation) }
            return .text(String(repeating: "  ", count: levels.count - 1) + line.text, at: line.range)
        }
        let start = lines.first?.range.lowerBound ?? 0
        return .list(items, at: start..<max(start, lines.last?.range.upperBound ?? start))
    }
}
