import Commands
import TestSupport
import Testing

/// One byte changed after the approvals voids them, wherever in the package it is.
struct VoidedApprovalTests {
    @Test(arguments: [
        "systems/support-assistant/prompts/system.prompt",
        "systems/support-assistant/guardrails/output.yaml",
        "systems/support-assistant/prompts/_refund_policy.prompt",
        "systems/support-assistant/release.yaml",
        "systems/support-assistant/system.yaml",
    ])
    func oneByteVoidsTheApprovals(_ path: String) throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approveAll(repository)
        try repository.write(path, try repository.read(path) + "\n")
        try repository.commitAll("One byte", as: .nora)

        let refused = repository.imprimatur("release", ExampleProject.system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("APR-004"))
        #expect(refused.output.contains("other-digest"))

        // The approvals are about content: with the old bytes back they stand again.
        try repository.git(["checkout", "--quiet", "HEAD~1", "--", path])
        try repository.commitAll("Take it back", as: .nora)
        let released = repository.imprimatur("release", ExampleProject.system, as: .nora)
        #expect(released.status == .pass, "\(released.text)")
    }

    @Test func recordsDoNotVoidApprovals() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approveAll(repository)
        let record = "systems/support-assistant/records/1.0.0/safety-eval.yaml"
        try repository.write(record, try repository.read(record) + "# seen by Nora\n")
        try repository.commitAll("Comment in a record", as: .nora)
        #expect(repository.imprimatur("release", ExampleProject.system, as: .nora).status == .pass)
    }
}
