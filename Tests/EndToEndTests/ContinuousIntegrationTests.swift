import Commands
import Foundation
import TestSupport
import Testing

/// The shell steps of the scaffolded CI files, run against real clones.
struct ContinuousIntegrationTests {
    /// A scaffolded repository with a first release, and a clone of it as CI would have it.
    private func project() throws -> (origin: TestRepository, clone: TestRepository, pin: String) {
        let origin = try TestRepository()
        try #require(origin.imprimatur("init", "--tier", "low", "--system", "helpdesk-bot", as: .nora).status == .pass)
        try origin.commitAll("Govern helpdesk-bot", as: .nora)
        let release = origin.imprimatur("release", "helpdesk-bot", as: .nora)
        try #require(release.status == .pass, "\(release.text)")
        let clone = TestRepository(folder: origin.folder, path: origin.folder.path + "/ci")
        try origin.git(["clone", "--quiet", "--no-local", ".", clone.path])
        return (origin, clone, try origin.git(["config", "imprimatur.trustRoot"]))
    }

    /// Lines that call the product, with what CI puts around them taken away.
    private func steps(_ file: String, in repository: TestRepository) throws -> [String] {
        try repository.read(file).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.compactMap {
            line in
            guard !line.hasPrefix("#") else { return nil }
            var step = line
            for prefix in ["- run: ", "run: ", "- "] where step.hasPrefix(prefix) {
                step = String(step.dropFirst(prefix.count))
            }
            return step.hasPrefix("imprimatur gate") || step.hasPrefix("imprimatur verify") ? step : nil
        }
    }

    @Test(arguments: [".github/workflows/imprimatur.yml", ".gitlab/imprimatur.gitlab-ci.yml"])
    func stepsRunInAClone(_ file: String) throws {
        let (origin, clone, pin) = try project()
        let steps = try steps(file, in: origin)
        #expect(steps.contains { $0.hasPrefix("imprimatur gate") })
        #expect(steps.contains { $0.hasPrefix("imprimatur verify") })

        var variables = clone.variables(as: nil)
        variables["IMPRIMATUR_TRUST_ROOT"] = pin
        // What the two services set for a pull request and for a tag.
        for name in ["BASE", "GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] { variables[name] = "main" }
        for name in ["TAG", "GITHUB_REF_NAME", "CI_COMMIT_TAG"] { variables[name] = "release/helpdesk-bot/1.0.0" }
        for step in steps {
            let result = try runProgram(["sh", "-euc", step], in: clone.path, variables: variables)
            #expect(result.status == 0, "\(step): \(result.output)\(result.diagnostics)")
        }
    }

    @Test func stepsFailOnAnUnapprovedChange() throws {
        let (origin, clone, pin) = try project()
        let prompt = "systems/helpdesk-bot/prompts/system.md"
        try clone.git(["checkout", "--quiet", "-b", "topic"])
        try clone.write(prompt, try clone.read(prompt) + "\nMention the opening hours of the desk.\n")
        try clone.commitAll("Opening hours", as: .nora)
        let gate = try #require(
            try steps(".github/workflows/imprimatur.yml", in: origin).first { $0.hasPrefix("imprimatur gate") })
        var variables = clone.variables(as: nil)
        variables["IMPRIMATUR_TRUST_ROOT"] = pin
        for name in ["BASE", "GITHUB_BASE_REF"] { variables[name] = "main" }
        let result = try runProgram(["sh", "-euc", gate], in: clone.path, variables: variables)
        #expect(result.status == 1, "\(result.output)\(result.diagnostics)")
    }

    /// Both fetch the whole history with tags; without them the gate could not decide.
    @Test func historyAndTagsAreFetched() throws {
        let (origin, _, _) = try project()
        #expect(try origin.read(".github/workflows/imprimatur.yml").contains("fetch-depth: 0"))
        #expect(try origin.read(".gitlab/imprimatur.gitlab-ci.yml").contains("GIT_DEPTH"))
    }
}
