import SourceText
import YAMLDocuments

/// The `.prompt` files of the npm package promptdiff: front matter that may extend and include others, and a body cut by
/// headings such as `# PERSONA` and `# CONSTRAINTS`.
enum PromptdiffPrompt: ComponentFormat {

    package static let description = FormatDescription(
        "promptdiff",
        files: "`.prompt` with its front matter or its headings",
        source: "npm, promptdiff")

    private static let ownKeys: Set<String> = ["extends", "includes", "sections"]
    private static let headings: Set<String> = [
        "PERSONA", "CONSTRAINTS", "EXAMPLES", "OUTPUT FORMAT", "GUARDRAILS", "CONTEXT", "SYSTEM", "TASK",
    ]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name"],
        [
            .init("/description", .note), .init("/author", .note), .init("/tags", .note), .init("/tags[]", .note),
            .init("/model", .modelID),
        ] + InferenceSettings.rows(below: ""))

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("prompt"), file.text != nil else { return nil }
        var root: YAMLNode?
        var start = 0
        switch FrontMatter.find(in: file.source.bytes) {
        case .absent: break
        case .unclosed(let fence):
            guard FrontMatter.mentions(ownKeys, in: file.source, fence.upperBound..<file.source.bytes.count) else {
                return nil
            }
            return .broken(
                FormatIdentity("promptdiff", .signature),
                ReadingDefect(
                    "the front matter is not closed", at: fence, mend: "End it with a line of three hyphens."))
        case .found(let matter, let body):
            if let defect = FrontMatter.defect(in: file.source, matter) {
                guard FrontMatter.mentions(ownKeys, in: file.source, matter) else { return nil }
                return .broken(FormatIdentity("promptdiff", .signature), defect)
            }
            root = FrontMatter.read(file.source, matter).documents.first?.root
            start = body.lowerBound
        }
        let isDeclared = root?.entries.contains { ownKeys.contains($0.key.text) } ?? false
        let text = MappedText(file.source)
        let sections = sectionStarts(text, from: start)
        guard isDeclared || sections.contains(where: { headings.contains($0.name) }) else { return nil }
        let places = names(root).compactMap { node in file.path(of: node.text).map { (node, paths($0)) } }
        let inherited = places.map { node, paths in
            PromptTemplate.Piece(
                .partial(name: node.text, path: paths[0], arguments: "", engine: nil), "extends \(node.text)", in: text,
                node.range)
        }
        let pieces = inherited + marked(PromptTemplate.plainText(text, range: start..<text.bytes.count), sections)
        return ComponentReading(
            FormatIdentity("promptdiff", isDeclared ? .signature : .assumed),
            prompt: PromptTemplate(engine: .undeclared, pieces: pieces),
            settings: root.map { SettingsDocument(source: file.source, roots: [$0], vocabulary: vocabulary) },
            references: places.map { FileReference(source: file.source, range: $0.range, candidates: $1) })
    }

    /// What is inherited comes first.
    private static func names(_ root: YAMLNode?) -> [YAMLNode] {
        ["extends", "includes"].flatMap { key -> [YAMLNode] in
            guard let value = root?[key], !value.isNull else { return [] }
            return value.kind == .scalar ? [value] : value.items.filter { $0.kind == .scalar }
        }
    }

    private static func paths(_ path: String) -> [String] {
        path.hasSuffix(".prompt") ? [path] : ["\(path).prompt", path]
    }

    private static func sectionStarts(_ text: MappedText, from start: Int) -> [(name: String, offset: Int)] {
        var found: [(name: String, offset: Int)] = []
        var line = start
        while line < text.bytes.count {
            let end = text.bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count
            if text.bytes[line] == UInt8(ascii: "#") {
                let title = text.text(line..<end).drop { $0 == "#" }.trimmingWhiteSpace()
                found.append((String(title), line))
            }
            line = end + 1
        }
        return found
    }

    /// The examples are what stands under their heading.
    private static func marked(
        _ template: PromptTemplate, _ sections: [(name: String, offset: Int)]
    ) -> [PromptTemplate.Piece] {
        var pieces = template.pieces
        for (index, section) in sections.enumerated() where section.name == "EXAMPLES" {
            let end = index + 1 < sections.count ? sections[index + 1].offset : nil
            pieces = split(pieces, at: section.offset, mark: .exampleStart)
            pieces = split(pieces, at: end ?? pieces.last?.span.upperBound ?? 0, mark: .exampleEnd)
        }
        return pieces
    }

    private static func split(
        _ pieces: [PromptTemplate.Piece], at offset: Int, mark kind: PromptTemplate.Piece.Kind
    ) -> [PromptTemplate.Piece] {
        guard let text = pieces.first?.text else { return pieces }
        let mark = PromptTemplate.Piece(kind, "", in: text, offset..<offset)
        guard let index = pieces.firstIndex(where: { $0.span.upperBound > offset }) else { return pieces + [mark] }
        let piece = pieces[index]
        guard piece.kind == .text, piece.span.lowerBound < offset else {
            return pieces[..<index] + [mark] + pieces[index...]
        }
        let halves = [
            PromptTemplate.Piece(text: text, piece.span.lowerBound..<offset), mark,
            PromptTemplate.Piece(text: text, offset..<piece.span.upperBound),
        ]
        return pieces[..<index] + halves + pieces[(index + 1)...]
    }
}
