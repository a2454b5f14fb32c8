import Approvals
import PlanModel
import PlanRules

/// The approvals that count, as seats of a quorum.
struct CountedApprovals {
    /// Who fills a seat, and in which role. Somebody who acts for another sits in that person's seat: a role that is
    /// delegated does not become two.
    let seats: [(role: String, principal: String)]
    private let counted: [JudgedStatement]
    private let chairs: Chairs
    private let trust: TrustState

    init(_ judged: [JudgedStatement], trust: TrustState) {
        self.trust = trust
        var seen: Set<String> = []
        // The same signed text in two places is one approval.
        counted = judged.filter { judged in
            guard judged.counts, judged.decision == .approve, let id = judged.found.id else { return false }
            return seen.insert("\(id) \(judged.principal ?? "")").inserted
        }
        let chairs = Chairs(counted)
        self.chairs = chairs
        seats = counted.compactMap { judged in
            judged.role.flatMap { role in judged.principal.map { (role: role, principal: chairs.chair(of: $0)) } }
        }
    }

    func evaluate(_ quorum: Quorum, people: EligiblePeople) -> QuorumResult? {
        quorum.evaluate(
            approvals: seats, onePersonOneRole: !trust.root.approvals.allowMultiRole, eligible: people.of)
    }

    /// People whose approvals count in roles that the trust root keeps apart, with the release signer's own role.
    func doubleRoles(signer: String?) -> [ReleaseCircumstances.DoubleRole] {
        var roles: [String: Set<String>] = [:]
        for seat in seats { roles[seat.principal, default: []].insert(seat.role) }
        // A signer who acted for somebody, or for whom somebody acted, is in that seat too.
        if let signer { roles[chairs.chair(of: signer), default: []].insert(Roles.releaseManager) }
        return roles.keys.sorted().flatMap { principal in
            let held = roles[principal, default: []].sorted()
            return held.indices.flatMap { first in
                held[(first + 1)...].filter { trust.separates(held[first], $0) }.map {
                    ReleaseCircumstances.DoubleRole(principal: principal, roles: [held[first], $0])
                }
            }
        }
    }
}

/// Joins people who act for one another: whoever delegated and whoever acts are one opinion.
private struct Chairs {
    private var joined: [String: String] = [:]

    init(_ counted: [JudgedStatement]) {
        for judged in counted {
            guard let delegate = judged.principal, let delegator = judged.onBehalfOf else { continue }
            let (one, other) = (chair(of: delegate), chair(of: delegator))
            if one != other { joined[one] = other }
        }
    }

    /// The person in whose seat somebody sits.
    func chair(of person: String) -> String {
        var person = person
        while let next = joined[person] { person = next }
        return person
    }
}
