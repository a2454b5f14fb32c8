import Approvals
import Signatures
import TestSupport

/// Statements as if they had been found, without git: what is asked here is what they count for.
struct SaidStatement {
    /// Digest of trust root version 1.
    let repository: String
    static let digest = String(repeating: "d", count: 64)

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    /// About the package of the example.
    func decision(
        _ decision: Statement.Decision, id number: Int, by person: Person, role: String = "risk-approver",
        system: String = "support-assistant", signature: SignatureVerdict? = nil,
        place: FoundStatement.Place = .tag(ref: "refs/tags/x")
    ) -> FoundStatement {
        var statement = Statement(
            decision: decision, repository: repository,
            subjects: [.package(system: system, version: "1.0.0", sha256: Self.digest)])
        statement.role = role
        return found(statement, number, person, signature, place)
    }

    func withdrawal(of target: Int, id number: Int, by person: Person) -> FoundStatement {
        var statement = Statement(decision: .withdraw, repository: repository, subjects: [])
        statement.withdraws = Self.id(target)
        return found(statement, number, person, nil, .tag(ref: "refs/tags/withdraw/x"))
    }

    private func found(
        _ statement: Statement, _ number: Int, _ person: Person, _ signature: SignatureVerdict?,
        _ place: FoundStatement.Place
    ) -> FoundStatement {
        FoundStatement(
            place: place, content: .statement(statement), id: Self.id(number),
            signature: signature
                ?? .good(GoodSignature(fingerprint: person.fingerprint, algorithm: .ed25519, hash: .sha512)))
    }
}
