import ComponentFormats
import SourceText

/// Which request goes to which model. No format of routing files is read yet, so every change of one is taken by the
/// fallbacks here and in `FileRules`.
enum RoutingRules: SettingRules {
    static let settingChanged = ChangeRule(
        "routing/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Requests may go to other models.")

    static let rules = [settingChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? { nil }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .routing
            ? Claim(settingChanged, "Requests may go to other models: \(edit.step).") : nil
    }
}
