import PackageContents
package import PlanModel
import SourceText

/// Whether the people of a version can still fill every quorum of the policies that it pins when one of them is the
/// author of the change and one signs the release: each defect is a sentence without a final full stop.
///
/// A root under which some change could never be released invites people to go around it.
struct QuorumReach {
    private(set) var defects: [String] = []
    private let root: TrustRoot
    private let people: [TrustRoot.Principal]

    init(_ version: TrustVersion, in snapshot: Snapshot) {
        root = version.root
        people = version.root.principals.filter { $0.kind == .human && version.roster.canSign($0) }
        for policy in snapshot.documents.of(MaterialityPolicy.self) where root.pins(policy) {
            for row in policy.matrix { check(row) }
        }
    }

    private mutating func check(_ row: MaterialityPolicy.Row) {
        guard let tier = row.tier?.value else { return }
        let label = "tier \(tier.rawValue) × \(row.changeClass?.value ?? "?")"
        guard let quorum = row.approvals else {
            defects.append("the policy's row for \(label) has no quorum that can be read")
            return
        }
        guard !quorum.isEmpty, !(tier == .low && root.approvals.soloAllowed) else { return }
        for system in scopes(of: quorum) {
            guard let defect = unreachable(quorum, for: system, label) else { continue }
            defects.append(defect)
            return
        }
    }

    /// The systems that grants single out, and nil for any other one where every role is held for all of them.
    private func scopes(of quorum: Quorum) -> [String?] {
        let named = Set(people.flatMap { $0.roles.filter { quorum.roles.contains($0.role.value) }.flatMap(\.systems) })
        let isHeldEverywhere = quorum.roles.allSatisfy { role in people.contains { holds($0, role, for: nil) } }
        return (named.isEmpty || isHeldEverywhere ? [nil] : []) + named.sorted()
    }

    private func holds(_ person: TrustRoot.Principal, _ role: String, for system: String?) -> Bool {
        person.roles.contains { grant in
            guard grant.role.value == role else { return false }
            return grant.systems.isEmpty || (system.map(grant.systems.contains) ?? false)
        }
    }

    private func unreachable(_ quorum: Quorum, for system: String?, _ label: String) -> String? {
        let of = system.map { " of \($0)" } ?? ""
        let seats = people.flatMap { person in
            quorum.roles.sorted().filter { holds(person, $0, for: system) }.map { (role: $0, principal: person.id) }
        }
        let managers = people.filter { holds($0, Self.releaseManager, for: system) }.map(\.id)
        guard !managers.isEmpty else { return "nobody with a key can sign releases\(of) as \(Self.releaseManager)" }
        let mustDiffer = root.separationOfDuties.contains { Set($0) == ["author", Self.releaseManager] }
        // Whoever could approve nothing leaves the quorum as it is when they are taken out.
        let authors: [String?] = [nil] + Set(seats.map(\.principal)).union(mustDiffer ? managers : []).sorted()
        for author in authors {
            let signers = managers.filter { !mustDiffer || $0 != author }
            guard !signers.isEmpty else {
                return "\(label): nobody could sign a release\(of) whose author is \(author ?? "somebody")"
            }
            for signer in signers {
                let signerLeaves = !root.approvals.releaseSignerMayApprove
                let rest = seats.filter { $0.principal != author && !(signerLeaves && $0.principal == signer) }
                let result = quorum.evaluate(
                    approvals: rest, onePersonOneRole: !root.approvals.allowMultiRole)
                guard let result else { return "\(label): the quorum has too many ways to be met" }
                guard !result.isSatisfied else { continue }
                let gaps = result.missing.map { "\($0.count) × \($0.role)" }.joined(separator: ", ")
                let author = author.map { "\($0) wrote the change and " } ?? ""
                return "\(label): nobody could fill \(gaps)\(of) when \(author)\(signer) signs the release"
            }
        }
        return nil
    }

    /// The role that signs release tags.
    private static let releaseManager = "release-manager"
}

extension TrustRoot {
    /// True when the root pins the bytes of the policy at its path.
    package func pins(_ policy: MaterialityPolicy) -> Bool {
        let source = policy.envelope.source
        let digest = ContentDigest.sha256(source.bytes)
        return policies.contains { $0.path.value == source.path && $0.sha256.value == digest }
    }
}
