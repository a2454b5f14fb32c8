import Commands
import Foundation
import TestSupport
import Testing

/// The class is also that of the sum of changes since the last fully gated release, which no series of small releases
/// gets around.
struct CumulativeMaterialityTests {
    private static let prompt = "systems/support-assistant/prompts/system.prompt"
    private static let prohibition =
        "Never promise a refund, a replacement, a discount, a voucher or a delivery date to anybody who writes to you "
        + "about an order."
    /// Ten edits of one word each. After the ninth, the sentence is still taken for the first one.
    private static let slices = [
        ("an order", "a parcel"), ("about a", "about some"), ("about", "regarding"), ("to you", "to us"),
        ("writes", "speaks"), ("who", "that"), ("anybody", "people"), ("date", "slot"), ("delivery", "narrow"),
        ("voucher", "gift"),
    ]
    private static let polish = """
          rules:
            - id: prompt/instruction-changed
              component: prompts
              class: minor
              why: Wording is polished every week, and an evaluation looks at it.
        """

    private func repository(maxMinor: Int, maxAge: String = "90d") throws -> TestRepository {
        try ExampleProject.lowTier(
            policy: [
                ("  rules:", Self.polish), ("maxMinor: 5", "maxMinor: \(maxMinor)"),
                ("maxAge: 90d", "maxAge: \(maxAge)"),
            ],
            files: [(Self.prompt, "Never promise a refund, a replacement or a delivery date.", Self.prohibition)])
    }

    private func release(_ repository: TestRepository, variables: [String: String] = [:]) -> CommandResult {
        repository.imprimatur(
            "release", ExampleProject.system, "--format", "json", as: .nora, variables: variables)
    }

