import Approvals
import Signatures
import TestSupport
import Testing

/// What of several copies of one statement is kept.
struct StatementIndexTests {
    private let said = SaidStatement(repository: SaidStatement.digest)
    private let file = FoundStatement.Place.file(path: "governance/statements/x.tag")

    @Test(arguments: [true, false]) func aBrokenCopyHidesNothing(_ brokenFirst: Bool) {
        let good = said.decision(.reject, id: 1, by: .maya)
        let broken = said.decision(.reject, id: 1, by: .maya, signature: .bad(.signatureMismatch), place: file)
        let index = StatementIndex(brokenFirst ? [broken, good] : [good, broken])
        #expect(index.all.map(\.goodKey) == [Person.maya.fingerprint])
        #expect(index.statement(SaidStatement.id(1))?.goodKey == Person.maya.fingerprint)
        #expect(index.copies(of: SaidStatement.id(1)).count == 1)
    }

    @Test func aBrokenStatementWithoutAnotherIsReportedOnce() {
        let tag = said.decision(.reject, id: 1, by: .maya, signature: .bad(.signatureMismatch))
        let copy = said.decision(.reject, id: 1, by: .maya, signature: .bad(.signatureMismatch), place: file)
        #expect(StatementIndex([tag, copy]).all.count == 1)
    }

    @Test func twoPlacesAreOneStatementAndTwoSignersAreTwo() {
        let tag = said.decision(.approve, id: 1, by: .maya)
        let copy = said.decision(.approve, id: 1, by: .maya, place: file)
        let other = said.decision(.approve, id: 1, by: .tove, place: file)
        #expect(StatementIndex([tag, copy]).all.count == 1)
        let keys = StatementIndex([tag, copy, other]).all.map(\.goodKey)
        #expect(keys == [Person.maya.fingerprint, Person.tove.fingerprint])
    }

    @Test func aStatementIsFoundBySystemAndWithdrawalsByAny() {
        let index = StatementIndex([
            said.decision(.approve, id: 1, by: .maya), said.decision(.approve, id: 2, by: .maya, system: "helpdesk"),
            said.withdrawal(of: 1, id: 3, by: .maya),
        ])
        #expect(index.concerning("support-assistant").map(\.id) == [SaidStatement.id(1), SaidStatement.id(3)])
    }
}
