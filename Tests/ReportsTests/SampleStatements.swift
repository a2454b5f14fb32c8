import Signatures

@testable import Approvals

/// Statements that count, that do not, and that nobody can judge.
extension Samples {
    static func statement(
        by principal: String?, as role: String = "risk-approver", _ decision: Statement.Decision = .approve,
        signature: SignatureVerdict? = .good(
            GoodSignature(fingerprint: "SHA256:key", algorithm: .ed25519, hash: .sha512)),
        reasons: [JudgedStatement.Reason] = []
    ) -> JudgedStatement {
        var statement = Statement(
            decision: decision, repository: digest,
            subjects: [.package(system: "support-assistant", version: "1.1.0", sha256: digest)])
        statement.role = role
        return JudgedStatement(
            found: FoundStatement(
                place: .tag(ref: "refs/tags/approve/support-assistant/1.1.0/\(role)/\(principal ?? "x")/9b9b9b9b9b9b"),
                content: .statement(statement), id: signature == nil ? nil : otherDigest, signature: signature,
                target: commit("a"), claimedTime: 1_788_084_000),
            fingerprint: signature?.isGood == true ? "SHA256:key" : nil, principal: principal, reasons: reasons)
    }

    static var defective: JudgedStatement {
        JudgedStatement(
            found: FoundStatement(
                place: .commit(commit("c")), content: .defective(code: "grammar", message: "unknown key"), id: nil,
                signature: nil, target: nil, claimedTime: nil),
            fingerprint: nil, principal: nil, reasons: [.init(.cryptography, "grammar", "unknown key")])
    }

    static var statements: [JudgedStatement] {
        [
            statement(by: "tom", as: "product-owner"),
            statement(
                by: "eva", reasons: [.init(.authority, "author", "eva worked on what is being approved (commit aaaa)")]),
            statement(
                by: nil, as: "security",
                signature: .undecided(.openPGPLibraryMissing),
                reasons: [.init(.cryptography, "openpgp-library-missing", "OpenPGP signatures cannot be checked yet")]
            ),
            defective,
        ]
    }
}
