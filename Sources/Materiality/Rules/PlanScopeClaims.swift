import ComponentFormats
import PlanModel
import YAMLDocuments

/// Tier, users and systems: what the plan reaches.
enum PlanScopeClaims {
    static func riskTier(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap({ RiskTier(rawValue: $0.text) }),
            let new = edit.new.flatMap({ RiskTier(rawValue: $0.text) }), old < new
        else {
            return Claim(
                PlanChangeRules.riskTierLowered, "Releases of the system take fewer gates now: \(edit.step).")
        }
        return Claim(PlanChangeRules.riskTierRaised, "Releases of the system take more gates now: \(edit.step).")
    }

    /// From the narrowest circle of people to the widest.
    private static let contexts = ["internal", "internal-regulated", "third-party-embedded", "customer-facing"]

    static func context(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap({ contexts.firstIndex(of: $0.text) }),
            let new = edit.new.flatMap({ contexts.firstIndex(of: $0.text) }), new < old
        else { return Claim(PlanChangeRules.scopeExpanded, "The system's output reaches other people: \(edit.step).") }
        return Claim(PlanChangeRules.scopeReduced, "The system's output reaches fewer people: \(edit.step).")
    }

    static func environment(_ edit: SettingEdit) -> Claim {
        func servesUsers(_ node: YAMLNode?) -> Bool { node?["production"]?.boolean ?? node?.boolean ?? false }
        if servesUsers(edit.new) {
            return Claim(PlanChangeRules.scopeExpanded, "Real users are served in a further environment: \(edit.name).")
        }
        if servesUsers(edit.old) {
            // Gates ask for more where users are served, so that calling an environment something else is no relief.
            return edit.action == .remove
                ? Claim(PlanChangeRules.scopeReduced, "Real users are no longer served in \(edit.name).")
                : Claim(
                    PlanChangeRules.scopeReduced, .material,
                    "No users are said to be served there any more: \(edit.step).")
        }
        return Claim(SystemRules.changed, "The environments are others: \(edit.step).")
    }

    /// Classes of Regulation (EU) 2024/1689, from the one with most duties to the one with least.
    private static let regulatoryClasses = ["prohibited", "high-risk", "limited-risk", "minimal-risk"]

    static func regulatoryClass(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old.flatMap({ regulatoryClasses.firstIndex(of: $0.text) }),
            let new = edit.new.flatMap({ regulatoryClasses.firstIndex(of: $0.text) })
        else { return Claim(SystemRules.changed, "The class under the EU AI Act is said differently: \(edit.step).") }
        return old < new
            ? Claim(PlanChangeRules.riskTierLowered, "The system has fewer duties under the EU AI Act: \(edit.step).")
            : Claim(PlanChangeRules.riskTierRaised, "The system has more duties under the EU AI Act: \(edit.step).")
    }

    /// Regions, user groups and uses. Without a list nothing is said, which may be more or less than a list says.
    static func reach(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        // Whether a list says more than no list did is not known.
        case _ where (edit.old ?? edit.new)?.kind == .sequence && edit.action != .move:
            Claim(SystemRules.changed, "What the system reaches is said differently: \(edit.step).")
        case .add: Claim(PlanChangeRules.scopeExpanded, "The system reaches further: \(edit.step).")
        case .remove: Claim(PlanChangeRules.scopeReduced, "The system reaches less far: \(edit.step).")
        case .move: Claim(SystemRules.metadataOnly, "What the system reaches is listed in another order.")
        default: Claim(SystemRules.changed, "What the system reaches is said differently: \(edit.step).")
        }
    }

    /// Without an audience a step is for everybody in its share of traffic.
    static func audience(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove: Claim(PlanChangeRules.scopeExpanded, "A step is no longer for one audience only: \(edit.step).")
        case .add: Claim(PlanChangeRules.scopeReduced, "A step is for one audience only: \(edit.step).")
        default: Claim(PlanChangeRules.changed, "A step is for another audience: \(edit.step).")
        }
    }

    static func appliesTo(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(PlanChangeRules.scopeExpanded, "The plan is for a further system: \(edit.newText).")
        case .remove: Claim(PlanChangeRules.scopeReduced, "The plan is no longer for \(edit.oldText).")
        default: Claim(PlanChangeRules.changed, "The plan is for other systems: \(edit.step).")
        }
    }
}

/// What a rollback of a release goes back to. Targets that always change with a release are no change of the unit;
/// the kind counts when it gives less back.
enum PlanRollbackTarget {
    /// From the kind that gives most back to the one that gives least.
    private static let kinds = ["previous-release", "alternate-endpoint", "safe-mode", "disable-flag"]

    /// The edit is one of the kind, or of the whole target.
    private static func kind(of node: YAMLNode?) -> String? { (node?["kind"] ?? node)?.text }

    /// The flag or endpoint of a target that is of another kind now: the kind says it.
    static func isExplainedByKind(_ edit: SettingEdit) -> Bool {
        guard edit.path.steps.contains(.key("target")) else { return false }
        return edit.difference.oldParent?["kind"]?.text != edit.difference.newParent?["kind"]?.text
    }

    /// Nil when the new kind gives at least as much back.
    static func claim(_ edit: SettingEdit) -> Claim? {
        guard let previous = kind(of: edit.old) else {
            return Claim(PlanChangeRules.rollbackAdded, "The release says what it can go back to.")
        }
        guard let kind = kind(of: edit.new) else {
            return Claim(PlanChangeRules.rollbackRemoved, "The release no longer says what it can go back to.")
        }
        guard let old = kinds.firstIndex(of: previous), let new = kinds.firstIndex(of: kind), new <= old else {
            return Claim(PlanChangeRules.rollbackChanged, "A rollback gives less back than before: \(edit.step).")
        }
        return nil
    }
}
