import Commands
import Foundation
import TestSupport
import Testing

/// From approvals to a verified release tag, on real repositories with real keys.
struct ApprovalFlowTests {
    private let system = ExampleProject.system

    @Test func releaseIsRefusedUntilEveryRoleIsThere() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approvePlan(repository)
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let refused = repository.imprimatur("release", system, "--format", "json", as: .nora)
            #expect(refused.status == .refused)
            #expect(refused.output.contains("APR-001"))
            #expect(refused.output.contains(role))
            try #require(repository.imprimatur("approve", system, "--role", role, as: person).status == .pass)
        }
        #expect(repository.imprimatur("release", system, as: .nora).status == .pass)
        #expect(repository.imprimatur("verify", "release/support-assistant/1.0.0").status == .pass)
    }

    @Test func releaseIsRefusedWithoutAnEvaluation() throws {
        let repository = try ExampleProject.repository()
        let evidence = "systems/support-assistant/records/1.0.0/safety-eval.yaml"
        try FileManager.default.removeItem(atPath: repository.path + "/" + evidence)
        try repository.commitAll("Lose the evidence", as: .nora)
        try ExampleProject.approveAll(repository)
        let refused = repository.imprimatur("release", system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("GAT-001"))
    }

    @Test func releaseIsRefusedWithAFailedEvaluation() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(
            "systems/support-assistant/records/1.0.0/safety-eval.yaml", "result: passed", "result: failed")
        try repository.commitAll("The evaluation failed", as: .nora)
        try ExampleProject.approveAll(repository)
        let refused = repository.imprimatur("release", system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("GAT-002"))
    }

    /// Our own verifier and git's agree on every signature that we call good.
    @Test func gitAgreesOnEveryTag() throws {
        let repository = try ExampleProject.released()
        let signers = repository.folder.path + "/allowed-signers"
        let people: [Person] = [.nora, .ivo, .lena, .maya]
        let lines = people.map { "\($0.email) \($0.publicKey)" }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: signers))
        let tags = try repository.git(["tag", "--list"]).split(separator: "\n").map(String.init)
        #expect(tags.count == 7)
        for tag in tags {
            let verdict = try repository.tryGit(
                ["-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=\(signers)", "verify-tag", tag])
            #expect(verdict.status == 0, "\(tag): \(verdict.diagnostics)")
        }
        let report = try repository.imprimatur("approvals", system, "--format", "json").json()
        let statements = try #require(
            ((report["systems"] as? [[String: Any]])?.first)?["statements"] as? [[String: Any]])
        #expect(statements.count == 3)
        #expect(statements.allSatisfy { $0["counts"] as? Bool == true })
    }

    @Test func approvalsInSignedCommitsCount() throws {
        let repository = try ExampleProject.repository()
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let result = repository.imprimatur(
                "approve", "plan", "customer-ai", "--role", role, "--as", "commit", as: person)
            try #require(result.status == .pass, "\(result.text)")
        }
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let result = repository.imprimatur("approve", system, "--role", role, "--as", "commit", as: person)
            try #require(result.status == .pass, "\(result.text)")
        }
        #expect(try repository.git(["tag", "--list"]).isEmpty)
        let release = repository.imprimatur("release", system, as: .nora)
        #expect(release.status == .pass, "\(release.text)")
        #expect(repository.imprimatur("verify", "--all").status == .pass)
    }

    @Test func authorCannotApprove() throws {
        let repository = try ExampleProject.repository()
        let refused = repository.imprimatur("approve", system, "--role", "engineering-owner", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.diagnostics.contains("PPL-006"))
        #expect(try repository.git(["tag", "--list"]).isEmpty)
    }

    /// With plain git the author can make the tag; it is found and does not count.
    @Test func authorsTagMadeWithPlainGitDoesNotCount() throws {
        let repository = try ExampleProject.repository()
        try #require(repository.imprimatur("approve", system, "--role", "engineering-owner", as: .ivo).status == .pass)
        let tag = try repository.git(["tag", "--list"])
        let message = try repository.message(ofTag: tag)
        let forged = tag.replacingOccurrences(of: "/ivo/", with: "/nora/")
        try repository.git(["tag", "-s", "--cleanup=verbatim", "-m", message, forged], as: .nora)
        let report = repository.imprimatur("approvals", system, "--format", "json").output
        #expect(report.contains("\"author\""))
        let refused = repository.imprimatur("release", system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("PPL-006"))
    }

    @Test func strangersAndMissingRolesAreRefused() throws {
        let repository = try ExampleProject.repository()
        let stranger = repository.imprimatur("approve", system, "--role", "risk-approver", as: .mallory)
        #expect(stranger.status == .refused)
        #expect(stranger.diagnostics.contains("not in the trust root"))
        let wrongRole = repository.imprimatur("approve", system, "--role", "risk-approver", as: .ivo)
        #expect(wrongRole.status == .refused)
        #expect(wrongRole.diagnostics.contains("does not hold the role"))
        let notManager = repository.imprimatur("release", system, as: .ivo)
        #expect(notManager.status == .refused)
        #expect(notManager.diagnostics.contains("release-manager"))
    }

    @Test func unpinnedCloneCannotRelease() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approveAll(repository)
        let pin = try repository.git(["config", "imprimatur.trustRoot"])
        try repository.git(["config", "--unset", "imprimatur.trustRoot"])
        let undecided = repository.imprimatur("release", system, as: .nora)
        #expect(undecided.status == .undecided)
        #expect(repository.imprimatur("release", system, "--trust-root", pin, as: .nora).status == .pass)
        #expect(repository.imprimatur("verify", "--all").status == .undecided)
        #expect(repository.imprimatur("verify", "--all", variables: ["IMPRIMATUR_TRUST_ROOT": pin]).status == .pass)
    }

    @Test func wrongPinRefusesAndDisagreeingPinsAreAUsageError() throws {
        let repository = try ExampleProject.released()
        let zeros = "sha256:" + String(repeating: "0", count: 64)
        #expect(repository.imprimatur("verify", "--all", "--trust-root", zeros).status == .usage)
        try repository.git(["config", "imprimatur.trustRoot", zeros])
        #expect(repository.imprimatur("verify", "--all").status == .refused)
    }

    /// git could not sign: no tag is left, and no half-made one. With a key that only an agent could use, git 2.39
    /// makes an unsigned tag and exits 0; reading it back finds that, and the tag goes again.
    @Test(arguments: ["/nowhere/key.pub", "the public key alone"])
    func failedSignatureLeavesNoTag(_ setting: String) throws {
        let repository = try ExampleProject.repository()
        let key = setting.hasPrefix("/") ? setting : Person.ivo.publicKey
        let result = repository.imprimatur(
            "approve", system, "--role", "engineering-owner", as: .ivo, variables: ["GIT_CONFIG_VALUE_1": key])
        #expect(result.status != .pass)
        #expect(result.diagnostics.contains("help:"), "\(result.text)")
        #expect(try repository.git(["tag", "--list"]).isEmpty)
        #expect(try repository.git(["status", "--porcelain"]).isEmpty)
    }

    /// The signature is well made; only the trust root does not name its key.
    @Test func openPGPSignatureByAKeyOutsideTheRootDoesNotCount() throws {
        let repository = try ExampleProject.repository()
        try #require(repository.imprimatur("approve", system, "--role", "risk-approver", as: .maya).status == .pass)
        let tag = try repository.git(["tag", "--list"])
        let message = try repository.message(ofTag: tag)
        try repository.git(["tag", "-d", tag])

        let home = repository.folder.path + "/gpg"
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var variables = repository.variables(as: .maya)
        variables["GNUPGHOME"] = home
        let key = try runProgram(
            [
                "gpg", "--batch", "--quiet", "--passphrase", "", "--pinentry-mode", "loopback", "--quick-gen-key",
                Person.maya.email, "ed25519", "sign", "never",
            ], in: home, variables: variables)
        try #require(key.status == 0, "\(key.diagnostics)")
        variables["GIT_CONFIG_VALUE_0"] = "openpgp"
        variables["GIT_CONFIG_VALUE_1"] = Person.maya.email
        let signed = try runProgram(
            ["git", "tag", "-s", "--cleanup=verbatim", "-m", message, tag], in: repository.path, variables: variables)
        try #require(signed.status == 0, "\(signed.diagnostics)")
        _ = try runProgram(["gpgconf", "--kill", "all"], in: home, variables: variables)

        let report = repository.imprimatur("approvals", system, "--format", "json")
        #expect(report.output.contains("unknown-key"), "\(report.output)")
    }

    @Test func secondManagerCannotReleaseTheSameVersion() throws {
        let repository = try ExampleProject.released()
        let again = repository.imprimatur("release", system, as: .nora)
        #expect(again.status == .refused)
        #expect(again.diagnostics.contains("already released"))
    }
}
