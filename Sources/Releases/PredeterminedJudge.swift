import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText
import YAMLDocuments

/// Whether a change that says that it was assessed beforehand keeps to what was assessed.
struct PredeterminedJudge {
    /// Of the policy whose bytes the trust root pins, which is the approval of what it permits; nil without one.
    let policy: MaterialityPolicy?
    let time: Timestamp

    /// The permission that a package names, and how the change stands to it. Nil when the package names none.
    ///
    /// - Parameter comparison: with the release before; nil for a first release.
    func judge(
        _ unit: SystemUnit, comparison: Comparison?, in snapshot: Snapshot
    ) throws -> (use: ClassVerdict.PredeterminedUse, permission: MaterialityPolicy.PredeterminedChange?)? {
        guard let id = unit.package.change.predetermined else { return nil }
        let permission = policy?.predeterminedChanges.first { $0.id?.value == id.value }
        guard let permission, let component = permission.component?.value else {
            return (.init(id: id, invalid: unknown(id.value), exceeded: []), nil)
        }
        if let invalid = try invalidity(of: permission, id: id.value, in: snapshot) {
            return (.init(id: id, invalid: invalid, exceeded: []), permission)
        }
        let exceeded = Self.exceeded(permission, component: component, comparison: comparison, unit)
        return (.init(id: id, invalid: nil, exceeded: exceeded), permission)
    }

    // MARK: Valid

    private func unknown(_ id: String) -> (message: String, mend: String) {
        guard let policy else {
            return (
                "predetermined change \(id): there is no policy that the trust root pins, and no other can permit it",
                "Restore the policy, or have a new trust root version pin the new one."
            )
        }
        let known = policy.predeterminedChanges.compactMap(\.id?.value)
        let hint = nearestName(to: id, among: known).map { "; did you mean \($0)?" } ?? ""
        return (
            "the policy \(policy.envelope.source.path) has no predetermined change \(id)\(hint)",
            "Name one of the policy, or release the change as what it is."
        )
    }

    private func invalidity(
        of permission: MaterialityPolicy.PredeterminedChange, id: String, in snapshot: Snapshot
    ) throws -> (message: String, mend: String)? {
        guard let end = permission.validUntil?.value else {
            return ("predetermined change \(id) does not say until when it is valid", "Add `validUntil` to the policy.")
        }
        if end < time {
            return (
                "predetermined change \(id) expired \(end.rfc3339)",
                "Assess it anew and have the policy say so, or release the change as what it is."
            )
        }
        if let path = permission.impactAssessment.string("path")?.value, try snapshot.files.file(path) == nil {
            return (
                "the impact assessment of predetermined change \(id), \(path), is not in the tree",
                "Restore the document, or have the policy name the right one."
            )
        }
        return nil
    }

    // MARK: Inside its bounds

    private static func exceeded(
        _ permission: MaterialityPolicy.PredeterminedChange, component: ComponentCategory, comparison: Comparison?,
        _ unit: SystemUnit
    ) -> [String] {
        guard let comparison else { return ["nothing came before that the change could be held against"] }
        let own = ChangeCategory(component)
        var sentences: [String] = []
        for category in ChangeCategory.allCases where category != own {
            let outside = comparison.changes.filter { $0.category == category && $0.changeClass > .none }
            guard let first = outside.first else { continue }
            let more = outside.count > 1 ? " and \(outside.count - 1) more" : ""
            sentences.append(
                "\(first.rule.id) in \(first.subject)\(more) is outside its component \(component.rawValue)")
        }
        // Without bounds everything would be inside.
        if permission.bounds.isEmpty { sentences.append("the policy gives it no bounds") }
        return sentences
            + permission.bounds.compactMap { sentence(on: $0, comparison.measures, own, unit) }
    }

    /// Nil when a bound holds. A setting that did not change keeps to every bound.
    private static func sentence(
        on bound: Bound, _ measures: ChangeMeasures, _ category: ChangeCategory, _ unit: SystemUnit
    ) -> String? {
        guard let path = bound.path?.value, let op = bound.op?.value, let limit = bound.value?.value else {
            return "a bound of the policy cannot be read, which counts as exceeded"
        }
        if let measured = measures[path] {
            return op.holds(measured, limit) ? nil : "\(path) \(measured) \(op.opposite.sign) \(limit)"
        }
        // A misspelt field never changes either.
        if measures.isUnchanged(path), isAbout(category, path), isMentioned(path, in: unit) { return nil }
        return "\(path) cannot be computed, which counts as exceeded (\(op.sign) \(limit))"
    }

    /// True for a field that a change of the component could touch. Models and their settings stand in files of every
    /// component.
    private static func isAbout(_ category: ChangeCategory, _ field: String) -> Bool {
        let component: Substring =
            switch category {
            case .prompts: "prompt"
            case .guardrails: "guardrail"
            case .tools: "tool"
            default: category.rawValue[...]
            }
        return [component, "inference", "model"].contains(field.prefix { $0 != "." })
    }

    /// True when some file of the release has the key that a field `<component>.<key>` is about.
    private static func isMentioned(_ field: String, in unit: SystemUnit) -> Bool {
        guard let key = field.split(separator: ".").last.map({ Array($0.utf8) }) else { return false }
        return unit.release.closure.entries.contains { $0.source.bytes.firstRange(of: key) != nil }
    }
}
