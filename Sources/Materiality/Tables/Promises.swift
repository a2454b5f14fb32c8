/// What a text promises to users, told by a key or by words: that they deal with an AI system (EU AI Act, article
/// 50(1)), and how to reach a person.
struct Promise: Sendable {
    let removed: ChangeRule
    let added: ChangeRule
    /// Part of a sentence: `users are told …`.
    let what: String
    /// Parts of keys, written in lower-case letters only.
    let keys: [String]
    /// Words of which one must stand in a sentence, in lower case: English first, then what other European languages
    /// call AI.
    let words: Set<String>
    /// Pairs of neighbouring words that say it together.
    var pairs: Set<[String]> = []

    static let aiDisclosure = Promise(
        removed: ExperienceRules.aiDisclosureRemoved, added: ExperienceRules.aiDisclosureAdded,
        what: "that they deal with an AI system", keys: ["aidisclosure", "ainotice", "botdisclosure", "chatbotnotice"],
        words: AIWords.names.union(["ki", "ia", "k\u{FC}nstliche", "llm", "gpt"]),
        pairs: [
            ["artificial", "intelligence"], ["automated", "assistant"], ["automated", "system"], ["automated", "chat"],
        ])
    static let humanHandoff = Promise(
        removed: ExperienceRules.humanHandoffRemoved, added: ExperienceRules.humanHandoffAdded,
        what: "how to reach a person",
        keys: ["handoff", "handover", "humancontact", "talktohuman", "humanagent", "escalatetohuman"],
        words: ["colleague", "menschen", "mensch", "mitarbeiter", "human", "person", "representative"],
        pairs: [["live", "agent"], ["support", "agent"], ["service", "agent"]])

    static let all = [aiDisclosure, humanHandoff]

    private static let negations: Set<String> = [
        "not", "no", "never", "cannot", "without", "kein", "keine", "keinen", "keinem", "keiner", "nicht", "nie",
    ]

    /// A negation counts up to the end of its clause, so that `not a person, but an AI` still tells of the AI.
    func isSaid(in text: String) -> Bool {
        text.split { ".,;:!?\n".contains($0) }.contains { clause in
            var isNegated = false
            var previous = ""
            for word in clause.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init) {
                defer { previous = word }
                if word == "but" || word == "sondern" { isNegated = false }
                if Self.negations.contains(word) { isNegated = true }
                if words.contains(word) || pairs.contains([previous, word]), !isNegated { return true }
            }
            return false
        }
    }

    func isDenied(in text: String) -> Bool {
        !isSaid(in: text) && text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }

    /// Whether a sentence that says it came off, and none that says it came on.
    func isLost(from old: [String], to new: [String]) -> Bool {
        let (before, after) = (Set(old), Set(new))
        return before.subtracting(after).contains(where: isSaid) && !after.subtracting(before).contains(where: isSaid)
    }

    func isKey(_ key: String) -> Bool {
        let letters = key.lowercased().filter(\.isLetter)
        return keys.contains { letters.contains($0) }
    }
}
