import Commands
import Foundation
import TestSupport
import Testing

/// A change that was assessed beforehand takes the gates of its protocol, as long as it keeps to its bounds.
struct PredeterminedChangeTests {
    private static let inference = "systems/support-assistant/inference.yaml"
    private static let package = "systems/support-assistant/release.yaml"

    private func permission(
        bound: String = "inference.temperature", validUntil: String = "2026-12-31T00:00:00Z",
        assessment: String = "governance/assessments/temperature.md"
    ) -> String {
        """
          predeterminedChanges:
            - id: temperature-tuning
              description: The temperature follows the weekly evaluation.
              component: inference
              bounds: [{path: \(bound), op: lte, value: 0.9}]
              protocol: {gates: [functional-eval]}
              impactAssessment: {path: \(assessment)}
              validUntil: "\(validUntil)"
          cumulative:
        """
    }

    /// A release 1.0.0, and after it a commit with another temperature under the permission.
    private func repository(_ permission: String, temperature: String = "0.6") throws -> TestRepository {
        let repository = try ExampleProject.lowTier(policy: [("  cumulative:", permission)])
        try repository.write("governance/assessments/temperature.md", "Assessed on 2026-11-01.\n")
        try repository.commitAll("Assessment", as: .nora)
        let first = repository.imprimatur("release", ExampleProject.system, as: .nora)
        try #require(first.status == .pass, "\(first.text)")
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: \(temperature)")
        try ExampleProject.declare("1.0.1", after: "1.0.0", "material", in: repository)
        try repository.edit(
            Self.package, "    class: material", "    class: material\n    predetermined: temperature-tuning")
        try repository.commitAll("Warmer", as: .nora)
        return repository
    }

    private func release(_ repository: TestRepository) -> CommandResult {
        repository.imprimatur("release", ExampleProject.system, "--format", "json", as: .nora)
    }

    private func rules(_ result: CommandResult) throws -> [String: String] {
        let evaluation = try #require(try result.json()["evaluation"] as? [String: Any])
        let findings = try #require(evaluation["findings"] as? [[String: Any]])
        return Dictionary(
            findings.compactMap { finding in
                (finding["rule"] as? String).map { ($0, finding["message"] as? String ?? "") }
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func insideItsBoundsTheGatesOfTheProtocolSuffice() throws {
        let repository = try repository(permission())
        let refused = release(repository)
        #expect(refused.status == .refused)
        #expect(try rules(refused).keys.sorted() == ["GAT-001"])
        try ExampleProject.recordEvidence(["functional-eval"], for: "1.0.1", in: repository)
        try repository.commitAll("Evidence", as: .nora)
        let result = release(repository)
        try #require(result.status == .pass, "\(result.text)")
        let evaluation = try #require(try result.json()["evaluation"] as? [String: Any])
        #expect(evaluation["class"] as? String == "material")
        let use = try #require(evaluation["predetermined"] as? [String: Any])
        #expect(use["id"] as? String == "temperature-tuning")
        #expect(use["suffices"] as? Bool == true)
        #expect(repository.imprimatur("verify", "--all").status == .pass)

        // Such a release is not fully gated, and what it was allowed to change does not weigh on the next one.
        try repository.edit("systems/support-assistant/prompts/system.prompt", "Use at most", "Use  at most")
        try ExampleProject.declare("1.0.2", after: "1.0.1", "minor", in: repository)
        try repository.edit(Self.package, "\n    predetermined: temperature-tuning", "")
        try repository.commitAll("White space", as: .nora)
        let next = release(repository)
        try #require(next.status == .pass, "\(next.text)")
        let cumulative = try #require(
            (try next.json()["evaluation"] as? [String: Any])?["cumulative"] as? [String: Any])
        #expect((cumulative["baseline"] as? [String: Any])?["version"] as? String == "1.0.0")
        #expect(cumulative["sumClass"] as? String == "minor")
    }

    @Test func oneBoundExceededAndTheClassApplies() throws {
        let result = release(try repository(permission(), temperature: "1.1"))
        #expect(result.status == .refused)
        #expect(try result.failuresAgainstItsSchema() == [])
        let rules = try rules(result)
        #expect(rules["MAT-005"]?.contains("inference.temperature 1.1 > 0.9") == true)
        #expect(rules["MAT-005"]?.contains("tier low × material") == true)
        #expect(rules["APR-001"] != nil)
    }

    @Test func anotherComponentIsOutside() throws {
        let repository = try repository(permission())
        try repository.edit("systems/support-assistant/prompts/system.prompt", "120 words", "500 words")
        try repository.commitAll("Longer", as: .nora)
        #expect(try rules(release(repository))["MAT-005"]?.contains("outside its component inference") == true)
    }

    @Test(arguments: ["inference.temprature", "retrieval.temperature"])
    func aMisspeltBoundCountsAsExceeded(_ field: String) throws {
        let result = release(try repository(permission(bound: field)))
        #expect(try rules(result)["MAT-005"]?.contains("cannot be computed") == true)
    }

    @Test func anExpiredPermissionPermitsNothing() throws {
        let result = release(try repository(permission(validUntil: "2026-11-19T00:00:00Z")))
        let rules = try rules(result)
        #expect(rules["MAT-006"]?.contains("expired 2026-11-19") == true)
        #expect(rules["APR-001"] != nil)
    }

    @Test func anUnknownPermissionPermitsNothing() throws {
        let repository = try repository(permission())
        try repository.edit(Self.package, "temperature-tuning", "temperature-tunning")
        try repository.commitAll("Typo", as: .nora)
        #expect(
            try rules(release(repository))["MAT-006"]?.contains("did you mean temperature-tuning?") == true)
    }

    @Test func theAssessmentHasToBeThere() throws {
        let result = release(try repository(permission(assessment: "governance/assessments/lost.md")))
        #expect(try rules(result)["MAT-006"]?.contains("lost.md") == true)
    }
}
