import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// What the plan watches, what it covers, and who may make exceptions.
enum PlanControlRules: SettingRules {
    static let monitoringWeakened = ChangeRule(
        "plan/monitoring-weakened", .critical, .loosened, mirror: "plan/monitoring-strengthened",
        "A release is watched less: a signal or a logged field is gone, a threshold is laxer, a look at it comes later."
    )
    static let monitoringStrengthened = ChangeRule(
        "plan/monitoring-strengthened", .minor, .tightened, mirror: "plan/monitoring-weakened",
        "A release is watched more.")
    static let unitNarrowed = ChangeRule(
        "plan/unit-narrowed", .critical, .loosened, mirror: "plan/unit-widened",
        "Release packages no longer have to list some part of the system.")
    static let unitWidened = ChangeRule(
        "plan/unit-widened", .minor, .tightened, mirror: "plan/unit-narrowed",
        "Release packages have to list a further part of the system.")
    static let exceptionsWidened = ChangeRule(
        "plan/exceptions-widened", .critical, .loosened, mirror: "plan/exceptions-narrowed",
        "More people may waive a gate, or for longer.")
    static let exceptionsNarrowed = ChangeRule(
        "plan/exceptions-narrowed", .minor, .tightened, mirror: "plan/exceptions-widened",
        "Fewer people may waive a gate, or for a shorter time.")

    static let rules = [
        monitoringWeakened, monitoringStrengthened, unitNarrowed, unitWidened, exceptionsWidened, exceptionsNarrowed,
    ]

    private static let watching = PlanThresholdClaims.Rules(
        easier: monitoringWeakened, harder: monitoringStrengthened)

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .watched: return watched(edit)
        case .watchedThreshold: return PlanThresholdClaims.threshold(edit, watching)
        case .watchedOp: return PlanThresholdClaims.comparison(edit, watching)
        case .watchedSooner: return time(edit, stricterWhenLonger: false, monitoringWeakened, monitoringStrengthened)
        case .watchedLonger: return time(edit, stricterWhenLonger: true, monitoringWeakened, monitoringStrengthened)
        case .exceptionTime: return time(edit, stricterWhenLonger: false, exceptionsWidened, exceptionsNarrowed)
        case .exceptionApprover:
            switch edit.action {
            case .add: return Claim(exceptionsWidened, "A further person or role may waive a gate: \(edit.newText).")
            case .remove:
                return Claim(exceptionsNarrowed, "This person or role may no longer waive a gate: \(edit.oldText).")
            case .move: return Claim(PlanChangeRules.metadataOnly, "Who may waive a gate is listed in another order.")
            default: return nil
            }
        case .deploymentUnit: return unit(edit)
        default: return nil
        }
    }

    private static func watched(_ edit: SettingEdit) -> Claim? {
        switch edit.action {
        case .add: Claim(monitoringStrengthened, "A release is watched by one thing more: \(edit.name).")
        case .remove: Claim(monitoringWeakened, "A release is no longer watched by \(edit.name).")
        case .move: Claim(PlanChangeRules.metadataOnly, "What is watched is listed in another order.")
        default: nil
        }
    }

    private static func time(
        _ edit: SettingEdit, stricterWhenLonger: Bool, _ loosened: ChangeRule, _ tightened: ChangeRule
    ) -> Claim? {
        guard let old = edit.old.flatMap({ PlanDuration($0.text) }),
            let new = edit.new.flatMap({ PlanDuration($0.text) })
        else { return nil }
        if old == new { return Claim(PlanChangeRules.metadataOnly, "A time is written differently: \(edit.step).") }
        return (old < new) == stricterWhenLonger
            ? Claim(tightened, "The plan is stricter about time: \(edit.step).")
            : Claim(loosened, "The plan is laxer about time: \(edit.step).")
    }

    /// A category, or one that is declared not to apply.
    private static func unit(_ edit: SettingEdit) -> Claim? {
        let isListed = { (node: YAMLNode?) in node?.kind == .scalar }
        switch (isListed(edit.old), isListed(edit.new)) {
        case (true, false): return Claim(unitNarrowed, "Release packages need not list \(edit.name) any more.")
        case (false, true): return Claim(unitWidened, "Release packages have to list \(edit.name).")
        default: return nil
        }
    }
}

extension SettingMeaning {
    static let watched: SettingMeaning = "plan.watched"
    static let watchedThreshold: SettingMeaning = "plan.watched-threshold"
    static let watchedOp: SettingMeaning = "plan.watched-op"
    /// A time that is stricter when it is shorter.
    static let watchedSooner: SettingMeaning = "plan.watched-sooner"
    /// A time that is stricter when it is longer.
    static let watchedLonger: SettingMeaning = "plan.watched-longer"
    static let deploymentUnit: SettingMeaning = "plan.deployment-unit"
    static let exceptionApprover: SettingMeaning = "plan.exception-approver"
    static let exceptionTime: SettingMeaning = "plan.exception-time"
}
