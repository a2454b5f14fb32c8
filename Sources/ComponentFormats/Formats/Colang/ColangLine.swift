import SourceText

/// A line of a Colang file that says something.
struct ColangLine {
    /// What it says, without indentation and without a comment at its end.
    let text: String
    /// Bytes of that text.
    let range: Range<Int>
    /// Columns of white space before it.
    let indentation: Int
    /// True inside a text in triple quotes, where nothing else is looked for.
    let isQuoted: Bool
    /// A comment that Colang 1 hands to the model together with the step that the line is.
    let isInstruction: Bool
}

/// Cuts a Colang file into lines. Blank lines and comments are left out (nemoguardrails/colang/v1_0/lang/utils.py,
/// get_numbered_lines; colang/v2_x/lang/grammar/colang.lark, COMMENT and LONG_STRING).
struct ColangLines {
    /// The language has two versions, and a file does not say which it is of.
    enum Version: String { case one = "1.0", two = "2.x" }

    let version: Version
    private(set) var lines: [ColangLine] = []
    /// Bytes of the three quotes of a text that nothing closes.
    private(set) var unclosed: Range<Int>?

    private let source: SourceFile
    /// Comments since the last line, which may be an instruction for the next.
    private var comments: [ColangLine] = []

    init(_ source: SourceFile, version: Version) {
        self.source = source
        self.version = version
        var start = source.bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        var closing: [UInt8]?
        while start < source.bytes.count {
            let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
            closing = take(start..<end, inside: closing)
            start = end + 1
        }
    }

    /// Which version's words a file uses: `define` begins what Colang 1 defines, `flow` what Colang 2 does. Nil for a
    /// file with neither.
    static func version(of source: SourceFile) -> Version? {
        for line in source.bytes.split(separator: UInt8(ascii: "\n")) {
            if line.starts(with: "define ".utf8) || line.starts(with: "def ".utf8) { return .one }
            if line.starts(with: "flow ".utf8) || line.starts(with: "import ".utf8) || line.starts(with: "@".utf8) {
                return .two
            }
        }
        return nil
    }

    /// Takes a line, and returns the quotes that the next line is inside of.
    private mutating func take(_ line: Range<Int>, inside closing: [UInt8]?) -> [UInt8]? {
        let bytes = source.bytes[line]
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == 9 || byte == 13 }
        guard let lower = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return closing }
        let text = lower..<last + 1
        if let closing {
            add(text, in: line, isQuoted: true)
            guard Self.count(closing, in: source.bytes[text]) % 2 == 0 else {
                unclosed = nil
                return nil
            }
            return closing
        }
        if source.bytes[lower] == UInt8(ascii: "#") {
            comments.append(self.line(text, in: line, isQuoted: false, isInstruction: true))
            return nil
        }
        let code = lower..<codeEnd(text)
        for quotes in [Array("\"\"\"".utf8), Array("'''".utf8)]
        where Self.count(quotes, in: source.bytes[code]) % 2 == 1 {
            unclosed = Self.lastPlace(of: quotes, in: source.bytes, code)
            add(code, in: line, isQuoted: false)
            return quotes
        }
        add(code, in: line, isQuoted: false)
        return nil
    }

    private mutating func add(_ text: Range<Int>, in line: Range<Int>, isQuoted: Bool) {
        let new = self.line(text, in: line, isQuoted: isQuoted, isInstruction: false)
        if version == .one, !isQuoted, Self.isStep(new.text) { lines += comments }
        comments = []
        lines.append(new)
    }

    /// What Colang 1 asks the model to fill in is told by the comment above it (colang/v1_0/runtime/flows.py,
    /// next_step_comment): messages of the bot, and the results of actions.
    private static func isStep(_ text: String) -> Bool {
        text.hasPrefix("bot ") || text.hasPrefix("$") || text.hasPrefix("execute ") || text.hasPrefix("do ")
            || text.hasPrefix("run ") || text.hasPrefix("exec ") || text.hasPrefix("set ")
    }

    private func line(
        _ text: Range<Int>, in line: Range<Int>, isQuoted: Bool, isInstruction: Bool
    ) -> ColangLine {
        ColangLine(
            text: source.text(text), range: text, indentation: text.lowerBound - line.lowerBound, isQuoted: isQuoted,
            isInstruction: isInstruction)
    }

    /// Where the line's text ends: at a comment outside quotes, or at its end. Where quotes do not pair up, everything
    /// counts.
    private func codeEnd(_ text: Range<Int>) -> Int {
        var quote: UInt8?
        var end: Int?
        var index = text.lowerBound
        while index < text.upperBound {
            let byte = source.bytes[index]
            if let open = quote {
                if byte == UInt8(ascii: "\\"), version == .two { index += 1 } else if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") && version == .two {
                quote = byte
            } else if byte == UInt8(ascii: "#"), end == nil {
                end = index
                break
            }
            index += 1
        }
        guard quote == nil, var end else { return text.upperBound }
        while end > text.lowerBound, [UInt8(ascii: " "), 9].contains(source.bytes[end - 1]) { end -= 1 }
        return end
    }

    private static func count(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Int {
        var (count, index) = (0, text.startIndex)
        while index + needle.count <= text.endIndex {
            if text[index..<index + needle.count].elementsEqual(needle) {
                count += 1
                index += needle.count
            } else {
                index += 1
            }
        }
        return count
    }

    private static func lastPlace(of needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        for start in range.reversed() where start + needle.count <= range.upperBound {
            if bytes[start..<start + needle.count].elementsEqual(needle) { return start..<start + needle.count }
        }
        return range
    }
}
