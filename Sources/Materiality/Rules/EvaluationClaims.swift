import ComponentFormats
import YAMLDocuments

/// What an evaluation's file asserts of answers: a criterion like those of a plan, found where the tests are.
enum EvaluationClaims {
    static func assertion(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove:
            Claim(PlanChangeRules.thresholdLowered, "An assertion that answers had to meet is gone: \(edit.oldText).")
        case .add:
            Claim(PlanChangeRules.thresholdRaised, "Answers have to meet a further assertion: \(edit.newText).")
        default: Claim(PlanChangeRules.changed, "An assertion is another: \(edit.step).")
        }
    }

    static func threshold(_ edit: SettingEdit) -> Claim {
        let type = edit.difference.newParent?["type"]?.text ?? edit.difference.oldParent?["type"]?.text
        let what = type.map { "the assertion \($0)" } ?? "the test"
        switch Polarity.direction(of: edit, among: Polarity.assertions) {
        case .loosened:
            return Claim(PlanChangeRules.thresholdLowered, "Answers pass \(what) more easily: \(edit.step).")
        case .tightened:
            return Claim(PlanChangeRules.thresholdRaised, "Answers pass \(what) less easily: \(edit.step).")
        case .neutral, nil: return Claim(PlanChangeRules.changed, "The threshold of \(what) is another: \(edit.step).")
        }
    }
}
