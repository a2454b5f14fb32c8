import Commands
import TestSupport
import Testing

/// The two verdicts on a pull request, in the clones that CI makes.
struct GateTests {
    private func pullRequest() throws -> TestRepository {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try ExampleProject.applyChanges(to: repository)
        try repository.commitAll("Friendlier tone", as: .nora)
        return repository
    }

    @Test func mergeVerdictPassesAndReleaseVerdictSaysWhatIsMissing() throws {
        let repository = try pullRequest()
        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json")
        #expect(gate.status == .refused)
        let report = try gate.json()
        #expect((report["merge"] as? [String: Any])?["outcome"] as? String == "pass")
        #expect((report["release"] as? [String: Any])?["outcome"] as? String == "fail")
        let system = try #require((report["systems"] as? [[String: Any]])?.first)
        #expect(system["class"] as? String == "critical")
        let missing = try #require(system["missing"] as? [[String: Any]])
        let commands = missing.compactMap { $0["command"] as? String }
        #expect(commands.contains("imprimatur approve support-assistant --role risk-approver"))
        let risk = missing.first { ($0["what"] as? String)?.contains("risk-approver") == true }
        #expect((risk?["who"] as? [String])?.contains("maya") == true)
        let remaining = try #require(system["remaining"] as? [String: Any])
        #expect(remaining["gates"] as? [String] == ["functional-eval", "safety-eval"])
        let roles = (remaining["approvals"] as? [[String: Any]])?.compactMap { $0["role"] as? String }
        #expect(roles == ["engineering-owner", "product-owner", "risk-approver"])
        let text = repository.imprimatur("gate", "--base", "main", "--head", "topic").output
        #expect(text.contains("and evidence for functional-eval and safety-eval on this digest."))
        #expect(
            repository.imprimatur("gate", "--base", "main", "--head", "topic", "--require", "merge").status == .pass)
    }

    @Test func documentErrorFailsTheMerge() throws {
        let repository = try pullRequest()
        try repository.edit("governance/plans/customer-ai.yaml", "kind: DeploymentPlan", "kind: DeploymentPlam")
        try repository.commitAll("Typo", as: .nora)
        #expect(
            repository.imprimatur("gate", "--base", "main", "--head", "topic", "--require", "merge").status == .refused)
    }

    @Test func passesOnceEverythingIsThere() throws {
        let repository = try pullRequest()
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Evidence", as: .nora)
        try ExampleProject.approveAll(repository)
        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic")
        #expect(gate.status == .pass, "\(gate.text)")
    }

    /// A CI checkout: detached, no local branch `main`, only the remote's.
    @Test func protectedBranchIsFoundOnTheRemote() throws {
        let repository = try pullRequest()
        let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/ci")
        try repository.git(["clone", "--quiet", "--no-local", ".", clone.path])
        try clone.git(["checkout", "--quiet", "--detach", "origin/topic"])
        try clone.git(["branch", "--quiet", "-D", "topic"])
        let pin = try repository.git(["config", "imprimatur.trustRoot"])
        for arguments in [["--base", "main"], []] {
            let gate = clone.imprimatur(arguments: ["gate"] + arguments + ["--require", "merge", "--trust-root", pin])
            #expect(gate.status == .pass, "\(gate.text)")
        }
        let release = clone.imprimatur("gate", "--base", "main", "--trust-root", pin)
        #expect(release.status == .refused)
    }

    @Test func shallowCloneCannotDecide() throws {
        let repository = try pullRequest()
        let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/shallow")
        try repository.git(["clone", "--quiet", "--depth", "1", "file://\(repository.path)", clone.path])
        for command in [["gate", "--head", "HEAD"], ["verify", "--all"], ["approvals"]] {
            let result = clone.imprimatur(arguments: command)
            #expect(result.status == .undecided, "\(command): \(result.text)")
            #expect(result.diagnostics.contains("git fetch --unshallow"))
        }
        #expect(clone.imprimatur("check").status == .pass)
    }

    @Test func missingBaseCannotDecide() throws {
        let repository = try pullRequest()
        let result = repository.imprimatur("gate", "--base", "trunk")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("git fetch"))
    }

    @Test func unpinnedGateIsIncomplete() throws {
        let repository = try pullRequest()
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Evidence", as: .nora)
        try ExampleProject.approveAll(repository)
        try repository.git(["config", "--unset", "imprimatur.trustRoot"])
        #expect(repository.imprimatur("gate", "--base", "main").status == .undecided)
        #expect(repository.imprimatur("gate", "--base", "main", "--require", "merge").status == .pass)
    }

    /// The digest is that of the merge result: what main did meanwhile is part of it.
    @Test func judgesTheResultOfTheMerge() throws {
        let repository = try pullRequest()
        try repository.git(["checkout", "--quiet", "main"])
        try repository.edit("systems/support-assistant/inference.yaml", "temperature: 0.2", "temperature: 0.3")
        try repository.commitAll("Warmer", as: .ivo)
        let gate = try repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json").json()
        let system = try #require((gate["systems"] as? [[String: Any]])?.first)
        let contributors = try #require(system["contributors"] as? [[String: Any]])
        #expect(Set(contributors.compactMap { $0["principal"] as? String }) == ["nora", "ivo"])
        let rules = (system["changes"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
        #expect(rules.contains("inference/temperature-raised"))

        try repository.edit("systems/support-assistant/prompts/system.prompt", "Linn", "Lynn")
        try repository.commitAll("Both sides", as: .ivo)
        let conflict = repository.imprimatur("gate", "--base", "main", "--head", "topic")
        #expect(conflict.status == .undecided)
        #expect(conflict.diagnostics.contains("system.prompt"))
    }
}
