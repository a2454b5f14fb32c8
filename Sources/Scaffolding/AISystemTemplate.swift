import PlanModel

enum AISystemTemplate {
    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        let profile = Profile(request.tier)
        let owner = request.tier == .low ? "engineering-owner" : "product-owner"
        let oncall = request.tier == .low ? "engineering-owner" : "ai-oncall"
        let vendor = request.tier == .low ? "engineering-owner" : "vendor-manager"
        return ScaffoldedFile(
            document: "AISystem", at: "\(request.systemFolder)/system.yaml",
            """
            # One AI system: what it is for, how much can go wrong, which files make it up, who is called when it fails.
            apiVersion: imprimatur/v1
            kind: AISystem
            metadata:
              name: \(request.system.asYAML)
              owner: role:\(owner)
            spec:
              # An example. Say it in your own words before the first release: later, a change here is critical.
            \(profile.purpose)
              inScope: true                    # the deployment plan applies to it
              roles: [provider, deployer]      # you make it, you use it
              # Where its output goes: internal, internal-regulated, customer-facing or third-party-embedded.
              context: \(profile.context)
              # low: a mistake costs time. medium: others notice it. high: it decides about people, or cannot be undone.
              riskTier: \(request.tier.rawValue)
              # Whether its output is kept as a record, or decides something.
              writesRecords: \(profile.writesRecords)

              # Files that make up the system; a change to one of them is a change of the system.
              # Add the folder when you add a component.
              governedPaths:
                prompts: [\(request.systemFolder)/prompts/**/*]
                guardrails: []
                retrieval: []
                inference: [\(request.systemFolder)/inference.yaml]
                routing: []
                tools: []
                experience: []

              environments:
            \(profile.environments)
              releaseOwner: role:release-manager

              # Once you use a hosted model, name its provider, and who reads the provider's notices:
              # thirdParty:
              #   - id: chat-model
              #     provider: Example Models
              #     product: Chat Large through the API
              #     reference: pinned            # floating: the provider may change what is behind the name
              #     noticeChannel: model-notices@example.org
              #     intakeOwner: role:\(vendor)
              #     noChangeAttestationEvery: 90d

              # Where incidents and change tickets live. A release names a ticket that fits the pattern.
              incident:
                system: Issues of this repository with the label incident
                severities: [sev1, sev2, sev3]
                oncall: role:\(oncall)
                escalation: [role:\(oncall), role:risk-approver]
              ticketing:
                system: Issues of this repository
                pattern: "^#[0-9]+$"
            \(profile.regulatory)
            """)
    }

    /// What differs between the tiers: an example of a system that fits each.
    private struct Profile {
        let purpose: String
        let context: String
        let writesRecords: Bool
        let environments: String
        let regulatory: String

        init(_ tier: RiskTier) {
            let staging = "    - {name: staging, production: false}\n"
            let production = "    - {name: production, production: true}"
            environments = tier == .low ? production : staging + production
            switch tier {
            case .low:
                context = "internal"
                purpose = """
                      purpose: >-
                        Drafts short texts for colleagues: e-mails, summaries and notes. The person who asked reads and
                        corrects every draft before using it. It sends nothing itself and decides nothing.
                    """
                writesRecords = false
                regulatory = ""
            case .medium:
                context = "customer-facing"
                purpose = """
                      purpose: >-
                        Answers customers' questions from texts that we publish. It hands over to a person on request,
                        and whenever the texts hold no answer. It promises nothing in our name and decides nothing.
                    """
                writesRecords = false
                regulatory = Self.regulatory("limited-risk")
            case .high:
                context = "internal-regulated"
                purpose = """
                      purpose: >-
                        Prepares a recommendation for the case worker who decides about an application. The case worker
                        reads the file and decides every case. It does not decide, and never writes to applicants.
                    """
                writesRecords = true  // the recommendation is kept with the case
                regulatory = Self.regulatory("high-risk")
            }
        }

        private static func regulatory(_ euClass: String) -> String {
            """

              # The class that your own assessment gives the system under the EU AI Act.
              regulatory:
                euAiAct: {class: \(euClass)}

            """
        }
    }
}
