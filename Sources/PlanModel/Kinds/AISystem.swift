/// One AI system: its purpose, tier, environments, and which files of the repository are part of it.
package struct AISystem: PlanDocument {
    package static let kind = DocumentKind("AISystem", .controlled, referencePrefix: "system")

    package let envelope: Envelope
    package let spec: Fields
    package let purpose: Located<String>?
    package let inScope: Located<Bool>?
    package let context: Located<String>?
    package let riskTier: Located<RiskTier>?
    package let writesRecords: Located<Bool>?
    /// Globs of the files that belong to the system, by component category.
    package let governedPaths: [(component: ComponentCategory, patterns: [Located<String>])]
    package let environments: [Environment]
    package let thirdParties: [ThirdParty]
    package let severities: [Located<String>]
    package let ticketPattern: Located<String>?
    package let sharesWith: [Located<DocumentReference>]
    /// Bare name that the system had before.
    package let renamedFrom: Located<String>?

    package struct Environment: Sendable {
        package let fields: Fields
        package let name: Located<String>?
        package let isProduction: Bool
    }

    package struct ThirdParty: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let provider: Located<String>?
        package let reference: Located<String>?
        /// `none`, or a duration.
        package let dataRetention: Located<String>?
        package let trainingUse: Located<Bool>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        purpose = spec.string("purpose")
        inScope = spec.boolean("inScope")
        context = spec.string("context")
        riskTier = spec.choice("riskTier", RiskTier.self)
        writesRecords = spec.boolean("writesRecords")
        let governed = spec.mapping("governedPaths")
        governedPaths = ComponentCategory.allCases.compactMap { category in
            let patterns = governed.strings(category.rawValue)
            return patterns.isEmpty ? nil : (category, patterns)
        }
        environments = spec.list("environments").map { fields in
            Environment(
                fields: fields, name: fields.string("name"), isProduction: fields.boolean("production")?.value ?? false)
        }
        thirdParties = spec.list("thirdParty").map { fields in
            ThirdParty(
                fields: fields, id: fields.string("id"), provider: fields.string("provider"),
                reference: fields.string("reference"), dataRetention: fields.string("dataRetention"),
                trainingUse: fields.boolean("trainingUse"))
        }
        severities = spec.mapping("incident").strings("severities")
        ticketPattern = spec.mapping("ticketing").string("pattern")
        sharesWith = spec.references("sharesWith")
        renamedFrom = spec.string("renamedFrom")
    }
}

/// How much harm a system can do; decides with the class which gates and approvals a release takes.
package enum RiskTier: String, Sendable, Comparable, CaseIterable {
    case low, medium, high

    package static func < (left: RiskTier, right: RiskTier) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

/// The parts that a release of an AI system consists of.
package enum ComponentCategory: String, Sendable, CaseIterable {
    case model, prompts, guardrails, retrieval, inference, routing, tools, experience
}
