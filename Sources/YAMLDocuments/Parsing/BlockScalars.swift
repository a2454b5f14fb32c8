/// Block scalars (YAML 1.2.2, 8.1): text behind `|` or `>`, by indentation.
extension StrictParser {
    private enum Chomping { case clip, strip, keep }

    mutating func blockScalar(parent: Int, properties: NodeProperties?) throws(SyntaxMistake) {
        let lower = at
        let isFolded = current == UInt8(ascii: ">")
        at += 1
        let (indicator, chomping) = try blockHeader(lower)
        var event = YAMLEvent(.scalar, isFolded ? .folded : .literal, lower..<at)
        event.isDecoded = true
        event.textLower = Int32(output.decoded.count)

        while at < end, base[at].isBlank { at += 1 }
        if current == UInt8(ascii: "#") {
            if !base[at - 1].isBlank { throw .commentWithoutSpace(at) }
            at = endOfLine(at)
        }
        guard at >= end || base[at].isBreak else { throw .textBehindBlockHeader(at, endOfLine(at), lower, self) }
        if at < end { passBreak() }

        // A document counts as indented by 0 here, so that `|2` means two spaces at the top too.
        let content = indicator == nil ? try detectedIndent(parent) : max(parent, 0) + (indicator ?? 1)
        let upper = readLines(indent: content, isFolded: isFolded, chomping: chomping)
        event.upper = Int32(upper ?? Int(event.upper))
        event.textUpper = Int32(output.decoded.count)
        try emit(event, properties)
        try checkLineBehind(lower, indent: content, parent: parent)
    }

    /// The line behind the text: `at` is at its start. A comment may have any indentation.
    private func checkLineBehind(_ header: Int, indent: Int, parent: Int) throws(SyntaxMistake) {
        guard at < end, lineIndent < indent else { return }
        if isBlankOrEnd(lineStart + lineIndent) { throw .tabIndentation(lineStart + lineIndent) }
        guard lineIndent > parent, byte(firstToken) != UInt8(ascii: "#") else { return }
        if lineIndent == 0, isDocumentMarker(lineStart) { return }
        throw .blockTextIndentation(firstToken, header, indent: indent, self)
    }

    /// Indentation indicator and chomping, in either order.
    private mutating func blockHeader(_ lower: Int) throws(SyntaxMistake) -> (Int?, Chomping) {
        var indicator: Int?
        var chomping: Chomping?
        while at < end {
            switch base[at] {
            case UInt8(ascii: "+") where chomping == nil: chomping = .keep
            case UInt8(ascii: "-") where chomping == nil: chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indicator == nil:
                indicator = Int(base[at] - UInt8(ascii: "0"))
            case UInt8(ascii: "0"): throw .zeroIndentation(at)
            default: return (indicator, chomping ?? .clip)
            }
            at += 1
        }
        return (indicator, chomping ?? .clip)
    }

    /// The indentation of the first line that is not empty. `at` is at a line's start.
    private mutating func detectedIndent(_ parent: Int) throws(SyntaxMistake) -> Int {
        var index = at
        var deepest = 0
        var deepestOffset = at
        while index < end {
            let line = index
            while index < end, base[index] == UInt8(ascii: " ") { index += 1 }
            let spaces = index - line
            guard index < end else { return max(parent + 1, max(deepest, spaces)) }
            if base[index].isBreak {
                if spaces > deepest {
                    deepest = spaces
                    deepestOffset = index
                }
                index = offsetBehindBreak(index)
                continue
            }
            if spaces <= parent || isDocumentMarker(index) && spaces == 0 {
                if spaces <= parent, base[index] == UInt8(ascii: "\t") {
                    // A line of tabs alone is neither empty nor indented.
                    throw .tabIndentation(index)
                }
                return max(parent + 1, deepest)
            }
            if deepest > spaces {
                throw .emptyLineTooDeep(deepestOffset, indent: spaces, self)
            }
            return spaces
        }
        return max(parent + 1, deepest)
    }

    /// Reads the lines with at least `indent` spaces. Leaves `at` at the start of the next line's token; gives the end
    /// of the last line with text, nil when there is none.
    ///
    /// The end of the file counts as the end of its last line, as in the YAML test suite: the text does not depend on
    /// a last line break that nobody sees.
    private mutating func readLines(indent: Int, isFolded: Bool, chomping: Chomping) -> Int? {
        var pending = 0
        var upper: Int?
        var wasSpaced = true
        while at < end {
            if isDocumentMarker(lineStart), lineIndent == 0 { break }
            let spaces = min(lineIndent, indent)
            let text = lineStart + spaces
            if text >= end {
                at = end
                pending += 1
                break
            }
            if base[text].isBreak {
                pending += 1
                at = text
                passBreak()
                continue
            }
            guard spaces == indent else { break }
            let lineEnd = endOfLine(text)
            let isSpaced = base[text].isBlank
            if upper == nil {
                for _ in 0..<pending { output.decoded.append(UInt8(ascii: "\n")) }
            } else if !isFolded || isSpaced || wasSpaced {
                for _ in 0..<pending { output.decoded.append(UInt8(ascii: "\n")) }
            } else if pending == 1 {
                output.decoded.append(UInt8(ascii: " "))
            } else {
                for _ in 1..<pending { output.decoded.append(UInt8(ascii: "\n")) }
            }
            append(text..<lineEnd)
            upper = lineEnd
            wasSpaced = isSpaced
            pending = 1
            at = lineEnd
            if at < end { passBreak() }
        }
        switch chomping {
        case .strip: break
        case .clip: if upper != nil, pending > 0 { output.decoded.append(UInt8(ascii: "\n")) }
        case .keep: for _ in 0..<pending { output.decoded.append(UInt8(ascii: "\n")) }
        }
        return upper
    }
}
