/// Mistakes of indentation, keys and items.
extension SyntaxMistake {
    static func commentWithoutSpace(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a # right behind other text starts no comment",
            mend: "Put a space before the #; if it belongs to the text, put the text in quotes.")
    }

    static func tabIndentation(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a tab where indentation is expected; YAML indents by spaces only",
            mend: "Replace the tab by spaces, as many as the lines around it have.")
    }

    static func secondColon(_ colon: Int, value: Int, _ parser: StrictParser) -> SyntaxMistake {
        let whole = value..<parser.endOfValue(value)
        return SyntaxMistake(
            colon, "a second colon with a space behind it, in the value `\(parser.excerpt(whole))`",
            mend: "Put the value in quotes; if a mapping is meant, start it on a line of its own.",
            related: (value..<colon, "this would be a key inside a value"))
    }

    static func collectionBehindKey(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a list or mapping may not start on the line of its key",
            mend: "Start it on the next line; if text is meant, put it in quotes.")
    }

    static func collectionBehindMarker(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a list or mapping may not start on the line of `---`", mend: "Start it on the next line.")
    }

    static func collectionBehindProperties(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "an anchor or tag may not stand before a list or mapping on the same line",
            mend: "Start the list or mapping on the next line.")
    }

    static func keyOverLines(_ key: Range<Int>, colon: Int, _ parser: StrictParser) -> SyntaxMistake {
        // `a:1` above `b: 2` reads as one text of two lines.
        let firstLine = key.lowerBound..<min(key.upperBound, parser.endOfLine(key.lowerBound))
        if let missing = parser.colonWithoutSpace(firstLine) { return colonWithoutSpace(missing, firstLine, parser) }
        let first = parser.byte(key.lowerBound)
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            return SyntaxMistake(
                firstLine, "a key in quotes that goes over several lines: the closing quote is probably missing here",
                mend: "Close the quote on the line where it opens.",
                related: (colon..<colon + 1, "the text in quotes goes on to here"))
        }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            return SyntaxMistake(
                firstLine, "a key must be on one line", mend: "Close the bracket, or write the key on one line.",
                related: (colon..<colon + 1, "the colon that makes it a key"))
        }
        let lineStart = parser.startOfLine(colon)
        var token = lineStart
        while token < colon, parser.base[token].isBlank { token += 1 }
        return SyntaxMistake(
            token..<colon + 1,
            "`\(parser.excerpt(token..<colon)):` looks like a key, but reads as a further line of the text above",
            mend:
                "Indent it like the keys that it belongs to, end the line above with a colon, or put the text above in quotes.",
            related: (firstLine, "the text starts here and has no colon"))
    }

    static func expectedDash(_ offset: Int, _ lineEnd: Int, _ parser: StrictParser) -> SyntaxMistake {
        if parser.byte(offset) == UInt8(ascii: "-") {
            return SyntaxMistake(
                offset, "a dash that starts a list item needs a space behind it", mend: "Write `- ` with a space.")
        }
        return SyntaxMistake(
            offset..<lineEnd, "`\(parser.excerpt(offset..<lineEnd))` stands among the items of a list, without a dash",
            mend: "Start it with `- `, or change its indentation.")
    }

    static func dashAmongKeys(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "a list item among the keys of a mapping",
            mend: "Indent the list below the key that it belongs to, or leave out the dash.")
    }

    static func expectedColon(_ behind: Int, _ key: Range<Int>, _ parser: StrictParser) -> SyntaxMistake {
        let firstLine = key.lowerBound..<min(key.upperBound, parser.endOfLine(key.lowerBound))
        if let name = parser.nameWithColon(key.lowerBound) { return nameTakesColon(name, parser) }
        if let missing = parser.colonWithoutSpace(firstLine) { return colonWithoutSpace(missing, firstLine, parser) }
        if parser.byte(behind) == UInt8(ascii: ":"), !parser.isBlankOrEnd(behind + 1) {
            return colonWithoutSpace(behind, firstLine, parser)
        }
        if parser.byte(key.lowerBound) == UInt8(ascii: "-") {
            return SyntaxMistake(
                firstLine, "a list item among the keys of a mapping, without a space behind its dash",
                mend: "Write `- ` with a space, indented below the key that the list belongs to.")
        }
        return SyntaxMistake(
            firstLine, "`\(parser.excerpt(key))` stands among the keys of a mapping, but no colon follows",
            mend: "Write a colon and a space behind the key; if it goes on the value above, indent it further.")
    }

    static func colonWithoutSpace(_ colon: Int, _ text: Range<Int>, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            colon, "the colon in `\(parser.excerpt(text))` makes no key, because no space follows it",
            mend: "Write a space behind the colon.")
    }

    static func longKey(_ range: Range<Int>) -> SyntaxMistake {
        SyntaxMistake(
            range, "a key with more than 1024 characters", mend: "Shorten the key; a long text belongs into the value.")
    }

    static func wrongIndentation(
        _ offset: Int, lineIndent: Int, expected: Int, _ parser: StrictParser
    ) -> SyntaxMistake {
        let line = offset..<max(offset + 1, parser.endOfLine(offset))
        if let above = parser.indentationAbove(offset), above > lineIndent {
            return SyntaxMistake(
                line, "indented by \(spaces(lineIndent)), which fits none of the lines above it",
                mend: "Indent by \(spaces(above)) to go on with the line above, or by \(expected).")
        }
        if let last = parser.output.events.last, last.kind == .scalar {
            let isKey = parser.colonWithSpace(line) != nil
            if last.style == .plain, !isKey, last.lower < last.upper, parser.isCommentBetween(Int(last.upper), offset) {
                return SyntaxMistake(
                    line, "the text above ended at its comment and may not go on behind it",
                    mend: "Move the comment, or put the text in quotes or in a block behind `|`.",
                    related: (Int(last.lower)..<Int(last.upper), "the text above"))
            }
            if last.lower < last.upper {
                return SyntaxMistake(
                    line,
                    "indented by \(spaces(lineIndent)), deeper than the line above, which already has a value",
                    mend:
                        "\(indentBy(expected)); if it belongs below the key above, take away that key's value.",
                    related: (Int(last.lower)..<Int(last.upper), "the value above"))
            }
        }
        return SyntaxMistake(
            line, "indented by \(spaces(lineIndent)), but the lines that it belongs to have \(spaces(expected))",
            mend: "\(indentBy(expected)).")
    }
}

