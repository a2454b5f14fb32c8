/// Scalars without quotes (YAML 1.2.2, 7.3.3).
extension StrictParser {
    /// A plain scalar. Further lines belong to it when they have at least `indent` spaces.
    mutating func plainScalar(indent: Int, inFlow: Bool, isAfterKey start: BlockStart) throws(SyntaxMistake) {
        let lower = at
        guard canStartPlain(inFlow) else { throw .cannotStart(at, inFlow: inFlow, start, self) }
        var upper = endOfPlainLine(at, inFlow)
        at = upper
        var event = YAMLEvent(.scalar, .plain, lower..<upper)
        let textLower = output.decoded.count
        var isFolded = false
        while let next = nextPlainLine(indent, inFlow) {
            if !isFolded {
                isFolded = true
                append(lower..<upper)
            }
            let lineUpper = endOfPlainLine(next.text, inFlow)
            // A line that starts with a colon and a space holds no text of this scalar.
            if lineUpper == next.text {
                at = upper
                break
            }
            if next.breaks == 1 {
                output.decoded.append(UInt8(ascii: " "))
            } else {
                for _ in 1..<next.breaks { output.decoded.append(UInt8(ascii: "\n")) }
            }
            append(next.text..<lineUpper)
            startLine(at: next.line)
            upper = lineUpper
            at = upper
        }
        event.upper = Int32(upper)
        event.isDecoded = isFolded
        event.textLower = Int32(isFolded ? textLower : lower)
        event.textUpper = Int32(isFolded ? output.decoded.count : upper)
        try emit(event)
    }

    mutating func append(_ range: Range<Int>) {
        output.decoded.append(contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Rule ns-plain-first: an indicator may not start plain text, except `-`, `?` and `:` before text.
    @inline(__always)
    private func canStartPlain(_ inFlow: Bool) -> Bool {
        switch current {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            return isPlainSafe(at + 1, inFlow)
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return false
        default: return true
        }
    }

    @inline(__always)
    private func isPlainSafe(_ offset: Int, _ inFlow: Bool) -> Bool {
        !isBlankOrEnd(offset) && !(inFlow && base[offset].isFlowIndicator)
    }

    /// The end of the plain text of one line, without white space behind it.
    private mutating func endOfPlainLine(_ offset: Int, _ inFlow: Bool) -> Int {
        var index = offset
        var upper = offset
        while index < end {
            let byte = base[index]
            if PlainByte.isOrdinary(byte) {
                index += 1
                upper = index
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                index += 1
                continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return upper
            case UInt8(ascii: ":"):
                if !isPlainSafe(index + 1, inFlow) { return upper }
            case UInt8(ascii: "#"):
                if index > upper { return upper }
            default:
                if inFlow { return upper }
            }
            index += 1
            upper = index
        }
        return upper
    }

    /// The next line that continues a plain scalar: where the line and its text start, and the breaks before it.
    private mutating func nextPlainLine(_ indent: Int, _ inFlow: Bool) -> (line: Int, text: Int, breaks: Int)? {
        var index = at
        while index < end, base[index].isBlank { index += 1 }
        guard index < end, base[index].isBreak else { return nil }
        var breaks = 0
        var line = index
        while index < end, base[index].isBreak {
            index = offsetBehindBreak(index)
            breaks += 1
            line = index
            while index < end, base[index] == UInt8(ascii: " ") { index += 1 }
            if index - line < indent, index < end, !base[index].isBlank, !base[index].isBreak { return nil }
            let spaces = index - line
            while index < end, base[index].isBlank { index += 1 }
            if index < end, !base[index].isBreak, spaces < indent { return nil }
        }
        guard index < end, base[index] != UInt8(ascii: "#"), !(index == line && isDocumentMarker(index)) else {
            return nil
        }
        if inFlow, base[index].isFlowIndicator { return nil }
        return (line, index, breaks)
    }
}

/// Bytes that plain text may hold anywhere.
private enum PlainByte {
    @inline(__always)
    static func isOrdinary(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ":"),
            UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            false
        default: true
        }
    }
}
