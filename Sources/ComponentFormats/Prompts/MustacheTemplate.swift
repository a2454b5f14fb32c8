import SourceText

/// Mustache (mustache.github.io, "mustache(5)"): variables, sections, partials, comments, other delimiters.
enum MustacheTemplate {
    static func read(
        _ text: MappedText, from start: Int = 0, partialPath: @escaping (String) -> String?
    ) -> TemplateReading {
        var reader = MustacheReader(text, start, partialPath)
        if let mistake = reader.run() { return reader.builder.stopped(.mustache, by: mistake) }
        return reader.builder.finished(.mustache) { "{{/\($0)}}" }
    }
}

private struct MustacheReader {
    var builder: TemplateBuilder
    private let bytes: [UInt8]
    private let partialPath: (String) -> String?
    private var index: Int
    private var textStart: Int
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)

    init(_ text: MappedText, _ start: Int, _ partialPath: @escaping (String) -> String?) {
        builder = TemplateBuilder(text)
        bytes = text.bytes
        self.partialPath = partialPath
        (index, textStart) = (start, start)
    }

    /// The first tag that is not closed, which ends the reading.
    mutating func run() -> TemplateMistake? {
        while let start = bytes.find(opening, from: index) {
            let inner = start + opening.count
            let mark = inner < bytes.count ? bytes[inner] : 0
            let end: [UInt8]
            switch mark {
            case UInt8(ascii: "{"): end = [UInt8(ascii: "}")] + closing
            case UInt8(ascii: "="): end = [UInt8(ascii: "=")] + closing
            default: end = closing
            }
            guard let close = bytes.find(end, from: inner),
                mark == UInt8(ascii: "!") || !opens(in: min(inner + 1, close)..<close)
            else {
                builder.add(text: textStart..<start)
                return .unclosed(
                    mark == UInt8(ascii: "!") ? "comment" : "tag", at: start, in: bytes,
                    closing: String(decoding: end, as: UTF8.self))
            }
            add(mark, inner, close, start..<close + end.count)
        }
        builder.add(text: textStart..<bytes.count)
        return nil
    }

    /// A tag cannot start inside another: the one around it was never closed.
    private func opens(in span: Range<Int>) -> Bool {
        bytes.find(opening, from: span.lowerBound).map { $0 < span.upperBound } ?? false
    }

    private mutating func add(_ mark: UInt8, _ inner: Int, _ close: Int, _ span: Range<Int>) {
        let hasMark = "#^/!>&{=$<".utf8.contains(mark)
        let code = String(decoding: bytes[min(inner + (hasMark ? 1 : 0), close)..<close], as: UTF8.self)
        let name = String(code.trimmingWhiteSpace())
        var span = span
        // A comment or a change of delimiters alone on its line takes the line with it.
        if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "="), let line = standaloneLine(span) { span = line }
        builder.add(text: textStart..<max(span.lowerBound, textStart))
        (index, textStart) = (span.upperBound, span.upperBound)
        guard mark != UInt8(ascii: "!") else { return }
        let shown = "{{" + (hasMark ? String(decoding: [mark], as: UTF8.self) : "") + name + "}}"
        switch mark {
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"):
            builder.open(name, at: span)
            builder.add(.blockStart(variables: variable(name)), shown, at: span)
        case UInt8(ascii: "/"):
            builder.close(name, at: span) { "{{/\($0)}}" }
            builder.add(.blockEnd, shown, at: span)
        case UInt8(ascii: ">"):
            let path = partialPath(name)
            builder.add(
                path.map { .partial(name: name, path: $0, arguments: "", engine: .mustache) }
                    ?? .expression(variables: []), shown,
                at: span)
        case UInt8(ascii: "="):
            let marks = name.split(separator: " ").map { Array($0.utf8) }
            if marks.count == 2 { (opening, closing) = (marks[0], marks[1]) }
        default:
            // `{{{name}}}` and `{{&name}}` put a value in as it is, `{{name}}` with references for HTML.
            let isPlain = mark == UInt8(ascii: "{") || mark == UInt8(ascii: "&")
            builder.add(
                .expression(variables: variable(name)), isPlain ? "{{{\(name)}}}" : "{{\(name)}}", at: span)
        }
    }

    /// `.` is the item of the section around it.
    private func variable(_ name: String) -> [String] { name.isEmpty || name == "." ? [] : [name] }

    private func standaloneLine(_ span: Range<Int>) -> Range<Int>? {
        var (lower, upper) = (span.lowerBound, span.upperBound)
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        while lower > 0, isBlank(bytes[lower - 1]) { lower -= 1 }
        while upper < bytes.count, isBlank(bytes[upper]) { upper += 1 }
        guard lower == 0 || bytes[lower - 1] == UInt8(ascii: "\n") else { return nil }
        if upper == bytes.count { return lower..<upper }
        if bytes[upper] == UInt8(ascii: "\r"), upper + 1 < bytes.count { upper += 1 }
        return bytes[upper] == UInt8(ascii: "\n") ? lower..<upper + 1 : nil
    }
}
