import Approvals
import GitObjects
import PackageContents
import PlanModel
import Snapshots
import TestSupport

/// The example's repository with real keys, in which versions of the trust root are made and examined. Trees are read
/// from the worktree.
struct TrustBench {
    let repository: TestRepository
    let pin: TrustPin?

    /// - Parameter edits: of version 1, before it is pinned.
    init(_ edits: (old: String, new: String)...) throws {
        let repository = try ExampleProject.repository()
        for edit in edits { try repository.edit("governance/trust/1.yaml", edit.old, edit.new) }
        try self.init(repository)
    }

    /// Pins version 1 as it is in the worktree.
    init(_ repository: TestRepository) throws {
        self.repository = repository
        let root = Array(try repository.read("governance/trust/1.yaml").utf8)
        pin = try TrustPin.combine(
            option: "sha256:" + ContentDigest.document("trust", root), environment: nil, configuration: nil)
    }

    func snapshot() throws -> Snapshot {
        try SnapshotLoader(Repository(holding: repository.path)).worktree()
    }

    /// The tree as it is now, whatever happens to the worktree later.
    func frozen() throws -> Snapshot {
        let commit = try repository.commitAll("A tree", as: .nora)
        let git = try Repository(holding: repository.path)
        return try SnapshotLoader(git).commit(git.resolveCommit(commit))
    }

    func examine() throws -> TrustExamination { try TrustExamination(of: snapshot(), pin: pin) }

    func state() throws -> TrustState { try TrustState(of: snapshot(), pin: pin) }

    /// The codes of everything that is wrong, in the order in which it is told.
    func codes() throws -> [String] { try examine().failures.map(\.code) }

    func messages() throws -> String { try examine().failures.map(\.message).joined(separator: "\n") }
}

/// Pieces of the example's trust root, for edits.
enum RootText {
    static let threshold = "changeThreshold: {role: grc-control-owner, count: 1}"
    static let thresholdOfTwo = "changeThreshold: {role: grc-control-owner, count: 2}"
    static let ivosRoles = "roles: [engineering-owner, ai-oncall]"
    static let lenasRoles = "roles: [product-owner, vendor-manager, grc-control-owner]"
    static let mayasRoles = "roles: [risk-approver, grc-control-owner]"

    static func key(_ person: Person) -> String {
        "public: \(person.publicKey)\n          fingerprint: \(person.fingerprint)"
    }

    /// Another key in the place of one, and the old one revoked.
    static func rotation(
        from old: Person, to new: Person, reason: String = "superseded", since: Int = 2
    ) -> [(old: String, new: String)] {
        [
            (key(old), key(new)),
            (
                "  policies:\n",
                "  revokedKeys:\n    - {fingerprint: \"\(old.fingerprint)\", reason: \(reason), since: \(since)}\n"
                    + "  policies:\n"
            ),
        ]
    }
}
