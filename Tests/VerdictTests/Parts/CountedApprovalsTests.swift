import Approvals
import Testing

@testable import Releases

/// Who sits in which seat of a quorum.
@Suite struct CountedApprovalsTests {
    private let objects: SignedObjects

    init() throws { objects = try SignedObjects() }

    private func approval(
        _ id: String, by person: String, as role: String, behalf: String? = nil,
        decision: Statement.Decision = .approve,
        reasons: [JudgedStatement.Reason] = []
    ) -> JudgedStatement {
        var statement = Statement(decision: decision, repository: "", subjects: [])
        statement.role = role
        return JudgedStatement(
            found: FoundStatement(place: .tag(ref: "refs/tags/\(id)"), content: .statement(statement), id: id),
            fingerprint: nil, principal: person, onBehalfOf: behalf, reasons: reasons)
    }

    private func seats(_ judged: [JudgedStatement]) -> [String] {
        CountedApprovals(judged, trust: objects.trust).seats.map { "\($0.role) \($0.principal)" }
    }

    @Test func onlyApprovalsThatCountHaveSeats() {
        let refused = JudgedStatement.Reason(.authority, "role-not-held", "no")
        #expect(
            seats([
                approval("1", by: "ann", as: "po"), approval("2", by: "bob", as: "po", reasons: [refused]),
                approval("3", by: "cat", as: "po", decision: .reject),
            ]) == ["po ann"])
    }

    @Test func theSameTextInTwoPlacesIsOneSeat() {
        #expect(seats([approval("1", by: "ann", as: "po"), approval("1", by: "ann", as: "po")]) == ["po ann"])
    }

    @Test func whoeverActsForSomebodySitsInThatSeat() {
        let both = [approval("1", by: "ann", as: "po"), approval("2", by: "bob", as: "po", behalf: "ann")]
        #expect(seats(both) == ["po ann", "po ann"])
        #expect(seats(both.reversed()) == ["po ann", "po ann"])
        // Also through a third person, and in a circle.
        let chain = seats([
            approval("1", by: "bob", as: "po", behalf: "ann"), approval("2", by: "cat", as: "ra", behalf: "bob"),
            approval("3", by: "ann", as: "ra", behalf: "cat"),
        ])
        #expect(Set(chain.map { $0.split(separator: " ")[1] }).count == 1)
    }
}
