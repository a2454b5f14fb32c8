import Approvals
import TestSupport
import Testing

/// Which version of the trust root judges a release that was tagged under an older one.
struct ReleaseRulingTests {
    private static func id(_ digit: String) -> String { String(repeating: digit, count: 64) }

    /// Releases 1, 2, 3 of a chain, by their statements.
    private static let previous = [id("2"): id("1"), id("3"): id("2")]

    /// A bench whose version 2 has release 2 as its checkpoint, and replaces lena's key; the root of the trees before.
    private func bench(reason: String = "superseded") throws -> (tip: TrustState, old: TrustState) {
        let bench = try TrustBench()
        let old = try bench.state()
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: reason) + [
                (
                    "releaseHeads: []",
                    "releaseHeads: [{system: support-assistant, sequence: 2, statement: \"\(Self.id("2"))\"}]"
                )
            ])
        for person in [Person.lena, .lenaAnew] { try bench.repository.signTrust(2, as: person) }
        return (try bench.state(), old)
    }

    private func ruling(_ release: String, _ states: (tip: TrustState, old: TrustState)) throws -> ReleaseRuling {
        try states.tip.ruling(
            onRelease: Self.id(release), of: "support-assistant", signedUnder: states.old, previous: Self.previous)
    }

    @Test func atAndBeforeACheckpointTheOwnRootRules() throws {
        let states = try bench()
        let checkpoint = Checkpoint(version: 2, system: "support-assistant", sequence: 2, statement: Self.id("2"))
        #expect(try ruling("1", states) == .ownRoot(checkpoint))
        #expect(try ruling("2", states) == .ownRoot(checkpoint))
    }

    /// Somebody who left tags an old commit, whose tree still names them.
    @Test func behindTheCheckpointTheTipRules() throws {
        let states = try bench()
        #expect(try ruling("3", states) == .tipRoot)
        // Not linked to anything, whatever sequence number it claims.
        #expect(try ruling("9", states) == .tipRoot)
    }

    @Test func underTheTipsOwnRootTheTipRules() throws {
        let states = try bench()
        #expect(try ruling("1", (tip: states.tip, old: states.tip)) == .tipRoot)
        #expect(try ruling("1", (tip: states.old, old: states.old)) == .tipRoot)
    }

    @Test func aCheckpointOfAnotherSystemSaysNothing() throws {
        let states = try bench()
        let ruling = try states.tip.ruling(
            onRelease: Self.id("1"), of: "other", signedUnder: states.old, previous: Self.previous)
        #expect(ruling == .tipRoot)
    }

    /// A loop of links ends.
    @Test func linksInACircle() throws {
        let states = try bench()
        let ruling = try states.tip.ruling(
            onRelease: Self.id("7"), of: "support-assistant", signedUnder: states.old,
            previous: [Self.id("2"): Self.id("1"), Self.id("1"): Self.id("2")])
        #expect(ruling == .tipRoot)
    }

    @Test func aRootThatTheTipDoesNotKnow() throws {
        let states = try bench()
        let refused = #expect(throws: TrustFailure.self) {
            try states.old.ruling(
                onRelease: Self.id("1"), of: "support-assistant", signedUnder: states.tip, previous: Self.previous)
        }
        #expect(refused?.code == "root-rollback")
        let stranger = try TrustBench(("name: lindholm", "name: others")).state()
        let foreign = #expect(throws: TrustFailure.self) {
            try states.tip.ruling(
                onRelease: Self.id("1"), of: "support-assistant", signedUnder: stranger, previous: Self.previous)
        }
        #expect(foreign?.code == "root-equivocation")
    }

    /// A compromised key voids what no checkpoint before it covers; a replaced one voids nothing.
    @Test func compromise() throws {
        let (tip, _) = try bench(reason: "compromised")
        func isVoid(_ release: String, under version: Int, key: Person = .lena) -> Bool {
            tip.isVoid(
                key: key.fingerprint, under: version, release: Self.id(release), of: "support-assistant",
                previous: Self.previous)
        }
        // Version 2's checkpoint is not before version 2, from which on the key may be somebody else's.
        #expect(isVoid("1", under: 1))
        #expect(isVoid("3", under: 2))
        #expect(!isVoid("1", under: 1, key: .maya))
        let (soft, _) = try bench(reason: "superseded")
        #expect(
            !soft.isVoid(
                key: Person.lena.fingerprint, under: 1, release: Self.id("1"), of: "support-assistant",
                previous: Self.previous))
    }

    @Test func aCheckpointBeforeTheCompromiseCovers() throws {
        let bench = try TrustBench()
        let head = "releaseHeads: [{system: support-assistant, sequence: 2, statement: \"\(Self.id("2"))\"}]"
        try bench.repository.addTrustVersion(("releaseHeads: []", head))
        try bench.repository.signTrust(2, as: .maya)
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: "compromised", since: 3))
        try bench.repository.signTrust(3, as: .maya)
        let tip = try bench.state()
        func isVoid(_ release: String, under version: Int) -> Bool {
            tip.isVoid(
                key: Person.lena.fingerprint, under: version, release: Self.id(release), of: "support-assistant",
                previous: Self.previous)
        }
        #expect(!isVoid("1", under: 1))
        #expect(!isVoid("2", under: 2))
        #expect(isVoid("3", under: 2))
        #expect(isVoid("1", under: 3))
    }
}
