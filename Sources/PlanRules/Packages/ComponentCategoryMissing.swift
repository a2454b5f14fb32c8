package import PlanModel
package import SourceText
import YAMLDocuments

package enum ComponentCategoryMissing: SnapshotRule {
    package static let description = RuleDescription(
        "PKG-001", "component-category-missing", .error, .authoring,
        summary: "A release package lists every category of its plan's deployment unit, or says why it has none.",
        why: "A package that is silent about its guardrails may have none, or may have forgotten them; an approver "
            + "cannot tell.",
        requirements: ["S20", "S38"],
        failing: """
            components:
              model: {id: chat-large-2026-05-01, source: {kind: hosted}}
              # the plan's deploymentUnit has guardrails, too
            """,
        passing: """
            components:
              model: {id: chat-large-2026-05-01, source: {kind: hosted}}
              guardrails: {notApplicable: The output is a number between 0 and 1.}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(ReleasePackage.self).flatMap { package -> [Finding] in
            guard let planName = package.plan.name?.value,
                let plan = snapshot.documents.named(planName, DeploymentPlan.self)
            else { return [] }
            // Categories that the plan itself declares not applicable are mappings, not words.
            let required = plan.spec.strings("deploymentUnit").compactMap { ComponentCategory(rawValue: $0.value) }
            let components = package.components.fields
            guard components.isPresent else { return noComponents(package, required) }
            return required.compactMap { category in
                guard let complaint = complaint(about: category, in: package.components) else { return nil }
                return finding(
                    at: components.location(of: category.rawValue), field: components.fieldPath(category.rawValue),
                    "components.\(category.rawValue) \(complaint), and plan \(planName) has it in its deployment unit",
                    mend: "List what ships, or write `\(category.rawValue): {notApplicable: <why>}`.")
            }
        }
    }

    private static func complaint(about category: ComponentCategory, in components: Components) -> String? {
        guard let node = components.fields.raw(category.rawValue) else { return "is missing" }
        if node.kind == .sequence, node.items.isEmpty { return "is empty" }
        if let reason = components.notApplicable(category), reason.value.allSatisfy(\.isWhitespace) {
            return "is not applicable without a reason"
        }
        return nil
    }

    private static func noComponents(_ package: ReleasePackage, _ required: [ComponentCategory]) -> [Finding] {
        guard !required.isEmpty else { return [] }
        let categories = required.map(\.rawValue).joined(separator: ", ")
        return [
            finding(
                at: package.spec.location(of: "components"), field: package.spec.fieldPath("components"),
                "the release package has no components; its plan asks for \(categories)",
                mend: "List under `components:` what ships, or why a category has nothing.")
        ]
    }
}