extension StrictParser {
    /// The first colon with text right behind it, in a piece of a line.
    func colonWithoutSpace(_ range: Range<Int>) -> Int? {
        // `http://x` and `12:30` are no keys that lack a space.
        range.first { index in
            base[index] == UInt8(ascii: ":") && index > range.lowerBound && !isBlankOrEnd(index + 1)
                && base[index + 1] != UInt8(ascii: "/") && base[index + 1] != UInt8(ascii: ":")
                && base[index - 1].decimalDigit == nil
        }
    }

    /// An anchor or alias whose name ends with a colon, at an offset or before it on the line.
    func nameWithColon(_ offset: Int) -> Range<Int>? {
        var lower = startOfLine(offset)
        while lower < offset, base[lower].isBlank { lower += 1 }
        guard byte(lower) == UInt8(ascii: "&") || byte(lower) == UInt8(ascii: "*") else { return nil }
        var upper = lower
        while !isBlankOrEnd(upper) { upper += 1 }
        return byte(upper - 1) == UInt8(ascii: ":") ? lower..<upper : nil
    }

    func colonWithSpace(_ range: Range<Int>) -> Int? {
        range.first { byte($0) == UInt8(ascii: ":") && isBlankOrEnd($0 + 1) }
    }

    func isCommentBetween(_ lower: Int, _ upper: Int) -> Bool {
        (lower..<max(lower, upper)).contains { base[$0] == UInt8(ascii: "#") }
    }

    /// The end of a value on its line, without a comment.
    func endOfValue(_ offset: Int) -> Int {
        let lineEnd = endOfLine(offset)
        var upper = offset
        for index in offset..<lineEnd {
            if base[index] == UInt8(ascii: "#"), index > offset, base[index - 1].isBlank { break }
            if !base[index].isBlank { upper = index + 1 }
        }
        return upper
    }
}
