/// Scalars in quotes (YAML 1.2.2, 7.3.1 and 7.3.2).
extension StrictParser {
    /// A quoted scalar; its further lines need at least `indent` spaces.
    mutating func quotedScalar(indent: Int) throws(SyntaxMistake) {
        let lower = at
        let quote = current
        let isDouble = quote == UInt8(ascii: "\"")
        at += 1
        var event = YAMLEvent(.scalar, isDouble ? .doubleQuoted : .singleQuoted, lower..<lower)
        // Most quoted texts are a slice of the file: found by one pass without copying.
        var index = at
        while index < end, base[index] != quote, base[index] != UInt8(ascii: "\\"), !base[index].isBreak { index += 1 }
        let isSimple =
            index < end && base[index] == quote
            && (isDouble || byte(index + 1) != quote)
        if isSimple {
            event.textLower = Int32(at)
            event.textUpper = Int32(index)
            at = index + 1
        } else {
            event.isDecoded = true
            event.textLower = Int32(output.decoded.count)
            try decodeQuoted(quote, isDouble, indent, open: lower)
            event.textUpper = Int32(output.decoded.count)
        }
        event.upper = Int32(at)
        try emit(event)
    }

    private mutating func decodeQuoted(
        _ quote: UInt8, _ isDouble: Bool, _ indent: Int, open: Int
    ) throws(SyntaxMistake) {
        // White space before a break is dropped, but not what an escape wrote.
        var keep = output.decoded.count
        while true {
            guard at < end else { throw .unclosedQuote(open, self) }
            let byte = base[at]
            if byte == quote {
                if !isDouble, self.byte(at + 1) == quote {
                    output.decoded.append(quote)
                    at += 2
                    continue
                }
                at += 1
                return
            }
            if isDouble, byte == UInt8(ascii: "\\") {
                if self.byte(at + 1).isBreak, at + 1 < end {
                    // An escaped break joins the lines; the white space before it stays.
                    at += 1
                    let breaks = try foldBreaks(indent, open)
                    for _ in 1..<max(breaks, 1) { output.decoded.append(UInt8(ascii: "\n")) }
                } else {
                    try decodeEscape(open)
                }
                keep = output.decoded.count
                continue
            }
            if byte.isBreak {
                while output.decoded.count > keep, output.decoded.last?.isBlank == true { output.decoded.removeLast() }
                let breaks = try foldBreaks(indent, open)
                if breaks == 1 {
                    output.decoded.append(UInt8(ascii: " "))
                } else {
                    for _ in 1..<breaks { output.decoded.append(UInt8(ascii: "\n")) }
                }
                keep = output.decoded.count
                continue
            }
            output.decoded.append(byte)
            at += 1
        }
    }

    /// Moves over breaks, empty lines and the next line's white space; gives the number of breaks.
    private mutating func foldBreaks(_ indent: Int, _ open: Int) throws(SyntaxMistake) -> Int {
        var breaks = 0
        while at < end, base[at].isBreak {
            passBreak()
            breaks += 1
            if isDocumentMarker(at) { throw .unclosedQuote(open, self) }
            at = firstToken
            // Deviation: white space on an empty line need not reach the indentation; it has no effect.
            if at < end, !base[at].isBreak, lineIndent < indent {
                if isBehindTab { throw .tabIndentation(lineStart + lineIndent) }
                throw .quotedIndentation(at, open: open, indent: indent, self)
            }
        }
        return breaks
    }

    /// An escape of 5.7. Surrogate pairs, as JSON writes them, are put together.
    private mutating func decodeEscape(_ open: Int) throws(SyntaxMistake) {
        let start = at
        let name = byte(at + 1)
        at += 2
        switch name {
        case UInt8(ascii: "0"): output.decoded.append(0)
        case UInt8(ascii: "a"): output.decoded.append(7)
        case UInt8(ascii: "b"): output.decoded.append(8)
        case UInt8(ascii: "t"), UInt8(ascii: "\t"): output.decoded.append(9)
        case UInt8(ascii: "n"): output.decoded.append(10)
        case UInt8(ascii: "v"): output.decoded.append(11)
        case UInt8(ascii: "f"): output.decoded.append(12)
        case UInt8(ascii: "r"): output.decoded.append(13)
        case UInt8(ascii: "e"): output.decoded.append(27)
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): output.decoded.append(name)
        case UInt8(ascii: "N"): output.decoded.append(contentsOf: "\u{85}".utf8)
        case UInt8(ascii: "_"): output.decoded.append(contentsOf: "\u{A0}".utf8)
        case UInt8(ascii: "L"): output.decoded.append(contentsOf: "\u{2028}".utf8)
        case UInt8(ascii: "P"): output.decoded.append(contentsOf: "\u{2029}".utf8)
        case UInt8(ascii: "x"): try appendScalar(try hexadecimal(2, start), start)
        case UInt8(ascii: "u"):
            var value = try hexadecimal(4, start)
            if (0xD800..<0xDC00).contains(value), byte(at) == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u") {
                at += 2
                let low = try hexadecimal(4, start)
                guard (0xDC00..<0xE000).contains(low) else { throw .badEscape(start..<at, isSurrogate: true, self) }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            try appendScalar(value, start)
        case UInt8(ascii: "U"): try appendScalar(try hexadecimal(8, start), start)
        default:
            guard start + 1 < end else { throw .unclosedQuote(open, self) }
            throw .badEscape(start..<start + 2, isSurrogate: false, self)
        }
    }

    private mutating func hexadecimal(_ count: Int, _ start: Int) throws(SyntaxMistake) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = byte(at).hexadecimalDigit else {
                throw .shortEscape(start..<min(at + 1, end), digits: count, self)
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    private mutating func appendScalar(_ value: UInt32, _ start: Int) throws(SyntaxMistake) {
        guard let scalar = Unicode.Scalar(value) else { throw .badEscape(start..<at, isSurrogate: true, self) }
        output.decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
