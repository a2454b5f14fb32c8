import ComponentFormats
import SourceText
import YAMLDocuments

/// How releases are gated, rolled out, watched and taken back.
enum PlanChangeRules: SettingRules {
    static let riskTierLowered = ChangeRule(
        "plan/risk-tier-lowered", .critical, .loosened, mirror: "plan/risk-tier-raised",
        "The system counts as less dangerous, so that releases take fewer gates.")
    static let riskTierRaised = ChangeRule(
        "plan/risk-tier-raised", .material, .tightened, mirror: "plan/risk-tier-lowered",
        "The system counts as more dangerous.")
    static let thresholdLowered = ChangeRule(
        "plan/acceptance-threshold-lowered", .critical, .loosened, mirror: "plan/acceptance-threshold-raised",
        "A release passes a criterion more easily, or the criterion is gone.")
    static let thresholdRaised = ChangeRule(
        "plan/acceptance-threshold-raised", .minor, .tightened, mirror: "plan/acceptance-threshold-lowered",
        "A release passes a criterion less easily, or a criterion is new.")
    static let rollbackRemoved = ChangeRule(
        "plan/rollback-removed", .critical, .loosened, mirror: "plan/rollback-added",
        "A trigger, a mechanism or the whole way back is gone.")
    static let rollbackAdded = ChangeRule(
        "plan/rollback-added", .minor, .tightened, mirror: "plan/rollback-removed",
        "There is a further trigger or mechanism for a rollback.")
    static let rollbackChanged = ChangeRule(
        "plan/rollback-changed", .material, noMirror: "The direction is unknown.", "The way back is another.")
    static let scopeExpanded = ChangeRule(
        "plan/scope-expanded", .critical, .loosened, mirror: "plan/scope-reduced",
        "More systems, users or places are reached.")
    static let scopeReduced = ChangeRule(
        "plan/scope-reduced", .minor, .tightened, mirror: "plan/scope-expanded",
        "Fewer systems, users or places are reached."
    )
    .or(.material, when: "an environment stays, and is said to have no users")
    static let rolloutAccelerated = ChangeRule(
        "plan/rollout-accelerated", .material, .loosened, mirror: "plan/rollout-slowed",
        "A release reaches more users sooner.")
    static let rolloutSlowed = ChangeRule(
        "plan/rollout-slowed", .minor, .tightened, mirror: "plan/rollout-accelerated",
        "A release reaches users later, or in smaller steps.")
    static let metadataOnly = ChangeRule(
        "plan/metadata-only", .none, noMirror: "Nothing that counts changes.", "Words for people: title, labels.")
    static let changed = ChangeRule(
        "plan/changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else in the plan changed.")

    static let rules = [
        riskTierLowered, riskTierRaised, thresholdLowered, thresholdRaised, rollbackRemoved, rollbackAdded,
        rollbackChanged, scopeExpanded, scopeReduced, rolloutAccelerated, rolloutSlowed, metadataOnly, changed,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .riskTier: return PlanScopeClaims.riskTier(edit)
        case .systemContext: return PlanScopeClaims.context(edit)
        case .environment: return PlanScopeClaims.environment(edit)
        case .planAppliesTo: return PlanScopeClaims.appliesTo(edit)
        case .rollbackPart: return rollbackPart(edit)
        case .rollbackDetail where PlanRollbackTarget.isExplainedByKind(edit): return nil
        case .rollbackDetail: return Claim(rollbackChanged, "The way back is another: \(edit.step).")
        case .rollbackTarget: return PlanRollbackTarget.claim(edit)
        case .rolloutStrategy: return PlanRolloutClaims.strategy(edit)
        case .rolloutStep: return PlanRolloutClaims.step(edit)
        case .rolloutPercent: return PlanRolloutClaims.percent(edit)
        case .rolloutDuration: return PlanRolloutClaims.duration(edit)
        case .rolloutFreeze: return PlanRolloutClaims.freeze(edit)
        case .criterion: return criterion(edit)
        case .criterionThreshold: return PlanThresholdClaims.threshold(edit)
        case .criterionSamples: return PlanThresholdClaims.samples(edit)
        case .criterionOp: return PlanThresholdClaims.comparison(edit)
        case .criterionAge: return PlanThresholdClaims.age(edit)
        case .criterionReach: return PlanThresholdClaims.reach(edit)
        case .rolloutAudience: return PlanScopeClaims.audience(edit)
        case .rolloutFailure: return PlanRolloutClaims.failure(edit)
        case .rolloutFreezeTime: return PlanRolloutClaims.freezeTime(edit)
        case .regulatoryClass: return PlanScopeClaims.regulatoryClass(edit)
        case .reach: return PlanScopeClaims.reach(edit)
        case .note where edit.subject.category == .plan:
            return Claim(metadataOnly, "Words for people changed: \(edit.step).")
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .plan ? Claim(changed, "The plan says something else: \(edit.step).") : nil
    }

    private static func rollbackPart(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove: Claim(rollbackRemoved, "A part of the way back is gone: \(edit.name).")
        case .add: Claim(rollbackAdded, "The way back has a further part: \(edit.name).")
        default: Claim(rollbackChanged, "The way back is another: \(edit.step).")
        }
    }

    private static func criterion(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove: Claim(thresholdLowered, "A criterion that a release had to meet is gone: \(edit.name).")
        case .add: Claim(thresholdRaised, "A release has to meet a further criterion: \(edit.name).")
        default: Claim(changed, "The criteria are in another order: \(edit.name).")
        }
    }
}

extension SettingMeaning {
    static let riskTier: SettingMeaning = "system.risk-tier"
    static let systemContext: SettingMeaning = "system.context"
    static let environment: SettingMeaning = "system.environment"
    static let planAppliesTo: SettingMeaning = "plan.applies-to"
    static let rollbackPart: SettingMeaning = "plan.rollback-part"
    static let rollbackDetail: SettingMeaning = "plan.rollback-detail"
    static let rollbackTarget: SettingMeaning = "plan.rollback-target"
    static let rolloutStrategy: SettingMeaning = "plan.rollout-strategy"
    static let rolloutStep: SettingMeaning = "plan.rollout-step"
    static let rolloutPercent: SettingMeaning = "plan.rollout-percent"
    static let rolloutDuration: SettingMeaning = "plan.rollout-duration"
    static let rolloutFreeze: SettingMeaning = "plan.rollout-freeze"
    static let criterion: SettingMeaning = "plan.criterion"
    static let criterionThreshold: SettingMeaning = "plan.criterion-threshold"
    static let criterionSamples: SettingMeaning = "plan.criterion-samples"
    static let criterionOp: SettingMeaning = "plan.criterion-op"
    static let criterionAge: SettingMeaning = "plan.criterion-age"
    static let criterionReach: SettingMeaning = "plan.criterion-reach"
    static let rolloutAudience: SettingMeaning = "plan.rollout-audience"
    static let rolloutFailure: SettingMeaning = "plan.rollout-failure"
    static let rolloutFreezeTime: SettingMeaning = "plan.rollout-freeze-time"
    static let regulatoryClass: SettingMeaning = "system.regulatory-class"
    static let reach: SettingMeaning = "system.reach"
}
