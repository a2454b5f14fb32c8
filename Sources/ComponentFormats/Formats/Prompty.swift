import SourceText
import YAMLDocuments

/// Microsoft's Prompty, version 2 (microsoft/prompty, docs/model and runtime/python): `.prompty` files with front matter
/// and a Jinja or Mustache body, in which lines such as `user:` open messages. Names of version 1 are known too.
enum Prompty: ComponentFormat {

    package static let description = FormatDescription(
        "Prompty 1 and 2",
        files: "`.prompty`",
        source: "microsoft/prompty, specification")

    private static let ownKeys: Set<String> = [
        "$schema", "authors", "base", "description", "displayName", "inputs", "metadata", "model", "name", "outputs",
        "sample", "tags", "template", "tools", "version",
    ]

    private static let fences: [StaticString] = ["---", "+++"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name", "id"],
        ["/description", "/displayName", "/authors", "/authors[]", "/tags", "/tags[]", "/$schema", "/metadata.**"]
            .map { .init($0, .note) } + [
                .init("/model", .modelID), .init("/model.id", .modelID), .init("/model.provider", .modelProvider),
                .init("/model.connection.endpoint", "model.endpoint"),
                .init("/model.configuration.azure_deployment", .modelID), .init("/model.configuration.name", .modelID),
                .init("/model.configuration.type", .modelProvider),
                .init("/model.configuration.azure_endpoint", "model.endpoint"),
                .init("/inputs", .inputDeclaration), .init("/inputs[]", .inputDeclaration),
                .init("/inputs.**", .inputDeclaration),
                .init("/inputs[].default", .inputDefault), .init("/inputs.*.default", .inputDefault),
                // Version 1 puts the sample in where no value is given.
                .init("/sample", .inputDefault), .init("/sample.**", .inputDefault),
                .init("/outputs", .outputSchema), .init("/outputs[]", .outputSchema),
                .init("/outputs.**", .outputSchema),
                .init("/tools", .promptTool), .init("/tools[]", .promptTool), .init("/tools.**", .promptTool),
                .init("/tools[].approvalMode", "tool.approval"), .init("/tools[].approvalMode.kind", "tool.approval"),
                .init("/template", .templateEngine), .init("/template.**", .templateEngine),
            ] + InferenceSettings.rows(below: "/model.options") + InferenceSettings.rows(below: "/model.parameters"))

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("prompty"), file.text != nil else { return nil }
        switch FrontMatter.find(in: file.source.bytes, fences: fences) {
        case .absent:
            let template = RoleLines.apply(
                to: JinjaTemplate.read(MappedText(file.source)) { file.path(of: $0) }.template)
            guard template.pieces.contains(where: { if case .role = $0.kind { true } else { false } }) else {
                return nil
            }
            return read(file, settings: nil, body: 0, .assumed)
        case .unclosed(let fence):
            guard FrontMatter.mentions(ownKeys, in: file.source, fence.upperBound..<file.source.bytes.count) else {
                return nil
            }
            return .broken(
                FormatIdentity("prompty", .signature),
                ReadingDefect(
                    "the front matter is not closed", at: fence,
                    mend: "End it with a line like the one that opens it."))
        case .found(let matter, let body):
            let stream = FrontMatter.read(file.source, matter)
            if let defect = FrontMatter.defect(in: file.source, matter) {
                guard FrontMatter.mentions(ownKeys, in: file.source, matter) else { return nil }
                return .broken(FormatIdentity("prompty", .signature), defect)
            }
            guard stream.documents.count <= 1, let root = stream.documents.first?.root, root.kind == .mapping,
                root.entries.contains(where: { ownKeys.contains($0.key.text) })
            else { return nil }
            let settings = SettingsDocument(source: file.source, roots: [root], vocabulary: vocabulary)
            return read(file, settings: settings, body: body.lowerBound, .signature)
        }
    }

    private static func read(
        _ file: ComponentFile, settings: SettingsDocument?, body: Int, _ confidence: FormatIdentity.Confidence
    ) -> ComponentReading {
        let root = settings?.roots.first
        let reading = engine(root).read(MappedText(file.source), from: body) { file.path(of: $0) }
        let template = ExampleMarks.mark(RoleLines.apply(to: reading.template))
        var includes = Includes(file: file)
        if let root { includes.search(root) }
        let references = template.pieces.compactMap { piece -> FileReference? in
            guard case .partial(_, let path, _, _) = piece.kind else { return nil }
            return FileReference(source: file.source, range: piece.range, candidates: [path])
        }
        return ComponentReading(
            FormatIdentity("prompty", version: version(root), confidence),
            prompts: [NamedPrompt(template, defaults: defaults(root))], settings: settings,
            references: includes.references + references, defects: reading.defects + includes.defects)
    }

    /// Version 1 has `model.api`, `model.configuration` or a `sample`; what has none of them is taken for the newest.
    private static func version(_ root: YAMLNode?) -> String {
        let isOld = root?["sample"] != nil || root?["model"]?["api"] != nil || root?["model"]?["configuration"] != nil
        return isOld ? "1" : "2"
    }

    /// `template: mustache`, `template: {format: mustache}`, `template: {format: {kind: mustache}}`; Jinja without.
    private static func engine(_ root: YAMLNode?) -> PromptTemplate.Engine {
        let template = root?["template"]
        let format = template?["format"] ?? template?["type"]
        let name = format?["kind"]?.text ?? format?.text ?? template?.text ?? ""
        switch name.lowercased() {
        case "mustache": return .mustache
        case "handlebars": return .handlebars
        case "none": return .verbatim
        default: return .jinja2
        }
    }

    private static func defaults(_ root: YAMLNode?) -> Set<String> {
        let inputs = root?["inputs"]
        let listed = inputs?.items.compactMap { $0["default"] == nil ? nil : $0["name"]?.text } ?? []
        // A plain value under a name is its default.
        let named =
            inputs?.entries.compactMap { entry in
                entry.value["default"] != nil || entry.value.kind == .scalar ? entry.key.text : nil
            } ?? []
        return Set(listed + named + (root?["sample"]?.entries.map(\.key.text) ?? []))
    }

    /// Values `${file:schema.json}`. A runtime refuses files outside the prompt's folder.
    private struct Includes {
        let file: ComponentFile
        private(set) var references: [FileReference] = []
        private(set) var defects: [ReadingDefect] = []

        init(file: ComponentFile) { self.file = file }

        mutating func search(_ node: YAMLNode) {
            for entry in node.entries { search(entry.value) }
            for item in node.items { search(item) }
            let text = node.text
            guard node.kind == .scalar, text.hasPrefix("${file:"), text.hasSuffix("}") else { return }
            let name = text.dropFirst(7).dropLast()
            guard let path = file.path(of: name), path.hasPrefix(file.folder) else {
                defects.append(
                    ReadingDefect(
                        "the file \(name) is outside the prompt's folder", at: node.range,
                        mend: "Move it beside the prompt or below; Prompty reads no other place."))
                return
            }
            references.append(FileReference(source: file.source, range: node.range, candidates: [path]))
        }
    }
}
