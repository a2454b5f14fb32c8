import Commands
import Foundation
import TestSupport
import Testing

/// Waivers, settings and baselines as `check` applies them.
struct CheckPolicyTests {
    private static let system = "systems/support-assistant/system.yaml"
    private static let typo = "riskTier: mediun"

    private func repository(comment: String = "") throws -> TestRepository {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", Self.typo + comment)
        return repository
    }

    /// Judged by the tool's own `validate`, from the files that users have.
    private func follows(schema: String, file: String, in repository: TestRepository) throws {
        let path = ExampleProject.checkout + "/schemas/v1/output/\(schema).schema.json"
        let result = runImprimatur(["validate", "--schema", path, file], in: repository.path)
        #expect(result.status == .pass, "\(result.text)")
    }

    @Test func waivedFindingIsShownAndRefusesNothing() throws {
        let repository = try repository(comment: #"  # imprimatur: allow DOC-002 reason="tiers are renamed in May""#)
        let result = repository.imprimatur("check")
        #expect(result.status == .pass)
        #expect(result.output.contains("tiers are renamed in May"))
        let all = repository.imprimatur("check", "--no-ignores")
        #expect(all.status == .refused)
    }

    @Test func expiredWaiverIsReportedAndTheFindingCountsAgain() throws {
        let comment = #"  # imprimatur: allow DOC-002 reason="tiers are renamed" until=2026-11-19"#
        let result = try repository(comment: comment).imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("WVR-003"))
        #expect(result.output.contains("error[DOC-002"))
    }

    @Test func waiverByPathTakesAReason() throws {
        let repository = try repository()
        func setting(_ reason: String) throws {
            try repository.git(["checkout", "--quiet", "imprimatur.yaml"])
            try repository.write(
                "imprimatur.yaml",
                try repository.read("imprimatur.yaml")
                    + "  rules:\n    - {id: DOC-002, severity: waived, paths: [systems]\(reason)}\n")
        }
        try setting(#", reason: "tiers are renamed in May""#)
        #expect(repository.imprimatur("check").status == .pass)
        try setting("")
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("reason"))
    }

    @Test func baselineKeepsKnownFindingsFromRefusing() throws {
        let repository = try repository()
        let written = repository.imprimatur("check", "--write-baseline", "known.json")
        #expect(written.status == .pass)
        try follows(schema: "baseline", file: "known.json", in: repository)
        #expect(repository.imprimatur("check", "--baseline", "known.json").status == .pass)
        repository.imprimatur("check", "--baseline", "known.json", "--format", "json", "-o", "report.json")
        try follows(schema: "check", file: "report.json", in: repository)

        // Lines above a known finding do not make it new; another finding is new.
        try repository.edit(Self.system, "apiVersion", "# A comment.\n\napiVersion")
        #expect(repository.imprimatur("check", "--baseline", "known.json").status == .pass)
        try repository.edit(Self.system, "kind: AISystem", "kind: AISystem\nowned: true")
        let result = repository.imprimatur("check", "--baseline", "known.json")
        #expect(result.status == .refused)

        try repository.edit(Self.system, "\nowned: true", "")
        try repository.write(
            "imprimatur.yaml", try repository.read("imprimatur.yaml") + "  baseline: known.json\n")
        #expect(repository.imprimatur("check").status == .pass)
        #expect(repository.imprimatur("check", "--no-ignores").status == .refused)
        try repository.write("known.json", "{}")
        #expect(repository.imprimatur("check").status == .undecided)
        try repository.write("known.json", "{")
        #expect(repository.imprimatur("check").status == .undecided)
    }

