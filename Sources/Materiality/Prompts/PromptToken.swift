import SourceText

/// One word, sign or tag of a prompt.
struct PromptToken {
    enum Kind: Equatable {
        case word
        /// A sign that carries meaning: `%`, `€`, `<`, the minus of a number; or an address, byte by byte.
        case sign
        /// Punctuation that only shapes: comma, quote, bracket, bullet.
        case punctuation
        /// An expression inside running text.
        case tag
        /// Stands for a passage that both sides have.
        case anchor
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
            isAfterSpace: isAfterSpace, startsLine: startsLine, startsParagraph: startsParagraph)
    }

    /// False for punctuation: what counts when words are compared.
    var counts: Bool { kind != .punctuation }
}
