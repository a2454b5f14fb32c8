package import PlanModel
import Signatures

/// Whose signature a statement carries.
package enum Signer {
    /// The key's fingerprint where it could be read, the person where the root knows the key, and why there is none.
    package static func identify(
        _ found: FoundStatement, roster: Roster
    ) -> (fingerprint: String?, principal: TrustRoot.Principal?, reasons: [JudgedStatement.Reason]) {
        switch found.signature {
        case nil:
            return (nil, nil, [.init(.cryptography, "unsigned", "it is not signed")])
        case .undecided(let reason):
            return (nil, nil, [.init(.cryptography, reason.code, reason.sentence.withoutFullStop)])
        case .bad(.unknownKey(let fingerprint)):
            return (
                fingerprint, nil,
                [.init(.identity, "unknown-key", "its key \(fingerprint) is not in the trust root")]
            )
        case .bad(let failure):
            return (nil, nil, [.init(.cryptography, failure.code, failure.sentence.withoutFullStop)])
        case .good(let signature):
            let fingerprint = signature.fingerprint
            guard let principal = roster.principal(ofKey: fingerprint) else {
                return (
                    fingerprint, nil,
                    [.init(.identity, "unknown-key", "its key \(fingerprint) is not in the trust root")]
                )
            }
            return (fingerprint, principal, [])
        }
    }
}

/// Which statements their signers took back.
struct Withdrawals: Sendable {
    private struct Withdrawal {
        let id: String
        let statement: String
        let principal: String
    }

    private let withdrawals: [Withdrawal]
    private let byID: [String: FoundStatement]

    init(_ statements: [FoundStatement], roster: Roster) {
        var withdrawals: [Withdrawal] = []
        var byID: [String: FoundStatement] = [:]
        for found in statements {
            guard let id = found.id, let statement = found.statement else { continue }
            byID[id] = found
            guard statement.decision == .withdraw, let target = statement.withdraws,
                let signer = Signer.identify(found, roster: roster).principal
            else { continue }
            withdrawals.append(Withdrawal(id: id, statement: target, principal: signer.id))
        }
        self.withdrawals = withdrawals
        self.byID = byID
    }

    /// A withdrawal covers all statements of that person with the same decision about the same digest, so that an old
    /// copy cannot be shown again; only a statement that names the withdrawal comes after it.
    func cover(_ found: FoundStatement, by principal: String, system: String) -> Bool {
        guard let statement = found.statement else { return false }
        return withdrawals.contains { withdrawal in
            guard withdrawal.principal == principal, statement.supersedes != withdrawal.id else { return false }
            if withdrawal.statement == found.id { return true }
            guard let target = byID[withdrawal.statement]?.statement, target.decision == statement.decision else {
                return false
            }
            return target.packageSubject(of: system)?.sha256 == statement.packageSubject(of: system)?.sha256
        }
    }
}
