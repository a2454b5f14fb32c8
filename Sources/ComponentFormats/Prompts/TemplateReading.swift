/// A template as far as it could be read, and what its engine would refuse in it.
package struct TemplateReading: Sendable {
    package let template: PromptTemplate
    package let defects: [ReadingDefect]

    init(_ template: PromptTemplate, _ defects: [ReadingDefect] = []) {
        self.template = template
        self.defects = defects
    }
}

/// What is wrong with a template, by its place in the text.
struct TemplateMistake {
    let message: String
    /// Bytes of the text.
    let span: Range<Int>
    let mend: String

    static func unclosed(_ what: String, at start: Int, in bytes: [UInt8], closing: String) -> TemplateMistake {
        // The line is enough to find it; the text up to its end would be the rest of the file.
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        return TemplateMistake(
            message: "the \(what) is not closed", span: start..<max(end, min(start + 1, bytes.count)),
            mend: "Close it with \(closing).")
    }

    func defect(in text: MappedText) -> ReadingDefect {
        ReadingDefect(message, at: text.sourceRange(span), mend: mend)
    }
}
