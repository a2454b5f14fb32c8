import Approvals
import GitObjects
import Testing

/// Which of several copies of a statement the index keeps, and what it finds.
@Suite struct StatementIndexTests {
    private let objects: SignedObjects
    private let reader: StatementReader
    private let good: [UInt8]

    init() throws {
        objects = try SignedObjects()
        reader = StatementReader(keys: objects.trust.keys)
        good = try objects.approvalTag()
    }

    private func tag(_ bytes: [UInt8], _ name: String = SignedObjects.approvalName) -> FoundStatement {
        reader.tag("refs/tags/" + name, type: .tag, id: .zero, bytes: bytes)
    }

    private func file(_ bytes: [UInt8], named name: String? = nil) -> FoundStatement {
        reader.file("governance/statements/\(name ?? GitText.statementID(ofTag: bytes)).tag", bytes: bytes)
    }

    /// The same signed text with a signature that does not hold.
    private func spoiled() throws -> [UInt8] {
        let signed = good[..<(try #require(good.firstRange(of: Array("-----BEGIN".utf8))?.lowerBound))]
        return signed + (try objects.author.armor(for: Array("something else".utf8)))
    }

    @Test func copiesAreOneStatement() throws {
        let index = StatementIndex([
            tag(good), file(good), tag(try objects.approvalTag(width: 40)), file(try objects.approvalTag(width: 30)),
        ])
        #expect(index.all.count == 1)
        #expect(index.all.first?.id == GitText.statementID(ofTag: good))
    }

    @Test func aSpoiledCopyHidesNothing() throws {
        for order in [[try spoiled(), good], [good, try spoiled()]] {
            let index = StatementIndex([tag(order[0]), file(order[1])])
            #expect(index.all.count == 1)
            #expect(index.all.first?.goodKey == objects.author.fingerprint)
        }
        // Alone it is kept, to be reported.
        let index = StatementIndex([tag(try spoiled())])
        #expect(index.all.count == 1 && index.all.first?.goodKey == nil)
    }

    @Test func aCopyUnderAnotherNameIsReportedAndNotPreferred() throws {
        let moved = tag(good, "approve/bot/9.9.9/po/ann/000000000000")
        let index = StatementIndex([moved, tag(good)])
        #expect(index.all.count == 2)
        let id = try #require(moved.id)
        #expect(index.statement(id)?.misplacement == nil)
        #expect(index.copies(of: id).count == 2)
        #expect(index.copies(of: id).last?.misplacement != nil)
        #expect(StatementIndex([file(good, named: "0")]).statement(id)?.misplacement != nil)
    }

    @Test func aSystemIsConcernedByItsOwnAndByWhatNamesNone() throws {
        let withdrawal = StatementText(
            decision: "withdraw", repository: objects.repository,
            lines: ["Statement: \(GitText.statementID(ofTag: good))"])
        var other = objects.approval
        other.lines[0] = "Subject: package bat@1.0.0 sha256:\(SignedObjects.package)"
        let index = StatementIndex([
            tag(try objects.approvalTag(other), "other"), tag(try objects.approvalTag(withdrawal), "withdrawal"),
            tag(good),
        ])
        #expect(index.concerning("bot").map(\.place.label) == ["withdrawal", SignedObjects.approvalName])
        #expect(index.concerning("bat").map(\.place.label) == ["other", "withdrawal"])
        #expect(index.statement("0") == nil && index.statements(among: ["0"]).isEmpty)
    }

    @Test func releasesAreFoundByTheNameOfTheirRef() throws {
        let release = try objects.releaseTag()
        let index = StatementIndex([
            tag(release, SignedObjects.releaseName), tag(release, "release/bot/2.0.0"),
            tag(release, "release/bots/1.0.0"),
            tag(good), file(release),
        ])
        #expect(index.releases(of: "bot").map(\.place.label) == ["release/bot/1.0.0", "release/bot/2.0.0"])
    }
}
