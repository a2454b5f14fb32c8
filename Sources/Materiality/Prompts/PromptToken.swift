import ComponentFormats
import SourceText

/// One word, sign or tag of a prompt.
struct PromptToken {
    enum Kind: Equatable {
        case word
        /// A sign that carries meaning: `%`, `€`, `<`, the minus of a number.
        case sign
        /// Punctuation that only shapes: comma, quote, bracket, bullet.
        case punctuation
        /// An expression inside running text.
        case tag
    }

    let kind: Kind
    /// As written, hidden characters left out.
    let text: String
    /// For comparison: lower case; equal strings are canonically equivalent.
    let key: String
    /// The values that a tag puts in.
    let variables: [String]
    let source: SourceFile
    let range: Range<Int>
    let isAfterSpace: Bool
    /// True for the first token of a line.
    let startsLine: Bool
    /// True when an empty line, or the start of the text, is before it.
    let startsParagraph: Bool

    /// The same token where it only shapes the text.
    var asPunctuation: PromptToken {
        PromptToken(
            kind: .punctuation, text: text, key: key, variables: variables, source: source, range: range,
            isAfterSpace: isAfterSpace,
            startsLine: startsLine, startsParagraph: startsParagraph)
    }

    /// False for punctuation: what counts when words are compared.
    var counts: Bool { kind != .punctuation }
}

/// Cuts text pieces into tokens. Words follow UAX #29 in what matters here: letters, digits and marks, an apostrophe
/// between letters, a point or comma between digits.
struct PromptTokenizer {
    private(set) var tokens: [PromptToken] = []
    private var lineBreaks = 2
    private var isAfterSpace = true

    mutating func add(tag piece: EffectivePrompt.Piece) {
        var variables: [String] = []
        if case .expression(let names) = piece.kind { variables = names }
        append(.tag, piece.content, key: piece.content, piece.source, piece.range, variables)
    }

    mutating func add(text piece: EffectivePrompt.Piece) {
        let scalars = Array(piece.content.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = piece.span.lowerBound
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)

        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let previous = index > 0 ? scalars[index - 1] : nil
            if scalar == "\n" {
                lineBreaks += 1
                isAfterSpace = true
            } else if scalar.properties.isWhitespace {
                isAfterSpace = true
            } else if HiddenCharacters.isHidden(scalar, after: previous) {
                // Reported by a rule of its own; words are read as if it were not there.
            } else {
                let end = Self.wordEnd(in: scalars, from: index)
                let length = max(end - index, 1)
                let range = piece.text.sourceRange(offsets[index]..<offsets[index + length])
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars[index..<index + length])
                let word = String(text).withoutHiddenCharacters
                let kind: PromptToken.Kind =
                    end > index
                    ? .word : Self.isSign(scalar, at: index, in: scalars, isAfterSpace) ? .sign : .punctuation
                append(kind, word, key: Self.key(word), piece.source, range)
                index += length
                continue
            }
            index += 1
        }
    }

    private mutating func append(
        _ kind: PromptToken.Kind, _ text: String, key: String, _ source: SourceFile, _ range: Range<Int>,
        _ variables: [String] = []
    ) {
        tokens.append(
            PromptToken(
                kind: kind, text: text, key: key, variables: variables, source: source, range: range,
                isAfterSpace: isAfterSpace,
                startsLine: lineBreaks > 0, startsParagraph: lineBreaks > 1))
        lineBreaks = 0
        isAfterSpace = false
    }

    private static func key(_ word: String) -> String {
        word.lowercased().split(separator: "\u{2019}", omittingEmptySubsequences: false).joined(separator: "'")
    }

    /// Where a word that starts at an index ends; the index itself when none starts there.
    private static func wordEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        while index < scalars.count {
            let scalar = scalars[index]
            if isLetterOrDigit(scalar) {
                index += 1
            } else if index > start, scalar == "'" || scalar == "\u{2019}", index + 1 < scalars.count,
                scalars[index + 1].properties.isAlphabetic, scalars[index - 1].properties.isAlphabetic
            {
                index += 1
            } else if index > start, scalar == "." || scalar == ",", index + 1 < scalars.count,
                isDigit(scalars[index + 1]), isDigit(scalars[index - 1])
            {
                index += 1
            } else if index > start, HiddenCharacters.isHidden(scalar, after: scalars[index - 1]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

    /// Punctuation whose change does not change words. Everything else that is no word is a sign.
    private static let shaping: Set<Unicode.Scalar> = [
        ".", ",", ";", ":", "!", "?", "'", "\"", "`", "(", ")", "[", "]", "-", "*", "#", "_", "|", "\u{2010}",
        "\u{2011}",
        "\u{2012}", "\u{2013}", "\u{2014}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201C}", "\u{201D}", "\u{201E}",
        "\u{2022}", "\u{2026}", "\u{00AB}", "\u{00BB}", "\u{2039}", "\u{203A}", "\u{00B7}",
    ]

    private static func isSign(
        _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar], _ isAfterSpace: Bool
    ) -> Bool {
        // A minus sign before a number, but not the hyphen of `24-7`.
        if scalar == "-", isAfterSpace, index + 1 < scalars.count, isDigit(scalars[index + 1]) { return true }
        return !shaping.contains(scalar)
    }
}
