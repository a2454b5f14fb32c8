import Approvals
import TestSupport
import Testing

/// What a pull request may do to the trust root, by the two trees alone.
struct ProposalTests {
    /// The codes of what stands in the way of a change, and of what its new versions lack in signatures.
    private func codes(
        versions: Int = 1, _ change: (TestRepository) throws -> Void
    ) throws -> (failures: [String], unsigned: [String]) {
        let bench = try TrustBench()
        for version in 1..<versions {
            try bench.repository.addTrustVersion()
            try bench.repository.signTrust(version + 1, as: .lena)
        }
        let target = try bench.frozen()
        try change(bench.repository)
        let proposal = try TrustProposal(from: target, to: bench.snapshot(), pin: bench.pin)
        return (proposal.failures.map(\.code), proposal.unsigned.map(\.failure.code))
    }

    @Test func nothing() throws {
        let (failures, unsigned) = try codes(versions: 2) { try $0.write("notes.md", "Nothing.\n") }
        #expect(failures == [])
        #expect(unsigned == [])
    }

    @Test func aSignedVersion() throws {
        let (failures, unsigned) = try codes {
            try $0.addTrustVersion()
            try $0.signTrust(2, as: .maya)
        }
        #expect(failures == [])
        #expect(unsigned == [])
    }

    @Test func anUnsignedVersion() throws {
        let (failures, unsigned) = try codes(versions: 2) { try $0.addTrustVersion() }
        #expect(failures == [])
        #expect(unsigned == ["root-threshold"])
    }

    @Test func twoVersionsAtOnce() throws {
        let (failures, unsigned) = try codes {
            for version in 2...3 {
                try $0.addTrustVersion()
                try $0.signTrust(version, as: .maya)
            }
        }
        #expect(failures == [])
        #expect(unsigned == [])
    }

    @Test func aVersionThatContradictsItself() throws {
        let (failures, unsigned) = try codes {
            try $0.addTrustVersion((RootText.threshold, "changeThreshold: {role: grc-control-owner, count: 9}"))
            try $0.signTrust(2, as: .maya)
        }
        #expect(failures == ["root-lint"])
        #expect(unsigned == ["root-threshold"])
    }

    @Test func signaturesThatGoAway() throws {
        let (failures, unsigned) = try codes(versions: 2) { try $0.remove("governance/statements") }
        #expect(failures == ["root-threshold"])
        #expect(unsigned == [])
    }

    @Test func anEditedVersion() throws {
        let (failures, _) = try codes(versions: 2) {
            try $0.edit("governance/trust/2.yaml", "  version: 2", "  version: 2 # a comment")
        }
        #expect(failures.contains("root-changed"))
    }

    @Test func aVersionThatIsSignedAnewWithAnotherText() throws {
        let (failures, _) = try codes(versions: 2) {
            try $0.edit("governance/trust/2.yaml", "  version: 2", "  version: 2 # a comment")
            try $0.remove("governance/statements")
            try $0.signTrust(2, as: .maya)
        }
        #expect(failures == ["root-equivocation"])
    }

    @Test func theNewestVersionGoesAway() throws {
        let (failures, _) = try codes(versions: 3) { try $0.remove("governance/trust/3.yaml") }
        #expect(Set(failures) == ["root-rollback"])
    }

    @Test func theFirstVersionGoesAway() throws {
        let (failures, _) = try codes { try $0.remove("governance/trust/1.yaml") }
        #expect(failures == ["root-missing"])
    }

    @Test func anOlderTextInTheNewestFile() throws {
        let (failures, _) = try codes(versions: 3) {
            try $0.write("governance/trust/3.yaml", $0.read("governance/trust/2.yaml"))
        }
        #expect(failures.contains("root-rollback"))
    }
}
