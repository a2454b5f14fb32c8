import Approvals
import Signatures
import TestSupport
import Testing

/// Which rejections stop a system, and who takes one back.
struct VetoTests {
    private static func standing(
        _ trust: TrustState, _ statements: (SaidStatement) -> [FoundStatement], system: String = "support-assistant"
    ) -> [String?] {
        let index = StatementIndex(statements(SaidStatement(repository: trust.repository)))
        return Vetoes.standing(against: system, among: index.all, in: index, trust: trust).map(\.principal)
    }

    @Test func onlyWhoCouldSayItIsHeard() throws {
        let trust = try TrustBench().state()
        #expect(Self.standing(trust) { [$0.decision(.reject, id: 1, by: .maya)] } == ["maya"])
        // A role that the person does not have; a role without veto; a stranger; another system; another repository.
        #expect(Self.standing(trust) { [$0.decision(.reject, id: 1, by: .ivo)] } == [])
        #expect(Self.standing(trust) { [$0.decision(.reject, id: 1, by: .ivo, role: "engineering-owner")] } == [])
        #expect(Self.standing(trust) { [$0.decision(.reject, id: 1, by: .mallory)] } == [])
        #expect(Self.standing(trust) { [$0.decision(.reject, id: 1, by: .maya, system: "helpdesk")] } == [])
        #expect(
            Self.standing(trust) { _ in
                [SaidStatement(repository: SaidStatement.digest).decision(.reject, id: 1, by: .maya)]
            } == [])
    }

    @Test func onlyThePersonTakesBackExactlyThisOne() throws {
        let trust = try TrustBench().state()
        func standing(_ withdrawal: @escaping (SaidStatement) -> FoundStatement) -> [String?] {
            Self.standing(trust) { [$0.decision(.reject, id: 1, by: .maya), withdrawal($0)] }
        }
        #expect(standing { $0.withdrawal(of: 1, id: 2, by: .maya) } == [])
        // Another of the role, one of those who change the trust root, a stranger; the rejection of something else.
        for other in [Person.tove, .lena, .mallory] {
            #expect(standing { $0.withdrawal(of: 1, id: 2, by: other) } == ["maya"])
        }
        #expect(standing { $0.withdrawal(of: 3, id: 2, by: .maya) } == ["maya"])
    }

    @Test func aSecondRejectionStandsByItself() throws {
        let trust = try TrustBench().state()
        let standing = Self.standing(trust) {
            [
                $0.decision(.reject, id: 1, by: .maya), $0.decision(.reject, id: 2, by: .maya),
                $0.withdrawal(of: 1, id: 3, by: .maya),
            ]
        }
        #expect(standing == ["maya"])
    }

    /// The same text signed by two people: one of them takes back only what they said.
    @Test func oneTextOfTwoPeople() throws {
        let trust = try TrustBench().state()
        let standing = Self.standing(trust) {
            [
                $0.decision(.reject, id: 1, by: .maya), $0.decision(.reject, id: 1, by: .tove),
                $0.withdrawal(of: 1, id: 3, by: .maya),
            ]
        }
        #expect(standing == ["tove"])
    }

    @Test func aDeputyStopsTooAlsoWhenTheDelegationHasEnded() throws {
        let bench = try TrustBench(
            (
                "  policies:\n",
                "  delegations:\n    - {from: maya, to: omar, role: risk-approver, notAfter: \"2026-01-01T00:00:00Z\"}\n"
                    + "  policies:\n"
            ))
        #expect(Self.standing(try bench.state()) { [$0.decision(.reject, id: 1, by: .omar)] } == ["omar"])
    }

    @Test func whoIsGoneIsTakenBackByThoseWhoChangeTheRoot() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion(
            edits: [
                (
                    "    - id: tove\n",
                    """
                        - id: mallory
                          kind: human
                          name: Mallory
                          roles: [risk-approver, product-owner, grc-control-owner]
                          keys:
                            - type: ssh
                              \(RootText.key(.mallory))
                        - id: tove

                    """
                ),
                ("keys:\n        - type: ssh\n          " + RootText.key(.maya), "keys: []"),
            ])
        try bench.repository.signTrust(2, as: .lena)
        let trust = try bench.state()
        func standing(_ people: Person...) -> [String?] {
            Self.standing(trust) { said in
                [said.decision(.reject, id: 1, by: .maya)]
                    + people.enumerated().map { said.withdrawal(of: 1, id: 2 + $0.offset, by: $0.element) }
            }
        }
        #expect(standing() == ["maya"])
        #expect(standing(.tove, .nora) == ["maya"])
        #expect(standing(.lena) == [])
        #expect(standing(.maya) == [])
    }

    @Test func whatCannotBeCheckedIsTold() throws {
        let trust = try TrustBench().state()
        let said = SaidStatement(repository: trust.repository)
        let undecided = SignatureVerdict.undecided(.x509Unsupported)
        let statements = [
            said.decision(.reject, id: 1, by: .maya, signature: undecided),
            said.decision(.reject, id: 2, by: .maya, role: "engineering-owner", signature: undecided),
            said.decision(.approve, id: 3, by: .maya, signature: undecided),
        ]
        let found = Vetoes.undecided(against: "support-assistant", relyingOn: [], among: statements, trust: trust)
        #expect(found.map(\.id) == [SaidStatement.id(1)])
    }
}
