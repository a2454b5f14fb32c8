import PlanModel
import YAMLDocuments

/// How fast a release reaches users.
enum PlanRolloutClaims {
    private static let accelerated = PlanChangeRules.rolloutAccelerated
    private static let slowed = PlanChangeRules.rolloutSlowed
    private static let changed = PlanChangeRules.changed

    static func strategy(_ edit: SettingEdit) -> Claim {
        let atOnce = "all-at-once"
        if edit.old?.text == atOnce {
            return Claim(slowed, "A release no longer reaches everybody at once: \(edit.step).")
        }
        if edit.new?.text == atOnce { return Claim(accelerated, "A release reaches everybody at once: \(edit.step).") }
        return Claim(changed, "A release reaches its users in another way: \(edit.step).")
    }

    static func step(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove: Claim(accelerated, "The rollout skips a step: \(edit.name).")
        case .add: Claim(slowed, "The rollout has a further step: \(edit.name).")
        default: Claim(changed, "The steps of the rollout are in another order.")
        }
    }

    static func percent(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal else {
            return Claim(changed, "How many users a step reaches is said differently: \(edit.step).")
        }
        return old < new
            ? Claim(accelerated, "A step reaches more users: \(edit.step).")
            : Claim(slowed, "A step reaches fewer users: \(edit.step).")
    }

    static func duration(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap({ PlanDuration($0.text) }) else {
            return Claim(slowed, "A step lasts a least time now: \(edit.step).")
        }
        guard let new = edit.new.flatMap({ PlanDuration($0.text) }), old < new else {
            return Claim(accelerated, "A step may end sooner: \(edit.step).")
        }
        return Claim(slowed, "A step lasts longer: \(edit.step).")
    }

    static func freeze(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(slowed, "There is a further time without rollouts: \(edit.name).")
        case .remove: Claim(accelerated, "There may be rollouts in a time that was frozen: \(edit.name).")
        default: Claim(changed, "The times without rollouts are others: \(edit.step).")
        }
    }
}

/// Which way a threshold is easier to meet: by the `op` beside it.
enum PlanThresholdClaims {
    static func threshold(_ edit: SettingEdit) -> Claim {
        let oldOp = edit.difference.oldParent?["op"]?.text
        let newOp = edit.difference.newParent?["op"]?.text
        guard let old = edit.old?.decimal, let new = edit.new?.decimal, let op = oldOp, op == newOp else {
            return Claim(
                edit.new == nil ? PlanChangeRules.thresholdLowered : PlanChangeRules.changed,
                "A threshold is another: \(edit.step).")
        }
        let isEasier = op.hasPrefix("lt") ? old < new : new < old
        return isEasier
            ? Claim(
                PlanChangeRules.thresholdLowered, "A threshold is easier to meet: \(edit.step), where \(op) is asked.")
            : Claim(
                PlanChangeRules.thresholdRaised, "A threshold is harder to meet: \(edit.step), where \(op) is asked.")
    }

    static func samples(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal else {
            return edit.new == nil
                ? Claim(
                    PlanChangeRules.thresholdLowered, "A verdict needs no least number of samples now: \(edit.step).")
                : Claim(PlanChangeRules.thresholdRaised, "A verdict needs a least number of samples now: \(edit.step).")
        }
        return new < old
            ? Claim(PlanChangeRules.thresholdLowered, "A verdict needs fewer samples: \(edit.step).")
            : Claim(PlanChangeRules.thresholdRaised, "A verdict needs more samples: \(edit.step).")
    }
}
