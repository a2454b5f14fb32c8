import ComponentFormats
import SourceText

/// Cuts text pieces into tokens. Words follow UAX #29 in what matters here: letters, digits and marks, an apostrophe
/// between letters, a point or comma between digits.
///
/// It reads bytes: prompts are mostly ASCII, and are read at every comparison.
struct PromptTokenizer {
    private(set) var tokens: [PromptToken] = []
    private var lineBreaks = 2
    private var isAfterSpace = true
    /// Words that punctuation turns: `No, refunds are allowed`, `Never: promise`, `Do (not) share`.
    private static let denials: Set<String> = ["no", "not", "never"]
    private static let turning: Set<Unicode.Scalar> = [
        ",", ";", ":", "-", "\u{2013}", "\u{2014}", ")", "]", "(", "?", "\u{2026}",
    ]

    mutating func add(tag piece: EffectivePrompt.Piece) {
        var variables: [String] = []
        if case .expression(let names) = piece.kind { variables = names }
        append(.tag, piece.content, key: piece.content, piece.source, piece.range, variables)
    }

    /// The bytes of a text piece in `span`, or all of them.
    mutating func add(text piece: EffectivePrompt.Piece, _ span: Range<Int>? = nil) {
        let text = piece.text
        let span = span ?? piece.span
        let bytes = text.bytes
        var previous: Unicode.Scalar?
        var index = span.lowerBound
        while index < span.upperBound {
            let next = UTF8Scalar(in: bytes, at: index, end: span.upperBound)
            if next.value == "\n" {
                lineBreaks += 1
                isAfterSpace = true
            } else if next.isWhiteSpace {
                isAfterSpace = true
            } else if next.isHidden(after: previous) {
                // Reported by a rule of its own; words are read as if it were not there.
            } else {
                let word = WordEnd(in: bytes, from: index, end: span.upperBound)
                if let end = AddressEnd.find(in: bytes, from: index, span, word: word.end) {
                    // Of an address every byte counts, and capitals too.
                    let shown = String(decoding: bytes[index..<end], as: UTF8.self)
                    append(.sign, shown, key: shown, text, index..<end)
                    index = end
                } else if word.end > index {
                    let written = String(decoding: bytes[index..<word.end], as: UTF8.self)
                    let shown = word.isPlain ? written : written.withoutHiddenCharacters
                    append(.word, shown, key: word.isExact ? shown : Self.key(shown), text, index..<word.end)
                    index = word.end
                } else {
                    let isRange = Self.isBetweenDigits(index..<index + next.length, in: bytes, span)
                    let isSign =
                        Self.isSign(next.value, at: index, in: bytes, span, isAfterSpace, isBetweenDigits: isRange)
                        || Self.turning.contains(next.value) && denies
                    let shown = String(next.value)
                    // All dashes between numbers say `from … to`.
                    let key = isRange && Self.dashes.contains(next.value) ? "-" : shown.lowercased()
                    append(isSign ? .sign : .punctuation, shown, key: key, text, index..<index + next.length)
                    index += next.length
                }
                previous = nil
                continue
            }
            previous = next.value
            index += next.length
        }
    }

    private mutating func append(
        _ kind: PromptToken.Kind, _ text: String, key: String, _ source: MappedText, _ span: Range<Int>
    ) {
        append(kind, text, key: key, source.source, source.sourceRange(span), [])
    }

    private mutating func append(
        _ kind: PromptToken.Kind, _ text: String, key: String, _ source: SourceFile, _ range: Range<Int>,
        _ variables: [String]
    ) {
        tokens.append(
            PromptToken(
                kind: kind, text: text, key: key, variables: variables, source: source, range: range,
                isAfterSpace: isAfterSpace, startsLine: lineBreaks > 0, startsParagraph: lineBreaks > 1))
        lineBreaks = 0
        isAfterSpace = false
    }

    private static func key(_ word: String) -> String {
        let lower = word.lowercased()
        guard lower.unicodeScalars.contains("\u{2019}") else { return lower }
        return lower.split(separator: "\u{2019}", omittingEmptySubsequences: false).joined(separator: "'")
    }

    /// Punctuation whose change does not change words. Everything else that is no word is a sign.
    private static let shaping: Set<Unicode.Scalar> = [
        ".", ",", ";", ":", "!", "?", "'", "\"", "`", "(", ")", "[", "]", "-", "*", "#", "_", "|", "\u{2010}",
        "\u{2011}",
        "\u{2012}", "\u{2013}", "\u{2014}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201C}", "\u{201D}", "\u{201E}",
        "\u{2022}", "\u{2026}", "\u{00AB}", "\u{00BB}", "\u{2039}", "\u{203A}", "\u{00B7}",
    ]