    @Test func whatMayNotBeLoweredStaysOutOfTheBaseline() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: medium\n  riskTier: low")
        #expect(repository.imprimatur("check", "--write-baseline", "known.json").status == .refused)
        #expect(try !repository.read("known.json").contains("DOC-004"))
        #expect(repository.imprimatur("check", "--baseline", "known.json").status == .refused)
    }

    /// The hook and the gate must not refuse what `check` lets pass.
    @Test func hookAndGateHonourWaivers() throws {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "change"])
        try repository.edit(
            Self.system, "riskTier: medium", Self.typo + #"  # imprimatur: allow DOC-002 reason="renamed in May""#)
        try repository.git(["add", "--all"])
        #expect(repository.imprimatur("hooks", "run", "pre-commit").status == .pass)
        try repository.commitAll("Rename", as: .nora)
        let gate = repository.imprimatur("gate", "--base", "main")
        #expect(!gate.output.contains("error[DOC-002"))
        #expect(gate.output.contains("renamed in May"))
    }

    @Test func schemaOverlayOfAKindAsksForMore() throws {
        let repository = try ExampleProject.repository()
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  schemas:\n    - {kind: AISystem, overlay: governance/schemas/system.json}\n")
        let missing = repository.imprimatur("check")
        #expect(missing.status == .undecided)
        #expect(missing.diagnostics.contains("imprimatur.yaml:"))

        try repository.write(
            "governance/schemas/system.json",
            #"{"properties": {"metadata": {"required": ["labels"], "properties": {"labels": {"required": ["cost-centre"]}}}}}"#
        )
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("\(Self.system):"))
        #expect(result.output.contains("labels"))

        try repository.write("governance/schemas/system.json", "{\n  \"type\": \"objekt\"}")
        let wrong = repository.imprimatur("check")
        #expect(wrong.status == .undecided)
        #expect(wrong.diagnostics.contains("governance/schemas/system.json:2:11"))
    }

    /// Also where the trust root, which is always read, is the only other document.
    @Test func globsThatLeadNowhereAreAnErrorBesideATrustRoot() throws {
        let repository = try ExampleProject.repository()
        let text = try repository.read("imprimatur.yaml")
        let globs = try #require(text.range(of: #"documents:\n(    - .*\n)+"#, options: .regularExpression))
        try repository.write(
            "imprimatur.yaml", text.replacingCharacters(in: globs, with: "documents: [nowhere/*.yaml]\n"))
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("nowhere/*.yaml"))
    }

    @Test func projectFileOfAnotherKindIsNoPass() throws {
        let repository = try ExampleProject.repository()
        try repository.write("imprimatur.yaml", try repository.read(Self.system))
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("kind Project"))
    }

    /// A project file that cannot be understood does not decide about itself.
    @Test func projectFileCannotWaiveItsOwnMistakes() throws {
        let repository = try ExampleProject.repository()
        let text = try repository.read("imprimatur.yaml")
        let globs = try #require(text.range(of: #"documents:\n(    - .*\n)+"#, options: .regularExpression))
        let rules = #"rules: [{id: DOC-002, severity: waived, reason: "x"}]"#
        try repository.write(
            "imprimatur.yaml", text.replacingCharacters(in: globs, with: "documents: 7\n  \(rules)\n"))
        #expect(repository.imprimatur("check").status == .refused)
    }

    @Test func loweredSeverityEndsWithItsDay() throws {
        let repository = try repository()
        func setting(_ until: String) throws {
            try repository.git(["checkout", "--quiet", "imprimatur.yaml"])
            let rule = #"{id: DOC-002, severity: warning, reason: "later", until: \#(until)}"#
            try repository.write(
                "imprimatur.yaml", try repository.read("imprimatur.yaml") + "  rules:\n    - \(rule)\n")
        }
        try setting("2026-11-20")
        #expect(repository.imprimatur("check").status == .pass)
        try setting("2026-11-19")
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("WVR-003"))
    }

    /// What could not be judged to the end hides what nobody knows.
    @Test func documentThatAnOverlayCannotJudgeCannotBeWaived() throws {
        let repository = try ExampleProject.repository()
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  schemas:\n    - {kind: AISystem, overlay: governance/schemas/system.json}\n"
                + "  rules:\n    - {id: DOC-004, severity: waived, reason: \"too slow\"}\n")
        try repository.write(
            "governance/schemas/system.json",
            #"{"properties": {"spec": {"properties": {"purpose": {"pattern": "^(.|..)+\\1$"}}}}}"#)
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("too costly"))
        #expect(result.output.contains("WVR-004"))
    }

    @Test func raisedSeveritiesStayWithoutIgnores() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: medium\n  x-word: on")
        #expect(repository.imprimatur("check").status == .pass)
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  rules:\n    - {id: DOC-004, severity: error, reason: \"our tools are old\"}\n")
        #expect(repository.imprimatur("check").status == .refused)
        #expect(repository.imprimatur("check", "--no-ignores").status == .refused)
    }

    /// The change that is judged does not set the bar: settings and baseline are those of the branch it goes into.
    @Test func settingsOfAPullRequestDoNotCountAtItsOwnGate() throws {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "change"])
        try repository.edit(Self.system, "riskTier: medium", Self.typo)
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  rules:\n    - {id: DOC-002, severity: waived, reason: \"I say so\"}\n")
        try repository.commitAll("Lower the bar", as: .nora)
        #expect(repository.imprimatur("check").status == .pass)
        #expect(repository.imprimatur("gate", "--base", "main").output.contains("error[DOC-002"))
    }

    @Test func mendedFindingsOfABaselineAreCounted() throws {
        let repository = try repository()
        repository.imprimatur("check", "--write-baseline", "known.json")
        try repository.edit(Self.system, Self.typo, "riskTier: medium")
        let result = repository.imprimatur("check", "--baseline", "known.json")
        #expect(result.status == .pass)
        #expect(result.output.contains("mended: 1"))
    }

    /// The command that an error names must do what it says.
    @Test func missingBaselineCanBeWrittenAsTheErrorSays() throws {
        let repository = try repository()
        try repository.write("imprimatur.yaml", try repository.read("imprimatur.yaml") + "  baseline: known.json\n")
        #expect(repository.imprimatur("check").status == .undecided)
        #expect(repository.imprimatur("check", "--write-baseline", "known.json").status == .pass)
        #expect(repository.imprimatur("check").status == .pass)
    }

    @Test func globsThatLeadNowhereAreAnError() throws {
        let repository = try TestRepository()
        try repository.write(
            "imprimatur.yaml",
            """
            apiVersion: imprimatur/v1
            kind: Project
            metadata: {name: empty, owner: "role:control-owner"}
            spec:
              documents: [plans/*.yaml, "systems/**/*.yaml"]

            """)
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("plans/*.yaml, systems/**/*.yaml"))
    }
}
