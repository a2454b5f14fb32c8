package import PlanModel
package import SourceText

package enum FloatingModelAlias: SnapshotRule {
    package static let description = RuleDescription(
        "PKG-004", "floating-model-alias", .error, .authoring,
        summary:
            "No model or embedding is named by an alias that its provider, or a push, can move to another version: "
            + "`latest`, an undated name, a branch. An error for tier high, else a warning. A supplier that the system "
            + "lists with `reference: floating` is exempt, when the plan watches a signal of the category drift. A name "
            + "of which no naming rule is known is a warning.",
        why: "The provider moves the alias, and another model answers under a release that nobody changed.",
        requirements: ["S32"],
        failing: """
            model:
              id: gpt-4o
              source: {kind: hosted, thirdParty: chat-model}
            """,
        passing: """
            model:
              id: gpt-4o-2024-08-06
              source: {kind: hosted, thirdParty: chat-model}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(ReleasePackage.self).flatMap { package -> [Finding] in
            // A system that cannot be found may be of any tier.
            let system = package.systemName.flatMap { snapshot.documents.named($0, AISystem.self) }
            let tier = system.map { $0.riskTier?.value ?? .high } ?? .low
            return names(in: package).compactMap { name in
                let pinning = ModelPinning(of: name.text.value, revision: name.revision)
                guard pinning.state != .pinned else { return nil }
                let isFloating = pinning.isFloating
                var reason = pinning.why
                var mend = pinning.pinTo.map { "Pin it to \($0)" } ?? "Name a version that does not move"
                if let system, isDeclaredFloating(name.thirdParty, in: system) {
                    if watchesDrift(package, in: snapshot) { return nil }
                    reason += "; that the system declares it floating is no answer while no signal watches for drift"
                    mend += ", or add a signal of the category drift to the plan's monitoring"
                } else if name.thirdParty != nil {
                    mend += ", or declare the supplier `reference: floating` and watch a signal of the category drift"
                }
                return finding(
                    at: name.text.location, field: name.text.field,
                    "\(name.what) \"\(name.text.value)\" \(isFloating ? "is an alias" : "may be an alias"): \(reason)",
                    mend: mend + ".", severity: tier == .high && isFloating ? .error : .warning)
            }
        }
    }

    private struct ModelName {
        let what: String
        let text: Located<String>
        let revision: String?
        /// Id of the supplier, where the package names one.
        let thirdParty: String?
    }

    private static func names(in package: ReleasePackage) -> [ModelName] {
        let models = package.components.items(.model).compactMap { item -> ModelName? in
            let source = item.fields.mapping("source")
            // Weights with a digest are those bytes, whatever they are called.
            guard let id = item.id, !source.mapping("digest").isPresent else { return nil }
            return ModelName(
                what: "model", text: id, revision: item.fields.text("revision")?.value,
                thirdParty: source.string("thirdParty")?.value)
        }
        let embeddings = package.components.items(.retrieval).compactMap { item -> ModelName? in
            let embedding = item.fields.mapping("embedding")
            return embedding.string("model").map { model in
                ModelName(
                    what: "embedding model", text: model, revision: embedding.text("version")?.value, thirdParty: nil)
            }
        }
        return models + embeddings
    }

    private static func isDeclaredFloating(_ thirdParty: String?, in system: AISystem) -> Bool {
        guard let thirdParty else { return false }
        return system.thirdParties.contains { $0.id?.value == thirdParty && $0.reference?.value == "floating" }
    }

    private static func watchesDrift(_ package: ReleasePackage, in snapshot: Snapshot) -> Bool {
        let plan = package.plan.name.flatMap { snapshot.documents.named($0.value, DeploymentPlan.self) }
        return plan?.signals.contains { $0.category?.value == "drift" } ?? false
    }
}
