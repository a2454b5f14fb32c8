import Materiality

extension ChangeCategory {
    /// The heading above the changes of a part of the system.
    var heading: String {
        switch self {
        case .model: "Model"
        case .prompts: "Prompts"
        case .guardrails: "Guardrails"
        case .retrieval: "Retrieval"
        case .inference: "Inference settings"
        case .routing: "Routing"
        case .tools: "Tools"
        case .experience: "What users see"
        case .plan: "Deployment plan"
        case .system: "The system itself"
        case .approvals: "Approvals"
        }
    }
}
