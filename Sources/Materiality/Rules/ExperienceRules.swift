import ComponentFormats
import SourceText
import YAMLDocuments

/// What users see, above all that they are told that it is AI.
enum ExperienceRules: SettingRules {
    static let aiDisclosureRemoved = ChangeRule(
        "experience/ai-disclosure-removed", .critical, .loosened, .heuristic,
        mirror: "experience/ai-disclosure-added", "Users are no longer told that they deal with an AI system.")
    static let aiDisclosureAdded = ChangeRule(
        "experience/ai-disclosure-added", .minor, .tightened, .heuristic, mirror: "experience/ai-disclosure-removed",
        "Users are told that they deal with an AI system."
    )
    .or(.material, when: "it comes in place of other words")
    static let humanHandoffRemoved = ChangeRule(
        "experience/human-handoff-removed", .critical, .loosened, .heuristic,
        mirror: "experience/human-handoff-added", "Users are no longer told how to reach a person.")
    static let humanHandoffAdded = ChangeRule(
        "experience/human-handoff-added", .minor, .tightened, .heuristic, mirror: "experience/human-handoff-removed",
        "Users are told how to reach a person."
    )
    .or(.material, when: "it comes in place of other words")
    static let noticeChanged = ChangeRule(
        "experience/notice-changed", .material, noMirror: "The direction of words is unknown.",
        "A text for users changed."
    )
    .or(.critical, when: "a language is gone that others have kept")
    static let hiddenCharactersAdded = ChangeRule(
        "experience/hidden-characters-added", .critical, .loosened, mirror: "experience/hidden-characters-removed",
        "Characters that nobody sees stand in a text for users: zero-width, bidirectional, tags.")
    static let hiddenCharactersRemoved = ChangeRule(
        "experience/hidden-characters-removed", .material, .tightened, mirror: "experience/hidden-characters-added",
        "Characters that nobody sees are gone from a text for users.")
    static let settingChanged = ChangeRule(
        "experience/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else that users see changed.")

    static let rules = [
        aiDisclosureRemoved, aiDisclosureAdded, humanHandoffRemoved, humanHandoffAdded, noticeChanged,
        hiddenCharactersAdded, hiddenCharactersRemoved, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.subject.category == .experience else { return nil }
        return edit.meaning == .disclosure ? disclosure(edit) : nil
    }

    /// The package's own words, which are read like any text for users.
    private static func disclosure(_ edit: SettingEdit) -> Claim {
        func says(_ promise: Promise, _ text: String?) -> Bool {
            let words = ShownText.of(text ?? "").lowercased().split { !$0.isLetter }.map(String.init)
            return !promise.words.isDisjoint(with: words)
        }
        let (old, new) = (edit.old?.string, edit.new?.string)
        if let promise = Promise.all.first(where: { says($0, old) && !says($0, new) }) {
            return Claim(promise.removed, "Users are no longer told \(promise.what): \(edit.step).")
        }
        if let promise = Promise.all.first(where: { !says($0, old) && says($0, new) }) {
            // Words that stood there before are gone too.
            return Claim(
                promise.added, edit.old == nil ? promise.added.changeClass : .material,
                "Users are told \(promise.what): \(edit.step).")
        }
        return Claim(noticeChanged, "What users are told about the release is another: \(edit.step).")
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .experience
            ? Claim(settingChanged, "Something that users see is another: \(edit.step).") : nil
    }
}

extension SettingMeaning {
    static let disclosure: SettingMeaning = "experience.disclosure"
}
