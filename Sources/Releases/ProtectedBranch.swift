import Approvals
package import GitObjects
package import PlanModel

/// The branch whose states may be released.
package struct ProtectedBranch: Sendable {
    /// Full name.
    package let ref: String
    package let tip: ObjectID

    /// The branch that a trust root names: that of the single remote if it has it, else the local one; or the one given
    /// with `--protected`.
    package init(of root: TrustRoot, in repository: GovernedRepository) throws(ReleaseError) {
        let names = repository.protectedOverride.map { [$0] } ?? Self.names(of: root, in: repository.git)
        for name in names {
            if let tip = repository.git.reference(name) {
                ref = name
                self.tip = tip
                return
            }
        }
        throw .noProtectedBranch(tried: names)
    }

    private static func names(of root: TrustRoot, in repository: Repository) -> [String] {
        let remotes = repository.remotes
        return root.protectedBranches.map(\.value).flatMap { branch in
            (remotes.count == 1 ? ["refs/remotes/\(remotes[0])/\(branch)"] : []) + ["refs/heads/\(branch)"]
        }
    }

    /// Which branch is protected is a field of the trust root, and the root that rules is that of the branch. The newest
    /// valid root among the heads and HEAD leads to the branch: an old head, whose root may name a branch that nobody
    /// looks after any more, must not choose its own judge.
    ///
    /// Nil where this clone has no such branch.
    /// - Throws: why no head has a valid root.
    init?(of repository: GovernedRepository, seenFrom heads: [ObjectID]) throws {
        var newest: TrustState?
        var failure: (any Error)?
        func look(at commit: ObjectID) {
            do {
                let trust = try TrustState(of: repository.snapshot(commit), pin: repository.pin)
                if trust.version > newest?.version ?? 0 { newest = trust }
            } catch {
                failure = failure ?? error
            }
        }
        for commit in heads + [repository.git.head].compactMap({ $0 }) { look(at: commit) }
        guard newest != nil else {
            if let failure { throw failure }
            return nil
        }
        // A root may name several branches, and each may hold a newer one.
        var followed = 0
        while let current = newest, current.version > followed {
            followed = current.version
            for name in Self.names(of: current.root, in: repository.git) {
                if let tip = repository.git.reference(name) { look(at: tip) }
            }
        }
        guard let root = newest?.root, let branch = try? ProtectedBranch(of: root, in: repository) else { return nil }
        self = branch
    }
}
