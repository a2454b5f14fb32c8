import PlanModel
import SourceText

/// A prompt, or a text for users, in Markdown or plain text. No template language is declared.
enum PlainTextPrompt: ComponentFormat {

    package static let description = FormatDescription(
        "text",
        files: "`.md`, `.markdown`, `.txt` among prompts and texts for users",
        source: "compared as text; `{{name}}` is a place to be filled")

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .prompts || file.category == .experience, file.hasExtension("md", "markdown", "txt"),
            file.text != nil
        else { return nil }
        let start = file.source.bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        return ComponentReading(
            FormatIdentity("text", .assumed),
            prompt: ExampleMarks.mark(.plainText(file.source, range: start..<file.source.bytes.count)))
    }
}
