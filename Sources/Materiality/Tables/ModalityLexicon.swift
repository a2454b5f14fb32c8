/// Words by which English prompts forbid, demand and hedge. Version 1, English only: a sentence in another language
/// has no modality here, and its edits are `prompt/instruction-changed`.
enum ModalityLexicon {
    static let version = "en/1"

    /// How strongly a phrase forbids or demands. Phrases are lower-case words with a space between.
    enum Strength: Int, Comparable {
        case hedged = 1
        case soft
        case hard

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    static let prohibitions: [(phrase: String, strength: Strength)] = [
        ("never", .hard), ("must not", .hard), ("mustn't", .hard), ("must never", .hard), ("may not", .hard),
        ("shall not", .hard), ("shan't", .hard), ("do not", .hard), ("don't", .hard), ("cannot", .hard),
        ("can not", .hard), ("can't", .hard), ("under no circumstances", .hard), ("in no case", .hard),
        ("not allowed", .hard), ("not permitted", .hard), ("not authorised", .hard), ("not authorized", .hard),
        ("forbidden", .hard), ("prohibited", .hard), ("refuse to", .hard), ("decline to", .hard), ("refuse", .hard),
        ("leave out", .hard), ("omit", .hard), ("keep out", .hard), ("give no", .hard), ("make no", .hard),
        ("offer no", .hard), ("provide no", .hard), ("reveal no", .hard), ("share no", .hard), ("disclose no", .hard),
        ("should not", .soft), ("shouldn't", .soft), ("should never", .soft), ("ought not", .soft), ("avoid", .soft),
        ("refrain from", .soft), ("stay away from", .soft),
        ("try not", .hedged), ("try to avoid", .hedged), ("try to refrain", .hedged), ("prefer not", .hedged),
        ("better not", .hedged), ("rather not", .hedged), ("aim not", .hedged), ("be careful not", .hedged),
        ("be careful about", .hedged), ("be cautious", .hedged),
    ]

    static let obligations: [(phrase: String, strength: Strength)] = [
        ("must", .hard), ("always", .hard), ("shall", .hard), ("have to", .hard), ("has to", .hard), ("need to", .hard),
        ("needs to", .hard), ("required to", .hard), ("make sure", .hard), ("ensure", .hard), ("be sure to", .hard),
        ("at all times", .hard), ("only", .hard), ("without exception", .hard),
        ("should", .soft), ("ought to", .soft),
        ("try to", .hedged), ("aim to", .hedged), ("prefer to", .hedged),
    ]

    /// A sentence with one of these forbids or demands no more than a hedged one, whatever else it says.
    static let hedges: [String] = [
        "if possible", "where possible", "when possible", "whenever possible", "as far as possible", "if you can",
        "generally", "usually", "normally", "typically", "ideally", "preferably", "in most cases", "mostly", "unless",
        "except", "as a rule", "when in doubt", "within reason", "unnecessarily",
    ]

    /// Start a clause that says when, not what: `if the articles do not answer the question, …`.
    static let conditionals: Set<String> = [
        "if", "when", "whenever", "where", "wherever", "whether", "because", "since", "while", "who", "that", "which",
    ]

    /// Words after which `do not` and the like are an instruction; after a noun they describe it.
    static let instructionOpeners: Set<String> = [
        "and", "or", "but", "please", "you", "also", "then", "so", "instead", "therefore", "however", "still", "we",
        "it",
        "assistant", "bot", "model",
    ]

    /// Prohibitions that are one only where an instruction starts.
    static let positional: Set<String> = ["do not", "don't", "cannot", "can not", "can't", "refuse", "omit"]

    /// `one` is left out: it is more often a pronoun.
    static let numberWords: Set<String> = [
        "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
        "dozen", "half", "twice",
    ]
}
