import Commands
import PackageContents
import TestSupport
import Testing

/// What `gate` refuses to merge, whatever may be released later.
struct PullRequestRuleTests {
    private static let folder = "systems/support-assistant/"

    private func pullRequest(_ edit: (TestRepository) throws -> Void) throws -> TestRepository {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try edit(repository)
        try repository.commitAll("Topic", as: .nora)
        return repository
    }

    /// Open findings that refuse the merge or warn of it, by rule, with their messages.
    private func findings(_ repository: TestRepository) throws -> [String: (severity: String, message: String)] {
        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json")
        let merge = try #require(try gate.json()["merge"] as? [String: Any])
        let findings = try #require(merge["findings"] as? [[String: Any]])
        return Dictionary(
            findings.map { finding in
                (
                    finding["rule"] as? String ?? "",
                    (finding["severity"] as? String ?? "", finding["message"] as? String ?? "")
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    private func merge(_ repository: TestRepository) -> CommandResult {
        repository.imprimatur("gate", "--base", "main", "--head", "topic", "--require", "merge")
    }

    /// A prompt alone may be merged without a new version or class: those are asked for when it is released.
    @Test func aPromptAloneMayBeMerged() throws {
        let repository = try pullRequest {
            try $0.edit(Self.folder + "prompts/system.prompt", "120 words", "150 words")
        }
        #expect(merge(repository).status == .pass)
        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic")
        #expect(gate.status == .refused)
        #expect(gate.output.contains("PKG-006"))
        #expect(gate.output.contains("MAT-001"))
    }

    @Test func anotherPurposeNeedsAnImpactAssessment() throws {
        let repository = try pullRequest {
            try $0.edit(
                Self.folder + "system.yaml", "It does not see orders", "It approves refunds. It does not see orders")
        }
        #expect(try findings(repository)["MAT-003"]?.message.contains("substantial modification") == true)
        #expect(merge(repository).status == .refused)
        try repository.write(Self.folder + "assessments/refunds.md", "What approving refunds does to people.\n")
        try repository.edit(
            Self.folder + "release.yaml", "  knownIssues:",
            "  impactAssessment: {path: systems/support-assistant/assessments/refunds.md}\n  knownIssues:")
        try repository.commitAll("Assessment", as: .nora)
        #expect(merge(repository).status == .pass, "\(merge(repository).text)")
    }

    @Test func thePolicyDoesNotChangeWithWhatItClassifies() throws {
        let repository = try pullRequest {
            try $0.edit("governance/materiality.yaml", "maxMinor: 5", "maxMinor: 50")
            try $0.edit(Self.folder + "prompts/system.prompt", "120 words", "150 words")
        }
        #expect(try findings(repository)["MAT-007"]?.message.contains("support-assistant") == true)
        #expect(merge(repository).status == .refused)
        // The trust root pins the policy's bytes, so that the policy changes together with the root, by its signatures.
        let alone = try pullRequest { try $0.edit("governance/materiality.yaml", "maxMinor: 5", "maxMinor: 50") }
        #expect(merge(alone).status == .refused)
        #expect(merge(alone).text.contains("pins it with a digest"))
        let signed = try pullRequest { repository in
            func digest() throws -> String {
                ContentDigest.sha256(Array(try repository.read("governance/materiality.yaml").utf8))
            }
            let before = try digest()
            try repository.edit("governance/materiality.yaml", "maxMinor: 5", "maxMinor: 50")
            try repository.addTrustVersion((before, try digest()))
        }
        #expect(try findings(signed)["PPL-009"]?.message.contains("asks for 1 × grc-control-owner") == true)
        #expect(merge(signed).status == .refused)
        try signed.signTrust(2, as: .lena)
        try signed.commitAll("Signed", as: .nora)
        #expect(merge(signed).status == .pass, "\(merge(signed).text)")
    }

    @Test func aGovernedFileOfNoComponent() throws {
        let repository = try pullRequest {
            try $0.write(Self.folder + "guardrails/extra.yaml", "guardrails: []\n")
        }
        #expect(try findings(repository)["PKG-008"]?.message.contains("guardrails/extra.yaml") == true)
        #expect(merge(repository).status == .refused)
    }

    @Test func aChangeThatSaysItIsNoneOfTheAISystem() throws {
        let repository = try pullRequest {
            try $0.edit(Self.folder + "release.yaml", "aiSystem: true", "aiSystem: false")
            try $0.edit(Self.folder + "prompts/system.prompt", "120 words", "150 words")
        }
        #expect(try findings(repository)["PKG-016"]?.message.contains("prompt/") == true)
        #expect(merge(repository).status == .refused)
    }

    @Test func aPromptOfNoSystem() throws {
        let repository = try pullRequest {
            try $0.write("assistant/refund.prompt", "---\nmodel: openai/gpt-4.1-2025-04-14\n---\nRefund {{amount}}.\n")
        }
        #expect(try findings(repository)["SYS-003"]?.severity == "error")
        #expect(merge(repository).status == .refused)
        try repository.edit(
            Self.folder + "system.yaml", "prompts: [systems/support-assistant/prompts/**/*]",
            "prompts: [systems/support-assistant/prompts/**/*, assistant/*]")
        try repository.edit(
            Self.folder + "release.yaml", "    guardrails:\n",
            "      - {id: refund, path: assistant/refund.prompt, role: refund, format: dotprompt}\n    guardrails:\n")
        try repository.commitAll("Claim it", as: .nora)
        #expect(try findings(repository)["SYS-003"] == nil)
    }

    @Test func textBesideGovernedFilesIsAWarning() throws {
        let repository = try pullRequest {
            try $0.edit(Self.folder + "system.yaml", "prompts/**/*]", "prompts/*.prompt]")
            try $0.write(Self.folder + "prompts/refund.md", "Refunds take five days.\n")
            try $0.write("docs/readme.md", "Nothing of an AI system.\n")
        }
        let found = try #require(try findings(repository)["SYS-003"])
        #expect(found.severity == "warning")
        #expect(found.message.contains("prompts/refund.md"))
        #expect(merge(repository).status == .pass)
    }
}
