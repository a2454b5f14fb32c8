import Testing

@testable import Materiality

/// What is said where a side has no trust root, or no policy that counts.
struct MissingGovernanceTests {
    @Test(
        "A policy that does not count is told from one that is gone",
        arguments: [
            ("no policy", "The trust root pins governance/materiality.yaml, which the tree does not have"),
            (
                "a policy whose bytes nobody pinned",
                "The trust root pins other bytes of governance/materiality.yaml than the tree has"
            ),
            ("a policy that is not pinned any more", "The trust root pins no policy"),
            ("no trust root", "The trust root is gone"),
        ])
    func reasons(_ name: String, _ reason: String) throws {
        let scenario = try #require(Scenario.all.first { $0.name == name })
        let change = try #require(
            SmallWorld.compare(from: scenario.base, to: scenario.head()).changes.first {
                $0.rule.id == ApprovalRules.changed.id
            })
        #expect(change.reason.hasPrefix(reason), "\(change.reason)")
    }
}
