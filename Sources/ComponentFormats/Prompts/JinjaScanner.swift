import SourceText

/// Cuts a Jinja template into text and tags (jinja.palletsprojects.com, "Template Designer Documentation": Synopsis,
/// Comments, Whitespace Control, Escaping). Nunjucks writes the same tags.
struct JinjaScanner {
    enum Form { case expression, statement, comment }

    struct Tag {
        let form: Form
        /// Between the delimiters, without `-` and `+`, trimmed: bytes of the text.
        let code: Range<Int>
        let trimsBefore: Bool
        let trimsAfter: Bool
        let span: Range<Int>
    }

    enum Token {
        case text(Range<Int>)
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
        while index + 1 < bytes.count, mistake == nil {
            guard bytes[index] == UInt8(ascii: "{"), let form = form(bytes[index + 1]) else {
                index += 1
                continue
            }
            add(text: textStart..<index)
            scanTag(form)
            textStart = index
        }
        if mistake == nil { add(text: textStart..<bytes.count) }
    }

    private func form(_ second: UInt8) -> Form? {
        switch second {
        case UInt8(ascii: "{"): .expression
        case UInt8(ascii: "%"): .statement
        case UInt8(ascii: "#"): .comment
        default: nil
        }
    }

    private mutating func add(text range: Range<Int>) {
        if !range.isEmpty { tokens.append(.text(range)) }
    }

    private mutating func scanTag(_ form: Form) {
        let start = index
        let end = form == .comment ? bytes.find("#}".utf8, from: start + 2) : codeEnd(form, from: start + 2)
        guard let end else {
            let (what, closing) =
                switch form {
                case .expression: ("expression", "}}")
                case .statement: ("tag", "%}")
                case .comment: ("comment", "#}")
                }
            mistake = .unclosed(what, at: start, in: bytes, closing: closing)
            return
        }
        let tag = tag(form, start, end)
        tokens.append(.tag(tag))
        index = tag.span.upperBound
        let name = String(decoding: bytes[tag.code], as: UTF8.self)
        if form == .statement, name == "raw" || name == "verbatim" { scanRaw(name, opened: start) }
    }

    private func tag(_ form: Form, _ start: Int, _ end: Int) -> Tag {
        var (lower, upper) = (start + 2, end)
        let marks = [UInt8(ascii: "-"), UInt8(ascii: "+")]
        let first = lower < upper ? bytes[lower] : 0
        let last = lower < upper ? bytes[upper - 1] : 0
        if marks.contains(first) { lower += 1 }
        if marks.contains(last), upper > lower { upper -= 1 }
        while lower < upper, bytes[lower].isTemplateWhiteSpace { lower += 1 }
        while upper > lower, bytes[upper - 1].isTemplateWhiteSpace { upper -= 1 }
        return Tag(
            form: form, code: lower..<upper, trimsBefore: first == UInt8(ascii: "-"),
            trimsAfter: last == UInt8(ascii: "-"), span: start..<end + 2)
    }

    /// The closing delimiter; those inside quoted text, and braces of a dictionary, do not count.
    private func codeEnd(_ form: Form, from start: Int) -> Int? {
        let closing = form == .expression ? UInt8(ascii: "}") : UInt8(ascii: "%")
        var cursor = start
        var depth = 0
        while cursor + 1 < bytes.count {
            let byte = bytes[cursor]
            // A tag cannot start inside another: this one was never closed.
            if opensTag(at: cursor) { return nil }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = quoteEnd(from: cursor) else { return nil }
                cursor = end
            case closing where bytes[cursor + 1] == UInt8(ascii: "}") && depth == 0: return cursor
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}") where depth > 0: depth -= 1
            default: break
            }
            cursor += 1
        }
        return nil
    }

    private func opensTag(at offset: Int) -> Bool {
        offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "{") && form(bytes[offset + 1]) != nil
    }

    /// The quote that closes the one at an offset. On further lines it may be no more than an apostrophe of the text
    /// that follows, so that a tag there was not meant to be quoted.
    private func quoteEnd(from start: Int) -> Int? {
        var cursor = start + 1
        var isOneLine = true
        while cursor < bytes.count {
            if bytes[cursor] == bytes[start] { return cursor }
            if bytes[cursor] == UInt8(ascii: "\n") { isOneLine = false }
            if !isOneLine, opensTag(at: cursor) { return nil }
            cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// What stands between `raw` and `endraw` is sent as it is.
    private mutating func scanRaw(_ name: String, opened: Int) {
        var cursor = index
        while let start = bytes.find("{%".utf8, from: cursor) {
            cursor = start + 2
            guard let end = bytes.find("%}".utf8, from: cursor) else { break }
            let closing = tag(.statement, start, end)
            guard String(decoding: bytes[closing.code], as: UTF8.self) == "end" + name else { continue }
            add(text: index..<start)
            tokens.append(.tag(closing))
            index = closing.span.upperBound
            return
        }
        // What is not closed counts as text, its opening tag too.
        tokens.removeLast()
        mistake = .unclosed("block \(name)", at: opened, in: bytes, closing: "{% end\(name) %}")
    }
}
