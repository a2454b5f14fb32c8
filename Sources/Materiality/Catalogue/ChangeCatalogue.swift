package import SourceText

/// The registry of change rules: one line a family.
package enum ChangeCatalogue {
    /// Goes up when a rule is added or a class changes; statements name it.
    package static let version = 3

    package static let families: [any RuleFamily.Type] = [
        ModelRules.self,
        ModelResidencyRules.self,
        ModelWeightsRules.self,
        InferenceRules.self,
        StructuredOutputRules.self,
        ProviderSafetyRules.self,
        PromptRules.self,
        GuardrailRules.self,
        GuardrailScopeRules.self,
        GuardrailTaxonomyRules.self,
        RetrievalRules.self,
        RetrievalSourceRules.self,
        RoutingRules.self,
        ToolRules.self,
        ToolApprovalRules.self,
        AgentLimitRules.self,
        ExperienceRules.self,
        PlanChangeRules.self,
        PlanControlRules.self,
        SystemRules.self,
        ApprovalRules.self,
        ThirdPartyRules.self,
        ProgramPinningRules.self,
        DataTermsRules.self,
        FileRules.self,
    ]

    package static let rules: [ChangeRule] = families.flatMap { $0.rules }

    /// The rule that somebody most likely meant who wrote an id that is none.
    package static func nearestRule(to word: String) -> String? {
        nearestName(to: word, among: rules.map(\.id.rawValue))
    }

    package static func rule(_ id: RuleID) -> ChangeRule? { rules.first { $0.id == id } }
}
