import SourceText

/// Cuts a prompt into sentences: at empty lines, list items, headings, the ends of sentences (UAX #29, simplified), and
/// wherever a message or a block starts or ends. Lines that are only wrapped are joined.
enum SentenceSplitter {
    /// All sentences of a prompt.
    static func sentences(of prompt: EffectivePrompt) -> [Sentence] { PromptPassages.sentences(of: prompt) }

    /// Words before a point that does not end a sentence.
    private static let abbreviations: Set<String> = [
        "approx", "ca", "dr", "e.g", "eg", "etc", "fig", "i.e", "ie", "incl", "max", "min", "mr", "mrs", "ms", "no",
        "nr",
        "st", "vs",
    ]

    static func split(_ tokens: [PromptToken]) -> [[PromptToken]] {
        var sentences: [[PromptToken]] = []
        var current: [PromptToken] = []
        var markers = ListMarkers(tokens: tokens)
        for (index, token) in tokens.enumerated() {
            let marker = token.startsLine ? markers.read(at: index) : nil
            if !current.isEmpty, token.startsParagraph || marker != nil || endsSentence(current, before: token) {
                sentences.append(current)
                current = []
            }
            // The number of a list item says where it stands, not what it says.
            current.append(marker == .ordinal ? token.asPunctuation : token)
        }
        if !current.isEmpty { sentences.append(current) }
        // Lines of punctuation alone say nothing.
        return sentences.filter { $0.contains(where: \.counts) }
    }

    private static func endsSentence(_ sentence: [PromptToken], before token: PromptToken) -> Bool {
        // A heading ends with its line; `1.` is not the end of an item, but its start.
        if token.startsLine, sentence.first?.text == "#" { return true }
        if !sentence.contains(where: \.counts) { return false }
        guard token.isAfterSpace || token.startsLine else { return false }
        let closers: Set<String> = ["\"", "'", ")", "]", "\u{201D}", "\u{2019}", "*", "_", "`"]
        guard let end = sentence.lastIndex(where: { !($0.kind == .punctuation && closers.contains($0.text)) }) else {
            return false
        }
        switch sentence[end].text {
        case "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}": return true
        case ".":
            guard end > 0, sentence[end - 1].kind == .word else { return true }
            let word = sentence[end - 1]
            let isInitial =
                word.text.unicodeScalars.count == 1 && word.text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
            return !isInitial && !abbreviations.contains(word.key)
        default: return false
        }
    }
}

/// Tells what starts a list item: `- item`, `* item`, `# heading`, `| cell`, and `1. item` when the numbers run on.
private struct ListMarkers {
    enum Marker { case bullet, ordinal }

    let tokens: [PromptToken]
    /// The last number, or the place of the last letter in the alphabet. A number that does not run on is a number: in
    /// a wrapped line, `50. Then ask` may end what was said before.
    private var last = 0

    init(tokens: [PromptToken]) { self.tokens = tokens }

    mutating func read(at index: Int) -> Marker? {
        guard index + 1 < tokens.count else { return nil }
        let (token, next) = (tokens[index], tokens[index + 1])
        switch token.kind {
        case .punctuation:
            let isTableOrHeading = ["#", "|"].contains(token.text)
            let isBullet = ["-", "*", "\u{2022}", "\u{2013}"].contains(token.text) && next.isAfterSpace
            return isTableOrHeading || isBullet ? .bullet : nil
        case .sign:
            return token.text == "+" && next.isAfterSpace ? .bullet : nil
        case .word:
            guard next.text == "." || next.text == ")", index + 2 < tokens.count, tokens[index + 2].isAfterSpace,
                let ordinal = Self.ordinal(token.key), ordinal == 1 || ordinal == last + 1
            else { return nil }
            last = ordinal
            return .ordinal
        case .tag, .anchor:
            return nil
        }
    }

    private static func ordinal(_ word: String) -> Int? {
        if let number = Int(word), word.utf8.count <= 3 { return number }
        guard word.utf8.count == 1, let byte = word.utf8.first, (97...122).contains(byte) else { return nil }
        return Int(byte) - 96
    }
}
