/// Mistakes around nodes: anchors, tags, directives, document markers, limits.
extension SyntaxMistake {
    static func tooDeep(_ offset: Int, _ limits: ReadLimits) -> SyntaxMistake {
        SyntaxMistake(
            offset, "nested deeper than \(limits.depth) levels", mend: "Flatten the structure.", kind: .limit)
    }

    static func tooManyNodes(_ range: Range<Int>, _ limits: ReadLimits) -> SyntaxMistake {
        SyntaxMistake(
            range, "the document has more than \(limits.nodes) nodes", mend: "Split the document.", kind: .limit)
    }

    static func secondProperty(_ range: Range<Int>, isAnchor: Bool) -> SyntaxMistake {
        SyntaxMistake(
            range, isAnchor ? "a second anchor for one value" : "a second tag for one value",
            mend: "Keep one of the two; text that starts with \(isAnchor ? "&" : "!") needs quotes.")
    }

    static func aliasWithProperties(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset, "an alias may have no anchor or tag of its own", mend: "Delete the anchor or tag before the alias.",
            kind: .badAlias)
    }

    static func propertyWithoutSpace(_ offset: Int, _ property: Range<Int>, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            property.lowerBound..<offset + 1,
            "`\(parser.excerpt(property))` must be followed by a space",
            mend: "Write a space behind it; if it is text, put it in quotes.")
    }

    static func missingName(_ offset: Int, _ parser: StrictParser) -> SyntaxMistake {
        let isAnchor = parser.byte(offset) == UInt8(ascii: "&")
        return SyntaxMistake(
            offset, isAnchor ? "an anchor & without a name" : "an alias * without a name",
            mend: "Put the text in quotes, or write the name right behind the \(isAnchor ? "&" : "*").")
    }

    /// `*name: value`: a colon may be part of a name (6.9.2).
    static func nameTakesColon(_ range: Range<Int>, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            range, "the colon belongs to the name in `\(parser.excerpt(range))`, so that no key is read",
            mend:
                "Write a space before the colon; text that starts with \(parser.excerpt(range.lowerBound..<range.lowerBound + 1)) needs quotes."
        )
    }

    static func badTag(_ range: Range<Int>, _ parser: StrictParser) -> SyntaxMistake {
        SyntaxMistake(
            range, "`\(parser.excerpt(range))` is not a well-formed tag",
            mend: "If text that starts with ! is meant, put it in quotes.", kind: .badTag)
    }

    static func unknownHandle(_ range: Range<Int>, _ handle: String) -> SyntaxMistake {
        SyntaxMistake(
            range, "the tag handle \(handle) is not defined in this document",
            mend: "Define it by %TAG before the document, or leave out the tag.", kind: .badTag)
    }

    // MARK: Directives and markers

    static func directiveWithoutDocument(_ directive: Range<Int>, _ found: Int, _ parser: StrictParser) -> SyntaxMistake
    {
        let next = found..<max(found, parser.endOfLine(found))
        return SyntaxMistake(
            directive, "a directive (% at the start of a line) must be followed by `---`",
            mend: "Write `---` on a line of its own before the document; text that starts with % needs quotes.",
            related: next.isEmpty ? nil : (next, "the document starts here without it"))
    }

    static func directiveInDocument(_ line: Range<Int>) -> SyntaxMistake {
        SyntaxMistake(
            line, "a directive (% at the start of a line) inside a document",
            mend: "End the document above with `...` on a line of its own; text that starts with % needs quotes.")
    }

    static func emptyDirective(_ offset: Int) -> SyntaxMistake {
        SyntaxMistake(offset, "a % without the name of a directive", mend: "Put text that starts with % in quotes.")
    }

    static func secondVersionDirective(_ range: Range<Int>) -> SyntaxMistake {
        SyntaxMistake(range, "a second %YAML directive for one document", mend: "Keep one.")
    }

    static func badVersionDirective(_ range: Range<Int>, _ text: String) -> SyntaxMistake {
        SyntaxMistake(range, "`\(text)` is not a %YAML directive", mend: "Write `%YAML 1.2`, or leave it out.")
    }

    static func otherMajorVersion(_ range: Range<Int>, _ version: String) -> SyntaxMistake {
        SyntaxMistake(
            range, "the document asks for YAML \(version); this reader knows 1.2",
            mend: "Write `%YAML 1.2`, or leave the directive out.")
    }

    static func badTagDirective(_ range: Range<Int>, _ text: String) -> SyntaxMistake {
        SyntaxMistake(
            range, "`\(text)` is not a %TAG directive",
            mend: "Write a handle such as !e! and a prefix, or leave it out.")
    }

    static func secondTagDirective(_ range: Range<Int>, _ handle: String) -> SyntaxMistake {
        SyntaxMistake(range, "a second %TAG directive for the handle \(handle)", mend: "Keep one.")
    }

    static func textBehindDocumentEnd(_ offset: Int, _ lineEnd: Int, _ marker: Int) -> SyntaxMistake {
        SyntaxMistake(
            offset..<lineEnd, "text behind the `...` that ends a document",
            mend: "Put it on a line of its own; a text `...` needs quotes.",
            related: (marker..<marker + 3, "the document ends here"))
    }

    /// What follows a document's node belongs to nothing.
    static func contentBehindRoot(_ offset: Int, _ parser: StrictParser) -> SyntaxMistake {
        let line = offset..<max(offset + 1, parser.endOfLine(offset))
        if parser.byte(offset) == UInt8(ascii: "%"), offset == parser.lineStart {
            return directiveInDocument(line)
        }
        guard parser.isFirstOnLine else { return trailingContent(offset, parser) }
        if parser.isBehindTab { return tabIndentation(parser.lineStart + parser.lineIndent) }
        if parser.lineIndent > 0, let above = parser.indentationAbove(offset), above != parser.lineIndent {
            return wrongIndentation(offset, lineIndent: parser.lineIndent, expected: 0, parser)
        }
        let root = parser.output.events.first
        if let root, root.kind == .mappingStart || root.kind == .sequenceStart, root.style == .block {
            let isSequence = root.kind == .sequenceStart
            let rootIndent = Int(root.lower) - parser.startOfLine(Int(root.lower))
            if rootIndent > parser.lineIndent {
                return SyntaxMistake(
                    line,
                    "indented by \(spaces(parser.lineIndent)), less than the document's first line (\(rootIndent))",
                    mend: "Indent it by \(spaces(rootIndent)), or the lines above by \(spaces(parser.lineIndent)).",
                    related: (Int(root.lower)..<parser.endOfLine(Int(root.lower)), "the first line"))
            }
            if isSequence { return expectedDash(offset, parser.endOfLine(offset), parser) }
        }
        if let last = parser.output.events.last, last.style == .plain, last.kind == .scalar,
            parser.isCommentBetween(Int(last.upper), offset)
        {
            return SyntaxMistake(
                line, "the text above ended at its comment and may not go on behind it",
                mend: "Move the comment, or put the text in quotes or in a block behind `|`.",
                related: (Int(last.lower)..<Int(last.upper), "the text above"))
        }
        return SyntaxMistake(
            line, "this does not belong to the document above, which is complete",
            mend: "Start a new document with `---`, or make the file one mapping or one list.")
    }
}
