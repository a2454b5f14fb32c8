import SourceText

/// The tokens of JSON (RFC 8259, chapters 2, 6 and 7), from left to right. Every access is bounded by `bytes.count`.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index: Int
    /// The value of the last string that had escapes.
    private(set) var unescaped: [UInt8] = []

    /// - Parameter bytes: valid UTF-8 that must outlive this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // Parsers may ignore a byte-order mark at the start (chapter 8.1).
        index = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    }

    var isAtEnd: Bool { index >= bytes.count }
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance() { index += 1 }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func skipWhiteSpace() {
        while let byte = current, byte.isYAMLWhiteSpace { index += 1 }
    }

    func unexpected(_ wanted: String) -> JSONStop {
        if isAtEnd {
            return JSONStop(
                .syntax, bytes.count..<bytes.count, "not valid JSON: the text ends where \(wanted) should be",
                mend: "Complete the JSON text.")
        }
        return JSONStop(
            .syntax, index..<index + 1, "not valid JSON: expected \(wanted)",
            mend: "Check commas, quotes and brackets at this place.")
    }

    // MARK: Numbers and words

    /// `null`, `true`, `false` or a number.
    mutating func word() throws(JSONStop) -> ScalarType {
        if skipWord("null") { return .null }
        if skipWord("true") || skipWord("false") { return .boolean }
        let start = index
        let isNegative = skip("-")
        if skip("0") {
            if current?.decimalDigit != nil { throw unexpected("no digit after a leading zero") }
        } else if skipDigits() == 0 {
            index = isNegative ? index : start
            throw unexpected(isNegative ? "a digit" : "a value")
        }
        var type = ScalarType.integer
        if skip(".") {
            type = .float
            guard skipDigits() > 0 else { throw unexpected("a digit") }
        }
        if skip("e") || skip("E") {
            type = .float
            if !skip("+") { _ = skip("-") }
            guard skipDigits() > 0 else { throw unexpected("a digit") }
        }
        return type
    }

    private mutating func skipWord(_ word: StaticString) -> Bool {
        let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        let end = index + text.count
        guard end <= bytes.count, TextHash.areEqual(UnsafeBufferPointer(rebasing: bytes[index..<end]), text)
        else { return false }
        index = end
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while current?.decimalDigit != nil { index += 1 }
        return index - start
    }

    // MARK: Strings

    /// Where the string's text stands in the source; nil when it has escapes, and `unescaped` has its value. The
    /// scanner stands on the opening quote and ends behind the closing one.
    mutating func string() throws(JSONStop) -> Range<Int>? {
        let start = index
        advance()
        skipOrdinary()
        if current == UInt8(ascii: "\"") {
            advance()
            return start + 1..<index - 1
        }
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start + 1..<index])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                advance()
                return nil
            case UInt8(ascii: "\\"):
                try readEscape()
            case 0..<0x20:
                throw JSONStop(
                    .syntax, index..<index + 1, "not valid JSON: a control character inside a string",
                    mend: "Write it as an escape, such as \\n or \\t.")
            default:
                let lower = index
                skipOrdinary()
                unescaped.append(contentsOf: bytes[lower..<index])
            }
        }
        throw JSONStop(
            .syntax, start..<start + 1, "not valid JSON: the string that starts here has no end",
            mend: "Close the string with a double quote.")
    }

    /// Skips the bytes of a string that stand for themselves.
    private mutating func skipOrdinary() {
        var index = index
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
            bytes[index] != UInt8(ascii: "\\")
        { index += 1 }
        self.index = index
    }

    private mutating func readEscape() throws(JSONStop) {
        let start = index
        advance()
        guard let letter = current else { throw unexpected("an escape") }
        advance()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            unescaped.append(contentsOf: Array(String(try escapedScalar(from: start)).utf8))
        default:
            throw JSONStop(
                .syntax, start..<index, "not valid JSON: an unknown escape",
                mend: "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.")
        }
    }

    /// The scalar of `\uXXXX`, or of two that form a surrogate pair. The scanner stands behind the `u`.
    private mutating func escapedScalar(from start: Int) throws(JSONStop) -> Unicode.Scalar {
        var value = try fourDigits()
        if (0xD800...0xDBFF).contains(value), bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            index += 2
            let low = try fourDigits()
            if (0xDC00...0xDFFF).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw JSONStop(
                .encoding, start..<index, "half a surrogate pair, which is no character",
                mend: "Write both halves, or the character itself.")
        }
        return scalar
    }

    private mutating func fourDigits() throws(JSONStop) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = current?.hexadecimalDigit else { throw unexpected("a hexadecimal digit") }
            value = value << 4 + UInt32(digit)
            advance()
        }
        return value
    }
}

extension UInt8 {
    var isYAMLWhiteSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
            || self == UInt8(ascii: "\t")
    }
}