    /// Commits slice `number` (1-based) as version 1.0.`number`.
    private func slice(_ number: Int, of repository: TestRepository, declaring changeClass: String = "minor") throws {
        let (old, new) = Self.slices[number - 1]
        let line = try #require(
            try repository.read(Self.prompt).split(separator: "\n").first { $0.hasPrefix("- Never promise") })
        let range = try #require(line.firstRange(of: old))
        try repository.edit(Self.prompt, String(line), line.replacingCharacters(in: range, with: new))
        try ExampleProject.declare("1.0.\(number)", after: "1.0.\(number - 1)", changeClass, in: repository)
        try repository.commitAll("Polish the wording", as: .nora)
    }

    @Test func tenMinorEditsThatAddUpToARemovedProhibition() throws {
        let repository = try repository(maxMinor: 20)
        try #require(release(repository).status == .pass)
        for number in 1...9 {
            try slice(number, of: repository)
            let result = release(repository)
            try #require(result.status == .pass, "1.0.\(number): \(result.text)")
        }
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try slice(10, of: repository)

        let diff = repository.imprimatur("diff", "main..topic", "--format", "json")
        #expect(try diff.failuresAgainstItsSchema() == [])
        let step = try diff.json()
        let compared = try #require((step["systems"] as? [[String: Any]])?.first)
        let stepClasses = (compared["changes"] as? [[String: Any]])?.compactMap { $0["class"] as? String }
        #expect(Set(stepClasses ?? []) == ["minor"])
        #expect(compared["class"] as? String == "critical")

        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json")
        #expect(gate.status == .refused)
        #expect(try gate.failuresAgainstItsSchema() == [])
        let system = try #require((try gate.json()["systems"] as? [[String: Any]])?.first)
        #expect(system["class"] as? String == "critical")
        let cumulative = try #require(system["cumulative"] as? [String: Any])
        #expect(cumulative["stepClass"] as? String == "minor")
        #expect(cumulative["sumClass"] as? String == "critical")
        #expect((cumulative["baseline"] as? [String: Any])?["version"] as? String == "1.0.0")
        #expect(cumulative["minorReleases"] as? Int == 10)
        let reasons = try #require(cumulative["reasons"] as? [String])
        #expect(reasons.contains { $0.contains("prompt/prohibition-removed") })
        let rules = (system["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
        #expect(rules.contains("MAT-001"))
        #expect(rules.contains("MAT-004"))
        let text = repository.imprimatur("gate", "--base", "main", "--head", "topic").output
        #expect(text.contains("the sum of changes since 1.0.0"))
        #expect(text.contains("the last step alone is minor"))
        #expect(
            repository.imprimatur("gate", "--base", "main", "--head", "topic", "--require", "merge").status == .pass)

        try repository.git(["checkout", "--quiet", "main"])
        try repository.git(["merge", "--quiet", "--ff-only", "topic"])
        let refused = release(repository)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("MAT-004"))
    }

    /// The budget of minor releases: two may follow the first release here, and the third is material.
    @Test func tooManyMinorReleasesEscalate() throws {
        let repository = try repository(maxMinor: 2)
        try #require(release(repository).status == .pass)
        for number in 1...2 {
            try slice(number, of: repository)
            try #require(release(repository).status == .pass)
        }
        try slice(3, of: repository, declaring: "material")
        let refused = release(repository)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("3 minor releases since 1.0.0"))
        #expect(refused.output.contains("APR-001"))

        // With the gates and approvals of a material change it is fully gated, and the count begins anew.
        try ExampleProject.recordEvidence(["functional-eval"], for: "1.0.3", in: repository)
        try repository.commitAll("Evidence", as: .nora)
        try #require(
            repository.imprimatur("approve", ExampleProject.system, "--role", "engineering-owner", as: .ivo).status
                == .pass)
        let material = release(repository)
        try #require(material.status == .pass, "\(material.text)")
        let findings = try #require(
            (try material.json()["evaluation"] as? [String: Any])?["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["rule"] as? String == "MAT-004" && $0["severity"] as? String == "note" })
        #expect(repository.imprimatur("verify", "--all").status == .pass)

        try slice(4, of: repository)
        let next = release(repository)
        try #require(next.status == .pass, "\(next.text)")
        let cumulative = try #require(
            (try next.json()["evaluation"] as? [String: Any])?["cumulative"] as? [String: Any])
        #expect((cumulative["baseline"] as? [String: Any])?["version"] as? String == "1.0.3")
        #expect((cumulative["baseline"] as? [String: Any])?["fullyGated"] as? Bool == true)
        #expect(cumulative["minorReleases"] as? Int == 1)
        #expect(repository.imprimatur("verify", "--all").status == .pass)
    }

    /// Tags are dated 2026-11-20T10:00:00Z here, and it is two hours later.
    @Test func anOldBaselineEscalates() throws {
        let repository = try repository(maxMinor: 20, maxAge: "1h")
        try #require(release(repository).status == .pass)
        try slice(1, of: repository, declaring: "material")
        let refused = release(repository)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("old by the dates of the tags"))
    }

    /// A first release has a row of its own; the example's asks for what a material change takes, and more.
    @Test func aFirstReleaseThatMetTheMaterialRowIsFullyGated() throws {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try repository.edit(Self.prompt, "Use at most", "Use  at most")
        try repository.commitAll("White space", as: .nora)
        let gate = try repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json").json()
        let system = try #require((gate["systems"] as? [[String: Any]])?.first)
        let cumulative = try #require(system["cumulative"] as? [String: Any])
        #expect((cumulative["baseline"] as? [String: Any])?["fullyGated"] as? Bool == true)
        #expect(cumulative["class"] as? String == "minor")
    }

    /// Nothing that ships changes in 1.0.1, so there is nothing to escalate, however old the baseline is.
    @Test func aReleaseThatChangesNothingIsNotEscalated() throws {
        let repository = try repository(maxMinor: 0, maxAge: "1h")
        try #require(release(repository).status == .pass)
        try ExampleProject.declare("1.0.1", after: "1.0.0", "none", in: repository)
        try repository.commitAll("Nothing", as: .nora)
        let result = release(repository)
        #expect(result.status == .pass, "\(result.text)")
    }
}
