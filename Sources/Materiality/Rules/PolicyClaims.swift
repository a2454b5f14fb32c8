import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// How much changes count for, by the organisation's policy.
enum PolicyClaims {
    static func defaultClass(_ edit: SettingEdit) -> Claim {
        guard let old = changeClass(edit.old), let new = changeClass(edit.new), old != new else {
            return Claim(ApprovalRules.changed, "The class of some changes is another: \(edit.step).")
        }
        return new < old
            ? Claim(ApprovalRules.classLowered, "Changes count for less: \(edit.step).")
            : Claim(ApprovalRules.classRaised, "Changes count for more: \(edit.step).")
    }

    /// An override is measured against the one before, else against the catalogue's own class of that rule. Where it is
    /// for a component or a path, the classes that it replaces are many: then the direction is unknown.
    static func override(_ edit: SettingEdit) -> Claim? {
        if edit.action == .move {
            return Claim(ApprovalRules.metadataOnly, "The overrides are in another order, which says nothing.")
        }
        // The whole list came or went.
        if (edit.old ?? edit.new)?.kind == .sequence { return nil }
        func condition(_ node: YAMLNode) -> String {
            node.entries.filter { !["class", "why"].contains($0.key.text) }
                .map { "\($0.key.text)=\(NodeText.describe($0.value))" }.sorted().joined(separator: ";")
        }
        if let old = edit.old, let new = edit.new {
            guard condition(old) == condition(new) else {
                return Claim(ApprovalRules.changed, "An override is for other changes: \(edit.step).")
            }
            return compare(changeClass(old["class"]), changeClass(new["class"]), edit)
        }
        let rule = (edit.old ?? edit.new)?["id"].flatMap { ChangeCatalogue.rule(RuleID(rawValue: $0.text)) }
        let own = rule.map(\.changeClass)
        return edit.old == nil
            ? compare(own, changeClass(edit.new?["class"]), edit) : compare(changeClass(edit.old?["class"]), own, edit)
    }

    private static func compare(_ old: MaterialityClass?, _ new: MaterialityClass?, _ edit: SettingEdit) -> Claim {
        guard let old, let new else {
            return Claim(ApprovalRules.changed, "Some changes have another class: \(edit.step).")
        }
        if old == new { return Claim(ApprovalRules.metadataOnly, "The class stays \(new.rawValue): \(edit.step).") }
        return new < old
            ? Claim(
                ApprovalRules.classLowered,
                "These changes count as \(new.rawValue), not as \(old.rawValue) any more: \(edit.step).")
            : Claim(
                ApprovalRules.classRaised,
                "These changes count as \(new.rawValue), not as \(old.rawValue) any more: \(edit.step).")
    }

    /// How long minor releases may follow one another: fewer and younger is stricter.
    static func cumulative(_ edit: SettingEdit) -> Claim {
        if edit.action == .remove {
            return Claim(
                ApprovalRules.classLowered,
                "Small changes may follow one another without end: \(edit.step).")
        }
        if edit.action == .add {
            return Claim(
                ApprovalRules.classRaised, "Small changes may no longer follow one another without end: \(edit.step).")
        }
        let isHigher: Bool?
        if let old = edit.old?.decimal, let new = edit.new?.decimal {
            isHigher = old == new ? nil : old < new
        } else if let old = edit.old.flatMap({ PlanDuration($0.text) }),
            let new = edit.new.flatMap({ PlanDuration($0.text) })
        {
            isHigher = old == new ? nil : old < new
        } else {
            isHigher = nil
        }
        guard let isHigher else {
            return Claim(ApprovalRules.changed, "How small changes add up is said differently: \(edit.step).")
        }
        return isHigher
            ? Claim(
                ApprovalRules.classLowered,
                "More small changes may follow one another before they count together: \(edit.step).")
            : Claim(ApprovalRules.classRaised, "Small changes count together sooner: \(edit.step).")
    }

    /// A combination of tier and class without a row is refused.
    static func row(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(ApprovalRules.changed, "Releases of tier \(edit.name) were refused, and may be approved now.")
        case .remove: Claim(ApprovalRules.changed, "Releases of tier \(edit.name) are refused now.")
        default: Claim(ApprovalRules.changed, "What releases take is said differently: \(edit.step).")
        }
    }

    private static func changeClass(_ node: YAMLNode?) -> MaterialityClass? {
        node.flatMap { MaterialityClass(rawValue: $0.text) }
    }
}
