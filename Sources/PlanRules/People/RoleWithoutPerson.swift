package import PlanModel
package import SourceText

package enum RoleWithoutPerson: SnapshotRule {
    package static let description = RuleDescription(
        "PPL-002", "role-without-person", .error, .authoring,
        summary: "Every role that a document asks something of is held by a person who can sign.",
        why: "A role that nobody holds, or whose holders have no key, is a task that will never be done.",
        requirements: ["S11", "S102"],
        failing: """
            entryCriteria:
              - gate: vendor-review
                owner: role:vendor-manager   # the trust root gives the role to nobody
            """,
        passing: """
            entryCriteria:
              - gate: vendor-review
                owner: role:vendor-manager   # lena holds the role and has a key
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let people = KnownPeople(snapshot)
        guard let root = people.current else { return [] }
        // Said once for each role, where it is first asked for.
        var seen: Set<String> = []
        return uses(in: snapshot, root: root).compactMap { use in
            let role = use.role
            guard seen.insert(role).inserted, root.roles.contains(where: { $0.value == role }) else { return nil }
            let holders = people.humans(holding: role, for: nil)
            guard !holders.contains(where: root.hasUsableKey) else { return nil }
            let names = holders.map(\.id).joined(separator: ", ")
            let why =
                holders.isEmpty ? "nobody holds it" : "\(names) \(holders.count == 1 ? "has" : "have") no usable key"
            return finding(
                at: use.place.location, field: use.place.field,
                "the role \(role) has no person who can sign: \(why) in \(root.envelope.source.path)",
                mend: "Give the role to somebody in a new version of the trust root, or list a key for them.")
        }
    }

    private typealias Use = (role: String, place: Located<String>)

    /// Where controlled documents ask something of a role. Records say what was, and the trust root is asked for its own
    /// threshold by those who sign it.
    private static func uses(in snapshot: Snapshot, root: TrustRoot) -> [Use] {
        var uses: [Use] = []
        func add(_ place: Located<String>?) {
            guard let place, let reference = DocumentReference(place.value), reference.prefix == "role" else { return }
            uses.append((reference.name, place))
        }
        for document in snapshot.documents.all
        where type(of: document).kind.role == .controlled && !(document is TrustRoot) {
            add(document.envelope.owner)
        }
        for plan in snapshot.documents.of(DeploymentPlan.self) {
            plan.entryCriteria.forEach { add($0.owner) }
            plan.signals.forEach { add($0.owner) }
        }
        for policy in snapshot.documents.of(MaterialityPolicy.self) {
            for row in policy.matrix {
                guard let node = row.fields.raw("approvals") else { continue }
                for role in (row.approvals?.roles ?? []).sorted() {
                    uses.append((role, Located(role, node: node, field: row.fields.fieldPath("approvals"))))
                }
            }
        }
        return uses
    }
}

extension TrustRoot {
    /// True when the principal has a key that is not revoked.
    fileprivate func hasUsableKey(_ principal: Principal) -> Bool {
        principal.keys.contains { key in
            !revokedKeys.contains { $0.fingerprint.value.lowercased() == key.fingerprint?.value.lowercased() }
        }
    }
}
