/// Mistakes in text, quotes and escapes.
extension SyntaxMistake {
    static func unclosedQuote(_ open: Int, _ parser: StrictParser) -> SyntaxMistake {
        let quote = parser.excerpt(open..<open + 1)
        return SyntaxMistake(
            open..<max(open + 1, parser.endOfValue(open)), "the quote \(quote) is never closed",
            mend: quote == "'"
                ? "Write the closing ' behind the text; an apostrophe inside is written twice ('')."
                : "Write the closing \" behind the text; a quote inside is written \\\".")
    }

    static func quotedIndentation(_ offset: Int, open: Int, indent: Int, _ parser: StrictParser) -> SyntaxMistake {
        let line = offset..<max(offset + 1, parser.endOfLine(offset))
        if parser.colonWithSpace(line) != nil || parser.byte(offset) == UInt8(ascii: "-") {
            return SyntaxMistake(
                open..<max(open + 1, parser.endOfValue(open)),
                "the quote \(parser.excerpt(open..<open + 1)) is not closed on its line",
                mend: "Write the closing quote behind the text.",
                related: (line, "this line is read as part of the text"))
        }
        return SyntaxMistake(
            line, "a further line of text in quotes must be indented deeper than the line of its key",
            mend: "Indent it by at least \(spaces(indent)).", related: (open..<open + 1, "the opening quote"))
    }

    static func badEscape(_ range: Range<Int>, isSurrogate: Bool, _ parser: StrictParser) -> SyntaxMistake {
        if isSurrogate {
            return SyntaxMistake(
                range, "the escape `\(parser.excerpt(range))` stands for no Unicode character",
                mend: "Write the character itself, or its code as \\u or \\U with a value that exists.")
        }
        return SyntaxMistake(
            range, "`\(parser.excerpt(range))` is no escape that YAML knows",
            mend: "Write \\\\ for a backslash, or put the text in single quotes, where a backslash is only a backslash."
        )
    }

    static func shortEscape(_ range: Range<Int>, digits: Int, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            range, "the escape `\(parser.excerpt(range))` needs \(digits) hexadecimal digits",
            mend: "Write all \(digits) digits, with zeros in front; write \\\\ for a backslash.")
    }

    static func textBehindBlockHeader(
        _ offset: Int, _ lineEnd: Int, _ header: Int, _ parser: StrictParser
    ) -> SyntaxMistake {
        SyntaxMistake(
            offset..<lineEnd,
            "text on the line of the `\(parser.excerpt(header..<header + 1))` that starts a block of text",
            mend: "Start the text on the next line; if the sign belongs to the text, put it in quotes.")
    }

    static func zeroIndentation(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(offset, "an indentation indicator is a digit from 1 to 9", mend: "Leave it out.")
    }

    static func emptyLineTooDeep(_ offset: Int, indent: Int, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            parser.startOfLine(offset)..<offset,
            "an empty line at the start of a block of text has more spaces than the first line with text (\(indent))",
            mend: "Delete the spaces on the empty line, or give the indentation behind the `|` or `>` as a digit.")
    }

    static func blockTextIndentation(
        _ offset: Int, _ header: Int, indent: Int, _ parser: StrictParser
    ) -> SyntaxMistake {
        SyntaxMistake(
            offset..<max(offset + 1, parser.endOfLine(offset)),
            "a line of a block of text that is indented less than its first line, which has \(spaces(indent))",
            mend: "Indent it by at least \(spaces(indent)).", related: (header..<header + 1, "the block of text"))
    }

    /// A character that starts no text, or an indicator without what belongs to it.
    static func cannotStart(
        _ offset: Int, inFlow: Bool, _ start: StrictParser.BlockStart, _ parser: StrictParser
    ) -> SyntaxMistake {
        let sign = parser.excerpt(offset..<offset + 1)
        let word = offset..<max(offset + 1, inFlow ? parser.endOfFlowWord(offset) : parser.endOfValue(offset))
        switch parser.byte(offset) {
        case UInt8(ascii: "@"), UInt8(ascii: "`"):
            return SyntaxMistake(
                word, "text may not start with \(sign), which YAML reserves", mend: "Put the text in quotes.")
        case UInt8(ascii: "%") where offset == parser.lineStart:
            return directiveInDocument(word)
        case UInt8(ascii: "%"):
            return SyntaxMistake(
                word, "text may not start with %, which starts a directive", mend: "Put the text in quotes.")
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return SyntaxMistake(
                offset, "a closing \(sign) without an opening bracket",
                mend: "Delete it; if it belongs to the text, put the text in quotes.")
        case UInt8(ascii: ","):
            return SyntaxMistake(
                word, "text may not start with a comma", mend: "Delete the comma, or put the text in quotes.")
        case UInt8(ascii: "#"):
            return commentWithoutSpace(offset)
        case UInt8(ascii: "-") where inFlow:
            return SyntaxMistake(
                offset, "a dash starts no item inside brackets",
                mend: "Separate the items by commas, without dashes; a dash as text needs quotes.")
        case UInt8(ascii: "|") where inFlow, UInt8(ascii: ">") where inFlow:
            return SyntaxMistake(
                word, "a block of text may not start inside brackets", mend: "Put the text in quotes.")
        default:
            return SyntaxMistake(
                word, "\(sign) may not start text at this place", mend: "Put the text in quotes.")
        }
    }

    /// Something behind a value that is complete.
    static func trailingContent(_ offset: Int, _ parser: StrictParser) -> SyntaxMistake {
        let rest = offset..<max(offset + 1, parser.endOfValue(offset))
        guard let last = parser.output.events.last else {
            return SyntaxMistake(rest, "this belongs to nothing before it", mend: "Put it on a line of its own.")
        }
        let range = Int(last.lower)..<Int(last.upper)
        if last.kind == .alias, parser.byte(range.upperBound - 1) == UInt8(ascii: ":") {
            return nameTakesColon(range, parser)
        }
        switch last.style {
        case .singleQuoted, .doubleQuoted:
            let quote = last.style == .singleQuoted ? "'" : "\""
            if parser.isBreakBetween(range.lowerBound, range.upperBound) {
                return SyntaxMistake(
                    range.lowerBound..<parser.endOfValue(range.lowerBound),
                    "the quote \(quote) is closed only in a later line; the closing quote is probably missing here",
                    mend: "Close the quote on the line where it opens.",
                    related: (rest, "this stands behind the quote that closes it"))
            }
            return SyntaxMistake(
                rest, "text behind the closing quote",
                mend: quote == "'"
                    ? "Put all of it in quotes; an apostrophe inside single quotes is written twice ('')."
                    : "Put all of it in quotes; a quote inside double quotes is written \\\".",
                related: (range, "the text in quotes ends here"))
        case .flow where parser.byte(offset) == UInt8(ascii: "]") || parser.byte(offset) == UInt8(ascii: "}"):
            return SyntaxMistake(
                offset, "one closing bracket too many", mend: "Delete it, or write the opening bracket.",
                related: (range.upperBound - 1..<range.upperBound, "this bracket closes the list"))
        case .flow:
            return SyntaxMistake(
                rest, "text behind the closing bracket",
                mend: "Put a comma and the rest inside the brackets; if all of it is text, put it in quotes.")
        default:
            return SyntaxMistake(
                rest, "text behind a value that is complete", mend: "Put it on a line of its own, or in quotes.")
        }
    }
}
