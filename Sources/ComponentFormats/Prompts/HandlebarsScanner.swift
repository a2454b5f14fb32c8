import SourceText

/// Cuts a Handlebars template into text and tags (handlebarsjs.com, "Expressions", "Comments", "Whitespace control").
struct HandlebarsScanner {
    /// One tag as written.
    struct Tag {
        enum Form { case comment, mustache, raw }

        let form: Form
        /// Between the braces, without `~`, trimmed.
        let code: Substring
        let trimsBefore: Bool
        let trimsAfter: Bool
        let range: Range<Int>
    }

    enum Token {
        case text(Range<Int>)
        /// Text in which a backslash is not sent: `\{{name}}` writes the braces themselves.
        case literal(Range<Int>)
        case tag(Tag)
    }

    private let bytes: [UInt8]
    private var index: Int
    private(set) var tokens: [Token] = []
    /// A tag that is not closed; what follows it was not read.
    private(set) var mistake: TemplateMistake?

    init(scanning bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
        run()
    }

    private mutating func run() {
        var textStart = index
        while index < bytes.count, mistake == nil {
            guard bytes[index] == UInt8(ascii: "{"), starts(with: "{{") else {
                index += 1
                continue
            }
            let backslashes = bytes[textStart..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
            if backslashes == 1 {
                addText(textStart..<index - 1)
                let end = bytes.find("}}".utf8, from: index).map { $0 + 2 } ?? bytes.count
                tokens.append(.literal(index..<end))
                index = end
            } else {
                // Of two backslashes before a tag one is sent.
                addText(textStart..<(backslashes > 1 ? index - 1 : index))
                scanTag()
            }
            textStart = index
        }
        addText(textStart..<bytes.count)
    }

    private mutating func addText(_ range: Range<Int>) {
        if !range.isEmpty { tokens.append(.text(range)) }
    }

    private mutating func scanTag() {
        if starts(with: "{{{{") { return scanRawBlock() }
        let start = index
        let braces = starts(with: "{{{") ? 3 : 2
        var cursor = index + braces
        let trimsBefore = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "~")
        if trimsBefore { cursor += 1 }
        let isComment = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "!")
        let end: (code: Int, tag: Int)?
        if isComment {
            end = commentEnd(from: cursor)
        } else {
            end = expressionEnd(from: cursor, braces: braces)
        }
        guard let end else {
            mistake = .unclosed(
                isComment ? "comment" : "tag", at: start, in: bytes,
                closing: isComment ? "}} or --}}" : String(repeating: "}", count: braces))
            index = bytes.count
            return
        }
        let trimsAfter = end.code > cursor && bytes[end.code - 1] == UInt8(ascii: "~")
        let code = String(decoding: bytes[cursor..<(trimsAfter ? end.code - 1 : end.code)], as: UTF8.self)
        index = end.tag
        tokens.append(
            .tag(
                Tag(
                    form: isComment ? .comment : .mustache, code: code.trimmingWhiteSpace(), trimsBefore: trimsBefore,
                    trimsAfter: trimsAfter, range: start..<end.tag)))
    }

    /// `{{{{name}}}} … {{{{/name}}}}`: what is inside is sent as it stands, tags and comments included.
    private mutating func scanRawBlock() {
        let start = index
        guard let opened = bytes.find("}}}}".utf8, from: index), let closed = bytes.find("{{{{/".utf8, from: opened),
            let end = bytes.find("}}}}".utf8, from: closed)
        else {
            mistake = .unclosed("raw block", at: start, in: bytes, closing: "{{{{/name}}}}")
            index = bytes.count
            return
        }
        let code = String(decoding: bytes[start + 4..<opened], as: UTF8.self)
        tokens.append(
            .tag(
                Tag(
                    form: .raw, code: code.trimmingWhiteSpace(), trimsBefore: false, trimsAfter: false,
                    range: start..<opened + 4)))
        tokens.append(.literal(opened + 4..<closed))
        index = end + 4
    }

    /// A comment that opens with `!--` ends at `--}}`, any other at the first `}}`.
    private func commentEnd(from start: Int) -> (code: Int, tag: Int)? {
        if bytes[start...].starts(with: "!--".utf8) {
            let plain = bytes.find("--}}".utf8, from: start + 3)
            let trimming = bytes.find("--~}}".utf8, from: start + 3)
            if let trimming, trimming < plain ?? .max { return (trimming + 3, trimming + 5) }
            return plain.map { ($0 + 2, $0 + 4) }
        }
        return bytes.find("}}".utf8, from: start).map { ($0, $0 + 2) }
    }

    /// The closing braces, those inside quoted text not counted.
    private func expressionEnd(from start: Int, braces: Int) -> (code: Int, tag: Int)? {
        var cursor = start
        var quote: UInt8?
        var isOneLine = true
        while cursor + 1 < bytes.count {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\n") { isOneLine = false }
            // A tag cannot start inside another: this one was never closed. On further lines a quote may be no more
            // than an apostrophe of the text that follows.
            if byte == UInt8(ascii: "{"), bytes[cursor + 1] == byte, quote == nil || !isOneLine { return nil }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if bytes[cursor...].starts(with: repeatElement(UInt8(ascii: "}"), count: braces)) {
                return (cursor, cursor + braces)
            }
            cursor += 1
        }
        return nil
    }

    private func starts(with text: StaticString) -> Bool { bytes[index...].starts(with: text.description.utf8) }
}

extension String {
    func trimmingWhiteSpace() -> Substring { self[...].trimmingWhiteSpace() }
}

extension Substring {
    func trimmingWhiteSpace() -> Substring {
        var rest = drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
