package import SourceText

extension PromptTemplate.Engine {
    /// Reads a text as this engine does. `includedPath` gives the file that an include's name stands for.
    func read(_ text: MappedText, from start: Int = 0, includedPath: @escaping (String) -> String?) -> TemplateReading {
        switch self {
        case .handlebars: HandlebarsTemplate.read(text, from: start) { includedPath($0) ?? $0 }
        case .mustache: MustacheTemplate.read(text, from: start, partialPath: includedPath)
        case .jinja2, .nunjucks: JinjaTemplate.read(text, from: start, engine: self, includedPath: includedPath)
        case .fString: FormatStringTemplate.read(text, from: start)
        case .rail: DollarBraceTemplate.read(text)
        case .verbatim:
            TemplateReading(
                PromptTemplate(engine: .verbatim, pieces: [PromptTemplate.Piece(text: text, start..<text.bytes.count)]))
        case .undeclared: TemplateReading(.plainText(text, range: start..<text.bytes.count))
        }
    }
}

extension PromptTemplate {
    /// A file that another one includes, read by the engine that the other one declares; nil when it cannot be.
    package static func included(_ source: SourceFile, engine: Engine) -> PromptTemplate? {
        guard !source.bytes.contains(0), String(validating: source.bytes, as: UTF8.self) != nil else { return nil }
        let reading = engine.read(MappedText(source)) { _ in nil }
        return reading.defects.isEmpty ? ExampleMarks.mark(reading.template) : nil
    }
}
