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

    static let aiDisclosure = Promise(
        removed: ExperienceRules.aiDisclosureRemoved, added: ExperienceRules.aiDisclosureAdded,
        what: "that they deal with an AI system", keys: ["aidisclosure", "ainotice", "botdisclosure", "chatbotnotice"],
        words: [
            "ai", "artificial", "automated", "bot", "chatbot", "machine", "ki", "ia", "k\u{FC}nstliche", "llm", "gpt",
            "virtual",
        ])
    static let humanHandoff = Promise(
        removed: ExperienceRules.humanHandoffRemoved, added: ExperienceRules.humanHandoffAdded,
        what: "how to reach a person",
        keys: ["handoff", "handover", "humancontact", "talktohuman", "humanagent", "escalatetohuman"],
        words: ["agent", "colleague", "human", "person", "representative"])

    static let all = [aiDisclosure, humanHandoff]

    func isKey(_ key: String) -> Bool {
        let letters = key.lowercased().filter(\.isLetter)
        return keys.contains { letters.contains($0) }
    }
}
