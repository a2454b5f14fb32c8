import Commands
import Foundation
import PackageContents
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
        let message = try repository.message(ofTag: tag)
        try repository.git(["tag", "-d", tag])
        try repository.git(["tag", "-a", "--cleanup=verbatim", "-m", message, tag], as: .nora)
        let result = repository.imprimatur("verify", tag, "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("unsigned"))
    }

    @Test func tagMovedToAnotherCommitIsRefused() throws {
        let repository = try ExampleProject.released()
        let message = try repository.message(ofTag: tag)
        try repository.edit("systems/support-assistant/inference.yaml", "temperature: 0.2", "temperature: 1.2")
        try repository.commitAll("Hotter", as: .nora)
        try repository.git(["tag", "-d", tag])
        try repository.git(["tag", "-s", "--cleanup=verbatim", "-m", message, tag], as: .nora)
        let result = repository.imprimatur("verify", tag, "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("digest-mismatch"))
    }

    /// A clone without pin is told so once, not again as a doubt about each release.
    @Test func missingPinIsNoDoubtAboutTheBase() throws {
        let repository = try ExampleProject.releasedTwice()
        try repository.git(["config", "--unset", "imprimatur.trustRoot"])
        let result = repository.imprimatur("verify", "--all", "--format", "json")
        #expect(result.status == .undecided)
        #expect(result.output.contains("unpinned"))
        #expect(!result.output.contains("base-unverified"))
    }

    @Test func deletedReleaseLeavesAGap() throws {
        let repository = try ExampleProject.releasedTwice()
        try #require(repository.imprimatur("verify", "--all").status == .pass)

        try repository.git(["tag", "-d", tag])
        let result = repository.imprimatur("verify", "--all", "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("chain-gap"))
    }

    /// A manager tags unapproved content with plain git, so that the next release looks like no change at all.
    @Test func unapprovedReleaseCannotBeABase() throws {
        let repository = try ExampleProject.released()
        let package = "systems/support-assistant/release.yaml"
        try ExampleProject.applyChanges(to: repository)
        try repository.commitAll("Unapproved", as: .nora)
        // The statement of a release that never was: written by the tool for another clone, signed by hand.
        let digest = try #require(
            (try repository.imprimatur("approvals", "--format", "json").json()["systems"] as? [[String: Any]])?.first?[
                "packageDigest"] as? String)
        let first = try repository.git(["cat-file", "tag", "refs/tags/\(tag)"])
        let signed = first.components(separatedBy: "-----BEGIN SSH SIGNATURE-----")[0]
        let id = ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + Array(signed.utf8))
        var lines = signed.components(separatedBy: "\n\n").dropFirst().joined(separator: "\n\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines = lines.filter { !$0.hasPrefix("Approval: ") }.map { line in
            if line.hasPrefix("Subject: package") { return "Subject: package support-assistant@1.1.0 \(digest)" }
            if line.hasPrefix("Materiality:") { return line.replacingOccurrences(of: "initial", with: "critical") }
            if line.hasPrefix("Sequence:") { return "Sequence: 2" }
            if line.hasPrefix("Previous:") { return "Previous: \(id)" }
            return line
        }
        try repository.git(
            [
                "tag", "-s", "--cleanup=verbatim", "-m", lines.joined(separator: "\n"),
                "release/support-assistant/1.1.0",
            ],
            as: .nora)
        #expect(repository.imprimatur("verify", "release/support-assistant/1.1.0").status == .refused)

        try repository.edit(package, "version: 1.1.0", "version: 1.2.0")
        try repository.edit(package, "previous: 1.0.0", "previous: 1.1.0")
        try repository.commitAll("Nothing new", as: .nora)
        let refused = repository.imprimatur("release", ExampleProject.system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("base-unverified"), "\(refused.text)")
    }

    @Test func twoPackagesOfOneSystemAreRefused() throws {
        let repository = try ExampleProject.repository()
        let package = try repository.read("systems/support-assistant/release.yaml")
        try repository.write(
            "systems/other/release.yaml",
            package.replacingOccurrences(of: "  name: support-assistant", with: "  name: another"))
        try repository.commitAll("Twin", as: .nora)
        let report = repository.imprimatur("approvals", ExampleProject.system, "--format", "json")
        #expect(report.output.contains("ambiguous-package"), "\(report.text)")
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
