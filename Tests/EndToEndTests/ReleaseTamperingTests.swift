import Commands
import TestSupport
import Testing

/// Release tags that somebody moved, copied, renamed or made by hand.
struct ReleaseTamperingTests {
    private let tag = "release/support-assistant/1.0.0"

    @Test func copiedTagUnderAnotherNameIsRefused() throws {
        let repository = try ExampleProject.released()
        let object = try repository.git(["rev-parse", "refs/tags/\(tag)"])
        try repository.git(["update-ref", "refs/tags/release/support-assistant/9.9.9", object])
        let result = repository.imprimatur("verify", "--all", "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("name-mismatch"))
    }

    @Test func lightweightTagIsRefused() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["tag", tag])
        let result = repository.imprimatur("verify", tag, "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("not-annotated"))
    }

    @Test func unsignedReleaseTagIsRefused() throws {
        let repository = try ExampleProject.released()
        let message = try repository.git([
            "for-each-ref", "--format=%(contents:subject)%0a%0a%(contents:body)", "refs/tags/\(tag)",
        ])
        try repository.git(["tag", "-d", tag])
        try repository.git(["tag", "-a", "--cleanup=verbatim", "-m", message, tag], as: .nora)
        let result = repository.imprimatur("verify", tag, "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("unsigned"))
    }

    @Test func tagMovedToAnotherCommitIsRefused() throws {
        let repository = try ExampleProject.released()
        let message = try repository.git([
            "for-each-ref", "--format=%(contents:subject)%0a%0a%(contents:body)", "refs/tags/\(tag)",
        ])
        try repository.edit("systems/support-assistant/inference.yaml", "temperature: 0.2", "temperature: 1.2")
        try repository.commitAll("Hotter", as: .nora)
        try repository.git(["tag", "-d", tag])
        try repository.git(["tag", "-s", "--cleanup=verbatim", "-m", message, tag], as: .nora)
        let result = repository.imprimatur("verify", tag, "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("digest-mismatch"))
    }

    @Test func deletedReleaseLeavesAGap() throws {
        let repository = try ExampleProject.released()
        try ExampleProject.applyChanges(to: repository)
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Second release", as: .nora)
        try ExampleProject.approveAll(repository)
        let released = repository.imprimatur("release", ExampleProject.system, as: .nora)
        try #require(released.status == .pass, "\(released.text)")
        try #require(repository.imprimatur("verify", "--all").status == .pass)

        try repository.git(["tag", "-d", tag])
        let result = repository.imprimatur("verify", "--all", "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("chain-broken"))
    }

    @Test func releaseOffTheProtectedBranchIsRefused() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["checkout", "--quiet", "-b", "side"])
        try repository.write("notes.txt", "Something else\n")
        try repository.commitAll("Side", as: .nora)
        try ExampleProject.approveAll(repository)
        let result = repository.imprimatur("release", ExampleProject.system, as: .nora)
        #expect(result.status == .refused)
        #expect(result.diagnostics.contains("first-parent line"))
    }
}
