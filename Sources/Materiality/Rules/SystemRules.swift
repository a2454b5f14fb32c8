import ComponentFormats
import SourceText
import YAMLDocuments

/// What the system is for, and what is under control.
enum SystemRules: SettingRules {
    static let purposeChanged = ChangeRule(
        "system/purpose-changed", .critical, noMirror: "Moving back is the same change.",
        "The intended purpose is another: a substantial modification (EU AI Act, article 3(23)).")
    static let leftScope = ChangeRule(
        "system/left-scope", .critical, .loosened, mirror: "system/entered-scope",
        "The system is no longer under the deployment plan's control.")
    static let enteredScope = ChangeRule(
        "system/entered-scope", .minor, .tightened, mirror: "system/left-scope",
        "The system is under the deployment plan's control.")
    static let governedPathsNarrowed = ChangeRule(
        "system/governed-paths-narrowed", .critical, .loosened, mirror: "system/governed-paths-widened",
        "Fewer files count as part of the system.")
    static let governedPathsWidened = ChangeRule(
        "system/governed-paths-widened", .minor, .tightened, mirror: "system/governed-paths-narrowed",
        "More files count as part of the system.")
    static let metadataOnly = ChangeRule(
        "system/metadata-only", .none, noMirror: "Nothing that ships changes.", "Words for people: title, labels.")
    static let changed = ChangeRule(
        "system/changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else that the system's document says changed.")

    static let rules = [
        purposeChanged, leftScope, enteredScope, governedPathsNarrowed, governedPathsWidened, metadataOnly, changed,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.subject.category == .system else { return nil }
        switch edit.meaning {
        case .purpose:
            return Claim(purposeChanged, "The system is meant for something else: its intended purpose was rewritten.")
        case .inScope:
            return edit.new?.boolean == true
                ? Claim(enteredScope, "The system is under the plan's control now.")
                : Claim(leftScope, "The system is no longer under the plan's control: \(edit.step).")
        case .governedPath:
            switch edit.action {
            case .add: return Claim(governedPathsWidened, "More files count as part of the system: \(edit.newText).")
            case .remove:
                return Claim(
                    governedPathsNarrowed, "These files no longer count as part of the system: \(edit.oldText).")
            default: return nil
            }
        case .note: return Claim(metadataOnly, "Words for people changed: \(edit.step).")
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .system
            ? Claim(changed, "The system's document says something else: \(edit.step).") : nil
    }
}

extension SettingMeaning {
    static let purpose: SettingMeaning = "system.purpose"
    static let inScope: SettingMeaning = "system.in-scope"
    static let governedPath: SettingMeaning = "system.governed-path"
}
