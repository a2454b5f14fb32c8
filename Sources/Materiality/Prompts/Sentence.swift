import SourceText

/// One sentence of a prompt, or one list item or heading.
struct Sentence {
    let tokens: [PromptToken]
    let role: String
    let conditions: [String]

    /// What counts when sentences are compared: words, signs and tags in lower case.
    var words: [String] { tokens.filter(\.counts).map(\.key) }

    /// The words without the tags.
    var plainWords: [String] { tokens.filter { $0.kind == .word || $0.kind == .sign }.map(\.key) }

    /// Numbers in figures or words, in order.
    var numbers: [String] {
        tokens.filter { token in
            token.kind == .word && (token.key.unicodeScalars.contains { $0.properties.numericType != nil }
                || ModalityLexicon.numberWords.contains(token.key))
        }.map(\.key)
    }

    /// The text as a report quotes it.
    var text: String {
        tokens.enumerated().reduce(into: "") { text, token in
            if token.offset > 0, token.element.isAfterSpace { text += " " }
            text += token.element.text
        }
    }

    /// The file of the first token, from there to the last token of the same file.
    var location: Location {
        guard let first = tokens.first else { return .file(path: "") }
        let last = tokens.last { $0.source === first.source } ?? first
        return .span(first.source, range: first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound))
    }

    var side: ChangeSide { ChangeSide(text, at: location) }
}

/// Cuts a prompt into sentences: at empty lines, list items, headings, the ends of sentences (UAX #29, simplified), and
/// wherever a message or a block starts or ends. Lines that are only wrapped are joined.
enum SentenceSplitter {
    static func sentences(of prompt: EffectivePrompt) -> [Sentence] {
        var sentences: [Sentence] = []
        var tokenizer = PromptTokenizer()
        var current: EffectivePrompt.Piece?
        func flush() {
            guard let piece = current else { return }
            sentences += split(tokenizer.tokens).map {
                Sentence(tokens: $0, role: piece.role, conditions: piece.conditions)
            }
            tokenizer = PromptTokenizer()
            current = nil
        }
        for piece in prompt.pieces {
            switch piece.kind {
            case .role, .block:
                flush()
            case .text:
                if current == nil { current = piece }
                tokenizer.add(text: piece)
            case .expression:
                if current == nil { current = piece }
                tokenizer.add(tag: piece)
            }
        }
        flush()
        return sentences
    }

    /// Words before a point that does not end a sentence.
    private static let abbreviations: Set<String> = [
        "approx", "ca", "dr", "e.g", "eg", "etc", "fig", "i.e", "ie", "incl", "max", "min", "mr", "mrs", "ms", "no", "nr",
        "st", "vs",
    ]

    private static func split(_ tokens: [PromptToken]) -> [[PromptToken]] {
        var sentences: [[PromptToken]] = []
        var current: [PromptToken] = []
        for (index, token) in tokens.enumerated() {
            let startsItem = token.startsLine && isItemMarker(at: index, in: tokens)
            if !current.isEmpty, token.startsParagraph || startsItem || endsSentence(current, before: token) {
                sentences.append(current)
                current = []
            }
            current.append(token)
        }
        if !current.isEmpty { sentences.append(current) }
        // Lines of punctuation alone say nothing.
        return sentences.filter { $0.contains(where: \.counts) }
    }

    /// `- item`, `* item`, `1. item`, `# heading`, `| cell`.
    private static func isItemMarker(at index: Int, in tokens: [PromptToken]) -> Bool {
        let token = tokens[index]
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if token.kind == .punctuation {
            return ["#", "|"].contains(token.text) || ["-", "*", "\u{2022}", "\u{2013}"].contains(token.text) && next.isAfterSpace
        }
        if token.text == "+" { return next.isAfterSpace }
        let isNumber = token.kind == .word && token.text.utf8.allSatisfy { (48...57).contains($0) }
        let isLetter = token.kind == .word && token.text.unicodeScalars.count == 1
        let closes = next.text == "." || next.text == ")"
        return (isNumber || isLetter) && closes && index + 2 < tokens.count && tokens[index + 2].isAfterSpace
    }

    private static func endsSentence(_ sentence: [PromptToken], before token: PromptToken) -> Bool {
        // A heading ends with its line.
        if token.startsLine, sentence.first?.text == "#" { return true }
        guard token.isAfterSpace || token.startsLine else { return false }
        let closers: Set<String> = ["\"", "'", ")", "]", "\u{201D}", "\u{2019}", "*", "_", "`"]
        guard let end = sentence.lastIndex(where: { !($0.kind == .punctuation && closers.contains($0.text)) }) else {
            return false
        }
        switch sentence[end].text {
        case "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}": return true
        case ".":
            let word = end > 0 ? sentence[end - 1] : nil
            guard let word, word.kind == .word else { return true }
            // `1.` and `a.` at the start number an item; `e.g.` and initials abbreviate.
            let isItemNumber = end == 1 && sentence[0].startsLine
            let isInitial = word.text.unicodeScalars.count == 1 && word.text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
            return !isItemNumber && !isInitial && !abbreviations.contains(word.key)
        default: return false
        }
    }
}
