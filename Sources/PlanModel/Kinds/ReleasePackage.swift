/// The deployment unit at one version: one file that evolves; a release tag seals the tree that shipped.
package struct ReleasePackage: PlanDocument {
    package static let kind = DocumentKind("ReleasePackage", .controlled, referencePrefix: "release")

    package let envelope: Envelope
    package let spec: Fields
    package let system: Located<DocumentReference>?
    package let version: Located<SemanticVersion>?
    package let plan: PlanPin
    /// A version, or the word `none`.
    package let previous: Located<String>?
    package let change: Change
    package let components: Components
    package let rollback: Rollback
    /// `path` inside the repository, or `uri` and `digest` outside it.
    package let impactAssessment: Fields

    package struct PlanPin: Sendable {
        package let fields: Fields
        package let name: Located<String>?
        package let version: Located<Int>?
    }

    package struct Change: Sendable {
        package let fields: Fields
        package let ticket: Located<String>?
        package let type: Located<String>?
        package let summary: Located<String>?
        package let reason: Located<String>?
        package let aiSystem: Located<Bool>?
        package let declaredClass: Located<String>?
        /// Id of the policy's predetermined change that this one is made under.
        package let predetermined: Located<String>?
    }

    package struct Rollback: Sendable {
        package let fields: Fields
        package let target: Fields
        package let kind: Located<String>?
        /// For kind `previous-release`.
        package let release: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        system = spec.reference("system")
        version = spec.version("version")
        let pin = spec.mapping("plan")
        plan = PlanPin(
            fields: pin,
            name: pin.string("name").map { text in
                text.map { $0.hasPrefix("plan:") ? String($0.dropFirst(5)) : $0 } ?? text
            },
            version: pin.integer("version"))
        previous = spec.text("previous")
        let change = spec.mapping("change")
        self.change = Change(
            fields: change, ticket: change.string("ticket"), type: change.string("type"),
            summary: change.string("summary"), reason: change.string("reason"), aiSystem: change.boolean("aiSystem"),
            declaredClass: change.string("class"), predetermined: change.string("predetermined"))
        components = Components(spec.mapping("components"))
        let rollback = spec.mapping("rollback")
        let target = rollback.mapping("target")
        self.rollback = Rollback(
            fields: rollback, target: target, kind: target.string("kind"), release: target.text("release"))
        impactAssessment = spec.mapping("impactAssessment")
    }

    /// The name of the system that this package releases.
    package var systemName: String? { system?.value.name }
}
