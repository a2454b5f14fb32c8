import PlanModel
import SourceText

/// The roles and people that the trust roots of a tree name.
///
/// Controlled documents are held against the highest version, which rules now. Records are held against all versions:
/// nobody may edit them after somebody has left. So are the trust roots themselves, whose bytes never change.
struct KnownPeople {
    /// The version that rules now; nil when the tree has none that could be read.
    let current: TrustRoot?
    /// All versions, the highest last.
    private let versions: [TrustRoot]
    private let unread: UnreadDocuments

    init(_ snapshot: Snapshot) {
        versions = snapshot.documents.trustRoots
        current = versions.last
        unread = UnreadDocuments(snapshot, below: TrustRoot.folder)
    }

    /// What is wrong with a `role:` or `person:` reference in a document, in words; nil when the name is known, when it
    /// is another kind of reference, when there is no trust root to ask, and when a trust root that could not be read may
    /// know the name.
    func complaint(about reference: DocumentReference, in document: any PlanDocument) -> String? {
        guard let current else { return nil }
        let roots = isKeptAsItWas(document) ? versions : [current]
        let known: [String]
        let what: String
        switch reference.prefix {
        case "role":
            known = roots.flatMap { $0.roles.map(\.value) }
            what = "a role"
        case "person":
            known = roots.flatMap { $0.principals.map(\.id) }
            what = "a person"
        default:
            return nil
        }
        guard !known.contains(reference.name), !mayBeUnread(reference) else { return nil }
        let near = nearestName(to: reference.name, among: known)
        let hint = near.map { "; did you mean \(reference.prefix):\($0)?" } ?? ""
        return "\(reference.name) is not \(what) in \(current.envelope.source.path)\(hint)"
    }

    /// Whether a trust root that could not be read may have something to say about a role or person.
    func mayBeUnread(_ reference: DocumentReference) -> Bool { unread.mayHold(reference.name) }

    /// People, not robots, who hold a role for a system.
    func humans(holding role: String, for system: String?) -> [TrustRoot.Principal] {
        current?.principals.filter { principal in
            principal.kind == .human
                && principal.roles.contains { grant in
                    guard grant.role.value == role else { return false }
                    guard let system, !grant.systems.isEmpty else { return true }
                    return grant.systems.contains(system)
                }
        } ?? []
    }

    func principal(_ id: String) -> TrustRoot.Principal? { current?.principals.first { $0.id == id } }

    private func isKeptAsItWas(_ document: any PlanDocument) -> Bool {
        type(of: document).kind.role == .record || document is TrustRoot
    }
}
