import Foundation
import PlanRules
import SourceText
import Testing

/// How bad an alias is depends on how much harm the system can do.
@Suite struct FloatingModelAliasTests {
    @Test(arguments: [("low", Severity.warning), ("medium", .warning), ("high", .error)])
    func severityFollowsTheTier(_ tier: String, _ severity: Severity) throws {
        #expect(try findings(tier: tier, id: "gpt-4o").map(\.severity) == [severity])
    }

    /// Nobody knows that such a name moves.
    @Test func anUnknownNameIsAWarningInEveryTier() throws {
        #expect(try findings(tier: "high", id: "our-own-model").map(\.severity) == [.warning])
        #expect(try findings(tier: "high", id: "gpt-4o-2024-08-06").isEmpty)
    }

    private func findings(tier: String, id: String) throws -> [Finding] {
        var world = try Scenario.base.world()
        for (path, old, new) in [
            ("systems/support-assistant/system.yaml", "riskTier: low", "riskTier: \(tier)"),
            ("systems/support-assistant/release.yaml", "id: chat-large-2026-05-01", "id: \(id)"),
        ] {
            let lines = try #require(world.files[path]).lines
            world.files[path]?.lines = lines.map { $0.replacingOccurrences(of: old, with: new) }
        }
        return try FloatingModelAlias.check(world.snapshot(), now: Scenario.now)
    }
}
