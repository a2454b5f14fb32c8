/// Words by which an English prompt has users told that they deal with an AI system. Version 1.
enum DisclosureLexicon {
    static let version = "en/1"

    /// What the assistant says it is, in lower case.
    static let systems = AIWords.names.union(["artificial", "automated", "computer", "machine", "robot"])

    /// What it does with that.
    static let verbs: Set<String> = [
        "acknowledge", "admit", "announce", "clarify", "confirm", "disclose", "explain", "identify", "inform",
        "introduce", "mention", "remind", "reveal", "say", "state", "tell",
    ]

    /// Whom it concerns: without one of these, `say` may speak of an AI that is the subject of a question.
    static let speakers: Set<String> = ["you", "you're", "yourself", "i", "i'm", "we", "we're", "this"]

    /// A sentence that has the assistant say what it is: `Tell customers that you are an AI`. A sentence that only gives
    /// it a part, such as `You are an AI assistant`, tells nobody.
    static func isDisclosure(_ sentence: Sentence) -> Bool {
        mentions(sentence) && !Modality(sentence).forbids && !claimsTheOpposite(sentence)
    }

    /// The opposite: `Never say that you are a bot`, `Say that you are human`.
    static func isConcealment(_ sentence: Sentence) -> Bool {
        mentions(sentence) && Modality(sentence).forbids || claimsTheOpposite(sentence)
    }

    private static func mentions(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.plainWords)
        return !words.isDisjoint(with: systems) && !words.isDisjoint(with: verbs) && !words.isDisjoint(with: speakers)
    }

    private static func claimsTheOpposite(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.plainWords)
        let isHuman = words.contains("human") || words.contains("person")
        let denies = words.contains("pretend") || words.contains("claim") || words.contains("pose")
        return isHuman && denies && !Modality(sentence).forbids && !words.isDisjoint(with: speakers)
    }
}
