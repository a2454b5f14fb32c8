/// Mistakes inside brackets.
extension SyntaxMistake {
    static func unclosedBracket(_ open: Int, _ parser: StrictParser) -> SyntaxMistake {
        let bracket = parser.excerpt(open..<open + 1)
        return SyntaxMistake(
            open, "the bracket \(bracket) is never closed",
            mend: "Write the closing \(parser.closer(open)) where the list ends; if text is meant, put it in quotes.")
    }

    static func flowIndentation(_ offset: Int, open: Int, indent: Int, _ parser: StrictParser) -> SyntaxMistake {
        let line = offset..<max(offset + 1, parser.endOfLine(offset))
        if parser.colonWithSpace(line) != nil, !parser.isClosedLater(open) {
            return SyntaxMistake(
                open, "the bracket \(parser.excerpt(open..<open + 1)) is not closed",
                mend: "Write the closing \(parser.closer(open)); if text is meant, put it in quotes.",
                related: (line, "this line is read as part of it"))
        }
        return SyntaxMistake(
            line, "a line inside brackets must be indented deeper than the line of its key",
            mend: "Indent it by at least \(spaces(indent)).", related: (open..<open + 1, "the bracket"))
    }

    static func missingEntry(_ offset: Int, open: Int, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a comma without an item before it", mend: "Delete the comma, or write the item.",
            related: (open..<open + 1, "the bracket"))
    }

    static func wrongBracket(_ offset: Int, open: Int, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            offset,
            "\(parser.excerpt(offset..<offset + 1)) does not close the bracket \(parser.excerpt(open..<open + 1))",
            mend: "Close it with \(parser.closer(open)).", related: (open..<open + 1, "the bracket that is open"))
    }

    static func missingComma(behind: Int, _ offset: Int, open: Int, _ parser: StrictParser) -> SyntaxMistake {
        let found = parser.byte(offset)
        if found == UInt8(ascii: "]") || found == UInt8(ascii: "}") {
            return wrongBracket(offset, open: open, parser)
        }
        if parser.isBreakBetween(behind, offset), let last = parser.output.events.last, last.style == .plain,
            parser.isCommentBetween(behind, offset), found != UInt8(ascii: ":")
        {
            return SyntaxMistake(
                offset..<parser.endOfFlowWord(offset),
                "no comma before this; text may not go on behind a comment",
                mend: "Write a comma before the comment, or move the comment.",
                related: (Int(last.lower)..<Int(last.upper), "the text before the comment"))
        }
        if found == UInt8(ascii: ":") { return colonInFlow(offset, open: open, parser) }
        if !parser.isClosedLater(open), parser.isBreakBetween(behind, offset) {
            return SyntaxMistake(
                open, "the bracket \(parser.excerpt(open..<open + 1)) is not closed",
                mend: "Write the closing \(parser.closer(open)) where the list ends.",
                related: (offset..<parser.endOfFlowWord(offset), "this is read as part of it"))
        }
        return SyntaxMistake(
            offset..<parser.endOfFlowWord(offset), "no comma between this and the item before it",
            mend: "Write a comma; put text that holds brackets, commas or quotes in quotes as a whole.",
            related: (open..<open + 1, "the bracket"))
    }

    /// `{a: 1 b: 2}`, also over two lines: the second key reads as more of the first value.
    private static func colonInFlow(_ colon: Int, open: Int, _ parser: StrictParser) -> SyntaxMistake {
        guard let last = parser.output.events.last(where: { $0.kind == .scalar }), last.style == .plain,
            last.lower < last.upper, parser.endOfText(before: colon) == last.upper
        else {
            return SyntaxMistake(
                colon, "a colon where a comma or \(parser.closer(open)) is expected",
                mend: "Write the key and its colon on one line; put text that holds a colon in quotes.",
                related: (open..<open + 1, "the bracket"))
        }
        let value = Int(last.lower)..<Int(last.upper)
        var word = parser.startOfLine(value.upperBound)
        while word < value.upperBound, parser.base[word].isBlank { word += 1 }
        if word <= value.lowerBound {
            word = value.upperBound
            while word > value.lowerBound, !parser.base[word - 1].isBlank { word -= 1 }
        }
        let key = word..<value.upperBound
        if word == value.lowerBound {
            return SyntaxMistake(
                colon, "a second colon behind `\(parser.excerpt(key))`",
                mend: "Put text that holds a colon in quotes; if a mapping is meant, put it in braces.",
                related: (open..<open + 1, "the bracket"))
        }
        return SyntaxMistake(
            key, "no comma before the key `\(parser.excerpt(key))`",
            mend: "Write a comma before it; put text that holds a colon in quotes.",
            related: (value.lowerBound..<parser.endOfText(before: word), "this value ends without a comma"))
    }
}

extension StrictParser {
    /// The end of the text before an offset, without the white space between.
    func endOfText(before offset: Int) -> Int {
        var upper = offset
        while upper > textStart, base[upper - 1].isBlank || base[upper - 1].isBreak { upper -= 1 }
        return upper
    }

    func closer(_ open: Int) -> String { byte(open) == UInt8(ascii: "{") ? "}" : "]" }

    func isBreakBetween(_ lower: Int, _ upper: Int) -> Bool {
        (lower..<max(lower, upper)).contains { base[$0].isBreak }
    }

    /// The end of what stands at an offset inside brackets, on its line.
    func endOfFlowWord(_ offset: Int) -> Int {
        let lineEnd = endOfLine(offset)
        var upper = offset
        while upper < lineEnd, !base[upper].isFlowIndicator { upper += 1 }
        while upper > offset + 1, base[upper - 1].isBlank { upper -= 1 }
        return max(upper, min(offset + 1, end))
    }

    /// Whether a bracket's partner comes before the next document, counting brackets only. A guess for messages.
    func isClosedLater(_ open: Int) -> Bool {
        var depth = 0
        for index in open..<end {
            if base[index] == UInt8(ascii: "-"), index > 0, base[index - 1].isBreak, isDocumentMarker(index) {
                return false
            }
            switch base[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return true }
            default: break
            }
        }
        return false
    }
}
