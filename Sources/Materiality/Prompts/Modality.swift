/// What a sentence forbids and demands, as far as a word list can tell.
struct Modality {
    /// One entry for each phrase found, the strongest first.
    let prohibitions: [ModalityLexicon.Strength]
    let obligations: [ModalityLexicon.Strength]

    init(_ sentence: Sentence) {
        guard !LanguageMarks.isForeign(sentence) else {
            (prohibitions, obligations) = ([], [])
            return
        }
        var reader = Reader(tokens: sentence.tokens)
        reader.run()
        let limit: ModalityLexicon.Strength = reader.isHedged ? .hedged : .hard
        prohibitions = reader.prohibitions.map { min($0, limit) }.sorted(by: >)
        obligations = reader.obligations.map { min($0, limit) }.sorted(by: >)
    }

    var forbids: Bool { !prohibitions.isEmpty }
    var demands: Bool { !obligations.isEmpty }

    /// True when some prohibition is missing or less strong than its counterpart.
    func forbidsLess(than other: Modality) -> Bool {
        prohibitions.count < other.prohibitions.count || zip(prohibitions, other.prohibitions).contains { $0 < $1 }
    }

    func forbidsMore(than other: Modality) -> Bool { other.forbidsLess(than: self) }
}

/// Looks for the phrases of the lexicon, the longest first, each word used once.
private struct Reader {
    let tokens: [PromptToken]
    private(set) var prohibitions: [ModalityLexicon.Strength] = []
    private(set) var obligations: [ModalityLexicon.Strength] = []
    private(set) var isHedged = false

    private enum Sense {
        case prohibition(ModalityLexicon.Strength, isPositional: Bool)
        case obligation(ModalityLexicon.Strength)
        case hedge
    }

    /// By first word, the longest phrases first.
    private static let phrases: [String: [(words: [String], sense: Sense)]] = {
        var all: [(words: [String], sense: Sense)] = []
        func words(_ phrase: String) -> [String] { phrase.split(separator: " ").map(String.init) }
        for entry in ModalityLexicon.prohibitions {
            let isPositional = ModalityLexicon.positional.contains(entry.phrase)
            all.append((words(entry.phrase), .prohibition(entry.strength, isPositional: isPositional)))
        }
        all += ModalityLexicon.obligations.map { (words($0.phrase), .obligation($0.strength)) }
        all += ModalityLexicon.hedges.map { (words($0), .hedge) }
        let sorted = all.sorted { $0.words.count > $1.words.count }
        return Dictionary(grouping: sorted) { $0.words.first ?? "" }
    }()

    init(tokens: [PromptToken]) { self.tokens = tokens }

    mutating func run() {
        let words = tokens.filter { $0.kind != .punctuation || ",;:.".contains($0.text) || $0.text == "\u{2014}" }
        var isInCondition = false
        var index = 0
        while index < words.count {
            let word = words[index]
            if word.kind == .punctuation || word.key == "," || word.key == "then" { isInCondition = false }
            guard let phrase = Self.phrases[word.key]?.first(where: { matches($0.words, at: index, in: words) }) else {
                if word.kind == .word, ModalityLexicon.conditionals.contains(word.key) { isInCondition = true }
                index += 1
                continue
            }
            switch phrase.sense {
            case .hedge:
                isHedged = true
            case .obligation(let strength):
                if !isInCondition { obligations.append(strength) }
            case .prohibition(let strength, let isPositional):
                if !isInCondition, !isPositional || opensInstruction(at: index, in: words) {
                    prohibitions.append(strength)
                }
            }
            index += phrase.words.count
        }
    }

    private func matches(_ phrase: [String], at index: Int, in words: [PromptToken]) -> Bool {
        index + phrase.count <= words.count && zip(phrase, words[index...]).allSatisfy { $0 == $1.key }
    }

    /// At the start of the sentence, after punctuation, or after a word that instructions start with.
    private func opensInstruction(at index: Int, in words: [PromptToken]) -> Bool {
        guard index > 0 else { return true }
        let before = words[index - 1]
        return before.kind != .word || ModalityLexicon.instructionOpeners.contains(before.key)
    }
}
