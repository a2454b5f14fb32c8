import ComponentFormats
import YAMLDocuments

/// Finding the row for an edit, and what it says of the step.
extension Polarity {
    /// A row's word on an edit: which way it went, and the scale that it went on.
    struct Judgement {
        let direction: ChangeRule.Direction
        let scale: ThresholdScale
    }

    /// Nil when no row knows the key, or a value.
    static func judge(_ edit: SettingEdit, among rows: [Row]) -> Judgement? {
        for row in rows where matches(row, edit) {
            guard let old = mark(edit.old, row), let new = mark(edit.new, row),
                let direction = direction(from: old.value, to: new.value, row.stricter)
            else { continue }
            return Judgement(direction: direction, scale: ThresholdScale(row, old: old, new: new))
        }
        return nil
    }

    /// Which way an edit moved its setting; nil when no row knows the key, or a value.
    static func direction(of edit: SettingEdit, among rows: [Row]) -> ChangeRule.Direction? {
        judge(edit, among: rows)?.direction
    }

    /// The scale of an edit by what its value decides; nil for values without one.
    static func scale(of edit: SettingEdit) -> ThresholdScale? {
        rows(for: edit.meaning).flatMap { judge(edit, among: $0)?.scale }
    }

    private static func rows(for meaning: SettingMeaning) -> [Row]? {
        switch meaning {
        case .guardrailThreshold: guardrailThresholds
        case .guardrailAction, .guardrailCategory: actions
        case .guardrailSwitch: switches
        case .guardrailFailure: failures
        case .safetySetting: safetySettings
        case .modelUpgrade: upgradeOptions
        case .minimumScore: retrievalScores
        case .criterionThreshold: criteria
        case .assertionThreshold: assertions
        default: nil
        }
    }

    private static func matches(_ row: Row, _ edit: SettingEdit) -> Bool {
        guard row.format == nil || row.format == edit.format?.name else { return false }
        if let condition = row.condition {
            // Both sides must be of the kind that the row is for: a threshold of another metric has another scale.
            for parent in [edit.difference.oldParent, edit.difference.newParent] {
                guard let value = parent?[condition.key]?.text, condition.values.contains(value) else { return false }
            }
        }
        if row.key == "*" { return true }
        let keys = edit.path.steps.compactMap { step in
            if case .key(let key) = step { key.lowercased() } else { nil }
        }
        // The key itself, or the mapping of thresholds by name that it stands in.
        return keys.suffix(2).contains(row.key.lowercased())
    }

    /// The value in force; nil when nobody knows it.
    private static func mark(_ node: YAMLNode?, _ row: Row) -> ThresholdScale.Mark? {
        guard let node else { return row.whenAbsent.map { ThresholdScale.Mark(value: $0, isDefault: true) } }
        return node.kind == .scalar ? ThresholdScale.Mark(value: node.text, isDefault: false) : nil
    }

    private static func direction(from old: String, to new: String, _ stricter: Stricter) -> ChangeRule.Direction? {
        switch stricter {
        case .whenLower, .whenHigher:
            guard let one = DecimalNumber(old), let other = DecimalNumber(new) else { return nil }
            if one == other { return .neutral }
            return (other < one) == (stricter == .whenLower) ? .tightened : .loosened
        case .inTiers(let tiers):
            func rank(_ word: String) -> Int? {
                tiers.firstIndex { tier in tier.contains { $0.lowercased() == word.lowercased() } }
            }
            guard let one = rank(old), let other = rank(new) else { return nil }
            if one == other { return old.lowercased() == new.lowercased() ? .neutral : nil }
            return other < one ? .tightened : .loosened
        }
    }
}
