import ComponentFormats
import PlanModel
import YAMLDocuments

/// Which way a criterion is easier to meet: by the `op` beside its threshold, by its age, by what it is asked of.
enum PlanThresholdClaims {
    /// Rules for the two directions: of what a release has to meet, or of what is watched.
    struct Rules {
        let easier: ChangeRule
        let harder: ChangeRule

        static let acceptance = Rules(
            easier: PlanChangeRules.thresholdLowered, harder: PlanChangeRules.thresholdRaised)
    }

    private static let lowered = PlanChangeRules.thresholdLowered
    private static let raised = PlanChangeRules.thresholdRaised
    private static let changed = PlanChangeRules.changed

    static func threshold(_ edit: SettingEdit, _ rules: Rules = .acceptance) -> Claim {
        let oldOp = edit.difference.oldParent?["op"]?.text
        let newOp = edit.difference.newParent?["op"]?.text
        guard let old = edit.old?.decimal, let new = edit.new?.decimal, let op = oldOp, op == newOp else {
            return Claim(edit.new == nil ? rules.easier : changed, "A threshold is another: \(edit.step).")
        }
        if old == new {
            return Claim(PlanChangeRules.metadataOnly, "A threshold is written differently: \(edit.step).")
        }
        let isEasier = op.hasPrefix("lt") ? old < new : new < old
        return isEasier
            ? Claim(rules.easier, "A threshold is easier to meet: \(edit.step), where \(op) is asked.")
            : Claim(rules.harder, "A threshold is harder to meet: \(edit.step), where \(op) is asked.")
    }

    /// `gt` is harder than `gte`, `lt` harder than `lte`; anything else asks for something else.
    static func comparison(_ edit: SettingEdit, _ rules: Rules = .acceptance) -> Claim {
        let isSameThreshold =
            edit.difference.oldParent?["threshold"]?.text == edit.difference.newParent?["threshold"]?.text
        switch (edit.old?.text, edit.new?.text) {
        case ("gte", "gt"), ("lte", "lt"):
            if isSameThreshold {
                return Claim(rules.harder, "A threshold has to be passed, not only met: \(edit.step).")
            }
        case ("gt", "gte"), ("lt", "lte"):
            if isSameThreshold {
                return Claim(rules.easier, "A threshold has to be met, not passed any more: \(edit.step).")
            }
        default: break
        }
        return Claim(changed, "A value is compared with its threshold in another way: \(edit.step).")
    }

    static func samples(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal else {
            return edit.new == nil
                ? Claim(lowered, "A verdict needs no least number of samples now: \(edit.step).")
                : Claim(raised, "A verdict needs a least number of samples now: \(edit.step).")
        }
        return new < old
            ? Claim(lowered, "A verdict needs fewer samples: \(edit.step).")
            : Claim(raised, "A verdict needs more samples: \(edit.step).")
    }

    /// How old evidence may be; without a limit, of any age.
    static func age(_ edit: SettingEdit) -> Claim {
        switch (edit.old.flatMap { PlanDuration($0.text) }, edit.new.flatMap { PlanDuration($0.text) }) {
        case (let old?, let new?) where old < new: Claim(lowered, "Older evidence suffices: \(edit.step).")
        case (let old?, let new?) where new < old: Claim(raised, "Evidence has to be fresher: \(edit.step).")
        case (.some, .some): Claim(PlanChangeRules.metadataOnly, "An age is written differently: \(edit.step).")
        case (.some, nil) where edit.new == nil: Claim(lowered, "Evidence of any age suffices: \(edit.step).")
        case (nil, .some) where edit.old == nil: Claim(raised, "Evidence has to be fresh: \(edit.step).")
        default: Claim(changed, "How old evidence may be is said differently: \(edit.step).")
        }
    }

    /// From which tier and class on a gate is asked for; without limits, always.
    static func reach(_ edit: SettingEdit) -> Claim {
        func limits(_ node: YAMLNode?) -> (tier: RiskTier, changeClass: MaterialityClass)? {
            let tier = node?["minTier"].map { RiskTier(rawValue: $0.text) } ?? .low
            let changeClass = node?["minClass"].map { MaterialityClass(rawValue: $0.text) } ?? MaterialityClass.none
            guard let tier, let changeClass else { return nil }
            return (tier, changeClass)
        }
        guard let old = limits(edit.old), let new = limits(edit.new) else {
            return Claim(changed, "When a gate is asked for is said differently: \(edit.step).")
        }
        if old == new { return Claim(PlanChangeRules.metadataOnly, "A gate is asked for as before: \(edit.step).") }
        // Whatever it is still asked for, it was asked for before; or the other way round; or neither.
        if old.tier <= new.tier, old.changeClass <= new.changeClass {
            return Claim(lowered, "A gate is asked for less often: \(edit.step).")
        }
        if new.tier <= old.tier, new.changeClass <= old.changeClass {
            return Claim(raised, "A gate is asked for more often: \(edit.step).")
        }
        return Claim(changed, "A gate is asked for in other cases: \(edit.step).")
    }
}
