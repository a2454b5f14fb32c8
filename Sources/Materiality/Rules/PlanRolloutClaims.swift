import ComponentFormats
import PlanModel
import SourceText
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

    /// A window that begins sooner or ends later keeps rollouts away for longer.
    static func freezeTime(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap({ Timestamp(rfc3339: $0.text) }),
            let new = edit.new.flatMap({ Timestamp(rfc3339: $0.text) }), old != new
        else { return Claim(changed, "A time without rollouts is another: \(edit.step).") }
        let isLonger = (new < old) == (edit.path.lastKey == "from")
        return isLonger
            ? Claim(slowed, "A time without rollouts is longer: \(edit.step).")
            : Claim(accelerated, "A time without rollouts is shorter: \(edit.step).")
    }

    /// What happens when a step is not healthy; halting is the default.
    static func failure(_ edit: SettingEdit) -> Claim {
        let halt = "halt"
        if (edit.old?.text ?? halt) == (edit.new?.text ?? halt) {
            return Claim(PlanChangeRules.metadataOnly, "A default is written out, or no longer: \(edit.step).")
        }
        return edit.new?.text == "rollback"
            ? Claim(PlanChangeRules.rollbackAdded, "A step that is not healthy is taken back: \(edit.step).")
            : Claim(PlanChangeRules.rollbackRemoved, "A step that is not healthy is only halted: \(edit.step).")
    }
}
