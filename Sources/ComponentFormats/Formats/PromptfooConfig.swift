import PlanModel
import SourceText
import YAMLDocuments

/// A promptfoo configuration (promptfoo.dev/docs, "Reference", "Prompt Configuration", "Assertions & metrics"): prompts
/// under evaluation with their models, and what is asserted of the answers.
enum PromptfooConfig: ComponentFormat {

    package static let description = FormatDescription(
        "promptfoo",
        files: "YAML or JSON with providers and prompts or tests",
        source: "promptfoo.dev/docs, Reference")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "label", "description", "metric", "type", "name"],
        [
            .init("/description", .note), .init("/tags", .note), .init("/tags.**", .note),
            .init("/prompts", .promptText), .init("/prompts[]", .promptText), .init("/prompts[].raw", .promptText),
            .init("/prompts[].id", .promptText), .init("/prompts[].label", .promptText),
            .init("/prompts.*", .promptText),
            .init("assert[]", .assertion), .init("assert[].value", .assertion),
            .init("assert[].threshold", .assertionThreshold),
            .init("/tests[].threshold", .assertionThreshold), .init("/defaultTest.threshold", .assertionThreshold),
            .init("/sharing", .note), .init("/outputPath", .note), .init("/evaluateOptions.**", .note),
        ]
            + ["/providers", "/targets"].flatMap { list -> [SettingVocabulary.Row] in
                [
                    .init(list, .modelID), .init("\(list)[]", .modelID), .init("\(list)[].id", .modelID),
                    .init("\(list)[].label", .note), .init("\(list)[].config.apiBaseUrl", "model.endpoint"),
                ] + InferenceSettings.rows(below: "\(list)[].config")
            })

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category != nil, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping,
            root["providers"] ?? root["targets"] != nil,
            ["prompts", "tests", "defaultTest", "scenarios", "redteam"].contains(where: { root[$0] != nil })
        else { return nil }
        var reader = PromptfooReader(file: file)
        if let prompts = root["prompts"] { reader.read(prompts) }
        return ComponentReading(
            FormatIdentity("promptfoo", .signature), prompts: reader.prompts, hostedPrompts: reader.hosted,
            settings: settings, references: reader.references, defects: reader.defects)
    }
}

private struct PromptfooReader {
    let file: ComponentFile
    private(set) var prompts: [NamedPrompt] = []
    private(set) var hosted: [HostedPrompt] = []
    private(set) var references: [FileReference] = []
    private(set) var defects: [ReadingDefect] = []
    /// Files that are read as text when a prompt is no more than their name ("Supported File Formats").
    private static let textFiles = [".txt", ".md", ".j2", ".json", ".yaml", ".yml", ".csv", ".jsonl"]

    init(file: ComponentFile) { self.file = file }

    mutating func read(_ node: YAMLNode) {
        switch node.kind {
        case .scalar: add(node, name: nil)
        case .sequence:
            for item in node.items {
                guard item.kind == .mapping else {
                    add(item, name: nil)
                    continue
                }
                if let text = item["raw"] ?? item["id"] { add(text, name: item["label"]?.text) }
            }
        case .mapping:
            // Older files name each prompt's path or text and give its label.
            for entry in node.entries { add(entry.key, name: entry.value.text) }
        }
    }

    private mutating func add(_ node: YAMLNode, name: String?) {
        guard node.kind == .scalar else { return }
        let text = node.text
        if let prompt = HostedPrompts.reference(text, in: file.source, node.range) {
            hosted.append(prompt)
            return
        }
        let name = name ?? "prompt \(prompts.count + 1)"
        if let path = fileName(text) {
            // A glob stands for files that only the tree knows; a function's name follows the path.
            guard !path.contains("*"), let target = file.path(of: path) else {
                add(piece: node, name)
                return
            }
            references.append(FileReference(source: file.source, range: node.range, candidates: [target]))
            let mapped = MappedText(node, in: file.source)
            let piece = PromptTemplate.Piece(
                .partial(name: path, path: target, arguments: "", engine: .nunjucks), text, in: mapped,
                0..<mapped.bytes.count)
            prompts.append(NamedPrompt(PromptTemplate(engine: .nunjucks, pieces: [piece]), name: name))
            return
        }
        let reading = PromptTemplate.Engine.nunjucks.read(MappedText(node, in: file.source)) { _ in nil }
        prompts.append(NamedPrompt(ExampleMarks.mark(reading.template), name: name))
        defects += reading.defects
    }

    /// What cannot be followed stays visible as it is written.
    private mutating func add(piece node: YAMLNode, _ name: String) {
        let text = MappedText(node, in: file.source)
        prompts.append(
            NamedPrompt(
                PromptTemplate(engine: .nunjucks, pieces: [PromptTemplate.Piece(text: text, 0..<text.bytes.count)]),
                name: name))
    }

    private func fileName(_ text: String) -> String? {
        if text.hasPrefix("file://") {
            let path = text.dropFirst(7)
            // `generate.py:function`.
            return String(path.prefix { $0 != ":" })
        }
        let isPath =
            !text.contains(where: \.isWhitespace) && Self.textFiles.contains(where: text.lowercased().hasSuffix)
        return isPath ? text : nil
    }
}
