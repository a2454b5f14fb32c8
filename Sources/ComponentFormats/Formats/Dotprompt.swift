import SourceText
import YAMLDocuments

/// Google's dotprompt (google.github.io/dotprompt): `.prompt` files with YAML front matter and a Handlebars body, and
/// their partials, `_name.prompt` in the same folder.
enum Dotprompt: ComponentFormat {

    package static let description = FormatDescription(
        "dotprompt",
        files: "`.prompt` with dotprompt's front matter or Handlebars tags",
        source: "google.github.io/dotprompt")

    /// Keys of the front matter (dotprompt reference, "Front matter"); one of them tells dotprompt from other tools'
    /// `.prompt` files.
    private static let ownKeys: Set<String> = [
        "config", "description", "ext", "input", "maxTurns", "metadata", "model", "name", "output", "toolDefs", "tools",
        "variant", "version",
    ]
    /// Keys of the npm package promptdiff, which uses the same extension.
    private static let foreignKeys: Set<String> = ["extends", "includes", "sections"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name"],
        [
            .init("/description", .note),
            .init("/model", .modelID),
            .init("/input.schema", .inputDeclaration), .init("/input.schema.**", .inputDeclaration),
            .init("/input.default", .inputDefault), .init("/input.default.**", .inputDefault),
            .init("/output.format", .outputFormat),
            .init("/output.schema", .outputSchema), .init("/output.schema.**", .outputSchema),
            .init("/tools", .promptTool), .init("/tools[]", .promptTool),
            .init("/toolDefs[]", .promptTool), .init("/toolDefs.**", .promptTool),
            .init("/config.safetySettings", .safetySetting), .init("/config.safetySettings.**", .safetySetting),
        ] + InferenceSettings.rows(below: "/config"))

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("prompt"), file.text != nil else { return nil }
        var settings: SettingsDocument?
        var body = file.source.bytes.indices
        var isDeclared = false
        switch FrontMatter.find(in: file.source.bytes) {
        case .absent:
            break
        case .unclosed(let fence):
            return unclosed(file, fence)
        case .found(let matter, let rest):
            guard let read = frontMatter(file.source, range: matter) else {
                return brokenFrontMatter(file, matter)
            }
            settings = read.settings
            isDeclared = read.hasOwnKey
            body = rest
        }
        let reading = HandlebarsTemplate.read(
            MappedText(file.source), from: body.lowerBound, partialPath: { partialPath($0, from: file.source.path) })
        let template = ExampleMarks.mark(reading.template.withInitialRole(file.name.hasPrefix("_") ? "" : "user"))
        let isPartial = file.name.hasPrefix("_")
        let hasTags = template.pieces.contains { $0.kind != .text }
        guard isDeclared || isPartial || hasTags || !reading.defects.isEmpty else { return nil }
        let defaults = settings?.roots.first?["input"]?["default"]?.entries.map(\.key.text) ?? []
        return ComponentReading(
            FormatIdentity("dotprompt", isDeclared ? .signature : .assumed),
            prompts: [NamedPrompt(template, defaults: Set(defaults))], settings: settings,
            references: references(in: template, of: file), defects: reading.defects)
    }

    private static func unclosed(_ file: ComponentFile, _ fence: Range<Int>) -> ComponentReading? {
        guard mentionsOwnKeys(file, fence.upperBound..<file.source.bytes.count) else { return nil }
        return .broken(
            FormatIdentity("dotprompt", .signature),
            ReadingDefect(
                "the front matter is not closed", at: fence, mend: "End it with a line of three hyphens."))
    }

    /// Nil when it is not dotprompt's, or can be read.
    private static func brokenFrontMatter(_ file: ComponentFile, _ matter: Range<Int>) -> ComponentReading? {
        guard mentionsOwnKeys(file, matter), let defect = FrontMatter.defect(in: file.source, matter) else {
            return nil
        }
        return .broken(FormatIdentity("dotprompt", .signature), defect)
    }

    private static func mentionsOwnKeys(_ file: ComponentFile, _ range: Range<Int>) -> Bool {
        FrontMatter.mentions(ownKeys, in: file.source, range)
            && !FrontMatter.mentions(foreignKeys, in: file.source, range)
    }

    /// Nil when a dotprompt reader would refuse it, or when it is another tool's.
    private static func frontMatter(
        _ source: SourceFile, range: Range<Int>
    ) -> (settings: SettingsDocument?, hasOwnKey: Bool)? {
        let stream = FrontMatter.read(source, range)
        guard !stream.hasErrors, stream.documents.count <= 1 else { return nil }
        guard let root = stream.documents.first?.root else { return (nil, false) }
        guard root.kind == .mapping, !root.entries.contains(where: { foreignKeys.contains($0.key.text) }) else {
            return nil
        }
        let settings = SettingsDocument(source: source, roots: [root], vocabulary: vocabulary)
        return (settings, root.entries.contains { ownKeys.contains($0.key.text) })
    }

    private static func references(in template: PromptTemplate, of file: ComponentFile) -> [FileReference] {
        let inline = Set(
            template.pieces.compactMap { piece in
                piece.content.hasPrefix("{{#*inline") ? HandlebarsExpression(piece.content[...]).firstQuoted : nil
            })
        return template.pieces.compactMap { piece in
            guard case .partial(let name, let path, _, _) = piece.kind, !inline.contains(name) else { return nil }
            return FileReference(source: file.source, range: piece.range, candidates: [path])
        }
    }

    /// `prompts/_name.prompt` for a partial `name` used in `prompts/system.prompt`.
    private static func partialPath(_ name: String, from path: String) -> String {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        parts += name.split(separator: "/").map(String.init)
        if let last = parts.popLast() { parts.append("_\(last).prompt") }
        return parts.joined(separator: "/")
    }
}
