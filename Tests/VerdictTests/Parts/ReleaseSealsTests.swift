import Approvals
import GitObjects
import Testing

@testable import Releases

/// What checkpoints of the trust root cover, and what they prove about the newest release.
@Suite struct ReleaseSealsTests {
    private static let first = String(repeating: "a", count: 64)
    private static let second = String(repeating: "b", count: 64)
    private static let third = String(repeating: "c", count: 64)

    /// A chain of trust roots of which each after the first saw a release as the last one.
    private func trust(_ heads: [(sequence: Int, statement: String)]) throws -> TrustState {
        let kim = try TestKey(seed: 3)
        let policy = TestProject.policy("[{role: po, count: 1}]")
        var root = RootText(
            principals: [
                .init(id: "ann", roles: ["po", "ra"], keys: [try TestKey(seed: 1)]),
                .init(id: "rex", roles: ["release-manager"], keys: [try TestKey(seed: 2)]),
                .init(id: "kim", roles: ["grc"], keys: [kim]),
            ], policy: policy)
        let pin = root.digest
        var files = TestProject.files(
            version: "1.0.0", previous: "none", declared: "initial", variant: 0, approvals: "[{role: po, count: 1}]")
        files["governance/trust/1.yaml"] = root.text
        for head in heads {
            root.previous = root.digest
            root.version += 1
            root.head = head
            files["governance/trust/\(root.version).yaml"] = root.text
            let statement = StatementText(
                decision: "trust", repository: pin, lines: ["Subject: trust \(root.version) sha256:\(root.digest)"])
            let tag = try GitText.tag(
                "trust/\(root.version)/kim", of: String(repeating: "1", count: 40), at: 1_790_000_000,
                message: statement.message, key: kim)
            files["governance/statements/\(GitText.statementID(ofTag: tag)).tag"] = String(decoding: tag, as: UTF8.self)
        }
        return try TrustState(of: MemoryFiles(files: files).snapshot(), pin: nil)
    }

    @Test func aCheckpointCoversWhatLeadsUpToIt() throws {
        let seals = ReleaseSeals(
            of: "bot", trust: try trust([(1, Self.first), (3, Self.third)]),
            previous: [Self.third: Self.second, Self.second: Self.first])
        #expect(seals.version(covering: Self.first, after: 1) == 2)
        #expect(seals.version(covering: Self.second, after: 1) == 3)
        #expect(seals.version(covering: Self.third, after: 2) == 3)
        #expect(seals.version(covering: String(repeating: "d", count: 64), after: 1) == nil)
    }

    @Test func aVersionDoesNotVouchForWhatWasTaggedUnderItself() throws {
        let seals = ReleaseSeals(of: "bot", trust: try trust([(1, Self.first)]), previous: [:])
        #expect(seals.version(covering: Self.first, after: 1) == 2)
        #expect(seals.version(covering: Self.first, after: 2) == nil)
    }

    @Test func aCircleOfReleasesEnds() throws {
        let seals = ReleaseSeals(
            of: "bot", trust: try trust([(1, Self.first)]),
            previous: [Self.first: Self.second, Self.second: Self.first])
        #expect(seals.version(covering: Self.second, after: 1) == 2)
    }

    @Test func aCompromisedKeyIsOpenUnlessSomethingWasThereBefore() throws {
        let seals = ReleaseSeals(
            of: "bot", trust: try trust([(1, Self.first), (2, Self.second)]), previous: [Self.second: Self.first])
        // Covered by version 2, tagged under version 1.
        #expect(!seals.leavesOpen(Self.first, under: 1, compromisedSince: 3))
        #expect(seals.leavesOpen(Self.first, under: 1, compromisedSince: 2))
        #expect(seals.leavesOpen(Self.first, under: 3, compromisedSince: 3))
        #expect(seals.leavesOpen(Self.third, under: 1, compromisedSince: 3))
    }

    @Test func freshnessNeedsAWitness() throws {
        let objects = try SignedObjects()
        let reader = StatementReader(keys: objects.trust.keys)
        let tag = try objects.releaseTag()
        let found = reader.tag("refs/tags/release/bot/1.0.0", type: .tag, id: .zero, bytes: tag)
        let chain = try ReleaseChain(
            of: "bot", tags: [found], tip: objects.trust, ownRoot: { _ in (version: 1, sha256: objects.repository) })
        let id = GitText.statementID(ofTag: tag)
        let seeing = try trust([(1, id)])
        #expect(Freshness(of: chain, trust: objects.trust, expectedHead: nil) == .unproved)
        #expect(Freshness(of: chain, trust: objects.trust, expectedHead: String(id.prefix(12))) == .expectedHead)
        #expect(Freshness(of: chain, trust: objects.trust, expectedHead: "0000") == .unproved)
        #expect(Freshness(of: chain, trust: seeing, expectedHead: nil) == .checkpoint(version: 2))
        #expect(Freshness(of: chain, trust: try trust([(1, Self.first)]), expectedHead: nil) == .unproved)
    }
}