    private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}"]

    /// Whether the last token is a word that punctuation sets apart.
    private var denies: Bool { tokens.last.map { $0.kind == .word && Self.denials.contains($0.key) } ?? false }

    private static func isSign(
        _ scalar: Unicode.Scalar, at index: Int, in bytes: [UInt8], _ span: Range<Int>, _ isAfterSpace: Bool,
        isBetweenDigits: Bool
    ) -> Bool {
        let next = index + 1 < span.upperBound ? bytes[index + 1] : 0
        switch scalar {
        // A minus sign before a number; a range.
        case "-" where isAfterSpace: return next.isASCIIDigit
        case ":": return isBetweenDigits
        case _ where dashes.contains(scalar): return isBetweenDigits
        // `!=`, `!urgent`: not the end of a sentence.
        case "!": return next == UInt8(ascii: "=") || next.isASCIILetterOrDigit
        // A question demands nothing.
        case "?", "\u{FF1F}": return true
        // `C#`.
        case "#": return index > span.lowerBound && bytes[index - 1].isASCIILetterOrDigit
        default: return !shaping.contains(scalar)
        }
    }

    private static func isBetweenDigits(_ place: Range<Int>, in bytes: [UInt8], _ span: Range<Int>) -> Bool {
        place.lowerBound > span.lowerBound && place.upperBound < span.upperBound
            && bytes[place.lowerBound - 1].isASCIIDigit && bytes[place.upperBound].isASCIIDigit
    }
}

/// One character of UTF-8 text.
struct UTF8Scalar {
    let value: Unicode.Scalar
    /// Bytes that it takes.
    let length: Int

    /// U+FFFD for bytes that are no UTF-8.
    @inline(__always)
    init(in bytes: [UInt8], at index: Int, end: Int) {
        let first = bytes[index]
        if first < 0x80 {
            value = Unicode.Scalar(first)
            length = 1
            return
        }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var code = UInt32(first) & (0x7F >> UInt32(width))
        var valid = first >= 0xC2 && index + width <= end
        if valid {
            for offset in 1..<width {
                valid = valid && bytes[index + offset].isUTF8Continuation
                code = code << 6 | UInt32(bytes[index + offset] & 0x3F)
            }
        }
        if valid, let scalar = Unicode.Scalar(code) {
            value = scalar
            length = width
        } else {
            value = "\u{FFFD}"
            length = 1
        }
    }

    @inline(__always)
    var isWhiteSpace: Bool {
        value.value < 0x80 ? value == " " || (0x09...0x0D).contains(value.value) : value.properties.isWhitespace
    }

    @inline(__always)
    func isHidden(after previous: Unicode.Scalar?) -> Bool {
        value.value < 0x7F && value.value >= 0x20 ? false : HiddenCharacters.isHidden(value, after: previous)
    }

    @inline(__always)
    var isAlphabetic: Bool {
        value.isASCII
            ? UInt8(ascii: "a") <= UInt8(value.value) | 0x20 && UInt8(value.value) | 0x20 <= UInt8(ascii: "z")
            : value.properties.isAlphabetic
    }

    @inline(__always)
    var isLetterOrDigit: Bool {
        if value.isASCII { return isAlphabetic || UInt8(value.value).isASCIIDigit || value == "_" }
        if value.properties.isAlphabetic || value.properties.numericType != nil { return true }
        switch value.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
}

/// Where a word that starts at an offset ends; the offset itself when none starts there.
private struct WordEnd {
    private(set) var end: Int
    /// Without hidden characters.
    private(set) var isPlain = true
    /// ASCII without capitals, or a name such as `max_tokens` and `maxTokens`, in which they count.
    var isExact: Bool { isLowerCase || isName }
    private var isLowerCase = true
    private var isName = false

    init(in bytes: [UInt8], from start: Int, end limit: Int) {
        end = start
        var previous: UTF8Scalar?
        while end < limit {
            let scalar = UTF8Scalar(in: bytes, at: end, end: limit)
            let next = end + scalar.length
            if scalar.isLetterOrDigit {
                let isCapital = (0x41...0x5A).contains(scalar.value.value)
                if !scalar.value.isASCII || isCapital { isLowerCase = false }
                if scalar.value == "_" { isName = true }
                if isCapital, let before = previous?.value.value, (0x61...0x7A).contains(before) { isName = true }
            } else if let before = previous, next < limit, joins(scalar.value, before, bytes, next, limit) {
                if !scalar.value.isASCII { isLowerCase = false }
            } else if let before = previous, scalar.isHidden(after: before.value) {
                isPlain = false
                isLowerCase = false
            } else {
                return
            }
            previous = scalar
            end = next
        }
    }

    /// An apostrophe between letters, a point or comma between digits.
    private func joins(
        _ scalar: Unicode.Scalar, _ before: UTF8Scalar, _ bytes: [UInt8], _ next: Int, _ limit: Int
    ) -> Bool {
        switch scalar {
        case "'", "\u{2019}":
            return before.isAlphabetic && UTF8Scalar(in: bytes, at: next, end: limit).isAlphabetic
        case ".", ",":
            return isDigit(before) && isDigit(UTF8Scalar(in: bytes, at: next, end: limit))
        default: return false
        }
    }

    private func isDigit(_ scalar: UTF8Scalar) -> Bool {
        scalar.value.isASCII ? UInt8(scalar.value.value).isASCIIDigit : scalar.value.properties.numericType == .decimal
    }
}

extension UInt8 {
    var isASCIILetterOrDigit: Bool { isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
