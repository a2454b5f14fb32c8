import ComponentFormats
import SourceText
import YAMLDocuments

/// Texts for users. Any change is one of the notice; keys and words may raise it.
enum ExperienceComparison {
    static func changes(_ old: SourceFile, _ new: SourceFile, _ subject: Subject) -> [Change] {
        [
            FileChanges.whole(
                old, new, subject, ExperienceRules.noticeChanged,
                "The file \(new.path), which users see, says something else.")
        ] + promises(old, new, subject)
    }

    static func oneSided(_ pair: FilePairs.Pair) -> [Change] { promises(pair.old, pair.new, pair.key) }

    /// What a text promises to users, told by a key or by words.
    private struct Promise {
        let removed: ChangeRule
        let added: ChangeRule
        let what: String
        /// Parts of keys, written in lower-case letters only.
        let keys: [String]
        /// Words of which one must stand in a sentence, in lower case.
        let words: Set<String>
    }

    private static let promised = [
        Promise(
            removed: ExperienceRules.aiDisclosureRemoved, added: ExperienceRules.aiDisclosureAdded,
            what: "that they deal with an AI system", keys: ["aidisclosure", "ainotice", "botdisclosure"],
            words: ["ai", "artificial", "automated", "bot", "chatbot", "machine"]),
        Promise(
            removed: ExperienceRules.humanHandoffRemoved, added: ExperienceRules.humanHandoffAdded,
            what: "how to reach a person", keys: ["handoff", "handover", "humancontact"],
            words: ["agent", "colleague", "human", "person", "representative"]),
    ]

    private static func promises(_ old: SourceFile?, _ new: SourceFile?, _ subject: Subject) -> [Change] {
        promised.compactMap { promise in
            let before = old.flatMap { find(promise, in: $0) }
            let after = new.flatMap { find(promise, in: $0) }
            switch (before, after) {
            case (let place?, nil):
                return Change(
                    Claim(promise.removed, "Users are no longer told \(promise.what)."), subject, field: nil,
                    path: new?.path ?? old?.path ?? "", action: .remove, old: place, new: nil)
            case (nil, let place?):
                return Change(
                    Claim(promise.added, "Users are told \(promise.what)."), subject, field: nil, path: new?.path ?? "",
                    action: .add, old: nil, new: place)
            default:
                return nil
            }
        }
    }

    private static func find(_ promise: Promise, in source: SourceFile) -> ChangeSide? {
        let isData = [".yaml", ".yml", ".json"].contains { source.path.lowercased().hasSuffix($0) }
        let keyed = SettingVocabulary(identityKeys: [], [])
        if isData, let settings = SettingsDocument(reading: source, vocabulary: keyed) {
            for root in settings.roots {
                if let entry = keyedEntry(promise, in: root) {
                    return ChangeSide(NodeText.describe(entry.value), at: .span(source, range: entry.range))
                }
            }
        }
        let text = PromptTemplate.plainText(source, range: 0..<source.bytes.count)
        let sentences = SentenceSplitter.sentences(of: EffectivePrompt(text, path: source.path) { _, _ in nil })
        return sentences.first { !promise.words.isDisjoint(with: $0.words) }?.side
    }

    private static func keyedEntry(_ promise: Promise, in node: YAMLNode) -> YAMLEntry? {
        for entry in node.entries {
            let key = entry.key.text.lowercased().filter(\.isLetter)
            if promise.keys.contains(where: key.contains), !NodeText.describe(entry.value).isEmpty { return entry }
            if let inner = keyedEntry(promise, in: entry.value) { return inner }
        }
        for item in node.items {
            if let inner = keyedEntry(promise, in: item) { return inner }
        }
        return nil
    }
}
