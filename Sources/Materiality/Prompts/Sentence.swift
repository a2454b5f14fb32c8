import SourceText

/// One sentence of a prompt, or one list item or heading.
struct Sentence {
    let tokens: [PromptToken]
    let role: String
    let conditions: [String]
    /// Which of the prompt's examples it is part of; nil for what is said to the model itself.
    let example: Int?
    /// What counts when sentences are compared: words, signs and tags in lower case.
    let words: [String]
    /// For what only marks a passage: its sentences, which are cut when somebody asks, and its place in the outline.
    let content: (() -> [Sentence])?
    private let passageMark: OutlineMark?

    init(tokens: [PromptToken], role: String, conditions: [String], example: Int?) {
        self.tokens = tokens
        self.role = role
        self.conditions = conditions
        self.example = example
        words = tokens.compactMap { $0.counts ? $0.key : nil }
        (content, passageMark) = (nil, nil)
    }

    /// Stands for a passage that both sides have.
    init(
        anchor: PromptToken, like piece: EffectivePrompt.Piece, _ mark: OutlineMark,
        _ content: @escaping () -> [Sentence]
    ) {
        tokens = [anchor]
        role = piece.role
        conditions = piece.conditions
        example = piece.example
        words = [anchor.key]
        self.content = content
        passageMark = mark
    }

    var isExample: Bool { example != nil }

    /// True for what only marks where a passage is that both sides have.
    var isAnchor: Bool { tokens.first?.kind == .anchor }

    var outlineMark: OutlineMark { passageMark ?? OutlineMark(tokens) }

    /// The words without the tags.
    var plainWords: [String] { tokens.filter { $0.kind == .word || $0.kind == .sign }.map(\.key) }

    /// Numbers in figures or words, in order.
    var numbers: [String] {
        tokens.filter { token in
            token.kind == .word
                && (token.key.unicodeScalars.contains { $0.properties.numericType != nil }
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
