import Approvals
import TestSupport
import Testing

@testable import Releases

/// Which releases were there before a later version of the trust root, going by its checkpoints and the releases' links.
struct ReleaseSealsTests {
    private static func id(_ digit: String) -> String { String(repeating: digit, count: 64) }

    /// Releases 1, 2, 3 of a chain, by their statements.
    private static let previous = [id("2"): id("1"), id("3"): id("2")]

    private static func head(_ release: Int) -> String {
        "releaseHeads: [{system: support-assistant, sequence: \(release), statement: \"\(id(String(release)))\"}]"
    }

    /// Version 2 has release 2 as its checkpoint; version 3 calls lena's key compromised since itself.
    private func seals(
        of system: String = "support-assistant", previous: [String: String] = Self.previous
    ) throws -> ReleaseSeals {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(("releaseHeads: []", Self.head(2)))
        try bench.repository.signTrust(2, as: .maya)
        try bench.repository.addTrustVersion(
            edits: RootText.rotation(from: .lena, to: .lenaAnew, reason: "compromised", since: 3) + [
                (Self.head(2), Self.head(3))
            ])
        try bench.repository.signTrust(3, as: .maya)
        return ReleaseSeals(of: system, trust: try bench.state(), previous: previous)
    }

    @Test func whatLeadsUpToACheckpointIsCovered() throws {
        let seals = try seals()
        #expect(seals.version(covering: Self.id("1"), after: 1) == 2)
        #expect(seals.version(covering: Self.id("2"), after: 1) == 2)
        #expect(seals.version(covering: Self.id("3"), after: 2) == 3)
    }

    /// Somebody who left tags an old commit, whose tree still names them, whatever sequence number they write.
    @Test func whatIsNotLinkedToOneIsNot() throws {
        #expect(try seals().version(covering: Self.id("9"), after: 1) == nil)
    }

    /// A version cannot vouch for what was tagged under itself.
    @Test func theOwnVersionDoesNotCover() throws {
        #expect(try seals().version(covering: Self.id("1"), after: 2) == nil)
    }

    @Test func anotherSystemsCheckpointSaysNothing() throws {
        #expect(try seals(of: "other").version(covering: Self.id("1"), after: 1) == nil)
    }

    @Test func linksInACircleEnd() throws {
        let circle = [Self.id("2"): Self.id("1"), Self.id("1"): Self.id("2")]
        #expect(try seals(previous: circle).version(covering: Self.id("7"), after: 1) == nil)
    }

    /// A link that is not here ends the way: what cannot be shown is not covered.
    @Test func aMissingLinkEndsTheWay() throws {
        #expect(try seals(previous: [:]).version(covering: Self.id("1"), after: 1) == nil)
    }

    @Test func aCompromiseLeavesOpenWhatNoCheckpointBeforeItCovers() throws {
        let seals = try seals()
        #expect(!seals.leavesOpen(Self.id("1"), under: 1, compromisedSince: 3))
        #expect(!seals.leavesOpen(Self.id("2"), under: 2, compromisedSince: 3))
        // The checkpoint of the version that tells of the compromise is not before it.
        #expect(seals.leavesOpen(Self.id("3"), under: 2, compromisedSince: 3))
        #expect(seals.leavesOpen(Self.id("1"), under: 3, compromisedSince: 3))
        #expect(seals.leavesOpen(Self.id("9"), under: 1, compromisedSince: 3))
    }
}
