import PlanModel
import SourceText

/// A prompt in a file of a template language's own: its extension says the language, its tags that it is one.
enum TemplateFile: ComponentFormat {

    package static let description = FormatDescription(
        "template files",
        files: "prompts in `.j2`, `.jinja`, `.hbs`, `.mustache` and the like, told by their tags",
        source: "each language's own reference")

    private static let engines: [(extensions: [String], engine: PromptTemplate.Engine)] = [
        (["j2", "jinja", "jinja2"], .jinja2), (["mustache"], .mustache), (["hbs", "handlebars"], .handlebars),
    ]

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .prompts, file.text != nil,
            let engine = engines.first(where: { $0.extensions.contains { file.hasExtension($0) } })?.engine
        else { return nil }
        let reading = engine.read(MappedText(file.source)) { file.path(of: $0) }
        let hasTags = reading.template.pieces.contains { $0.kind != .text }
        guard hasTags || !reading.defects.isEmpty else { return nil }
        let references = reading.template.pieces.compactMap { piece -> FileReference? in
            guard case .partial(_, let path, _, _) = piece.kind else { return nil }
            return FileReference(source: file.source, range: piece.range, candidates: [path])
        }
        return ComponentReading(
            FormatIdentity(engine.rawValue, .signature), prompt: ExampleMarks.mark(reading.template),
            references: references, defects: reading.defects)
    }
}
