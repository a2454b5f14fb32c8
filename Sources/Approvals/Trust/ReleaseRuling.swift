/// Which version of the trust root judges a release that was tagged under an older one.
///
/// A release must stay good when somebody later leaves or changes their key, and somebody who left must not be able to
/// release from an old commit whose tree still names them. Dates cannot tell the two apart, since whoever makes a tag
/// writes its date. Position can: a later version of the root lists the last release of each system when it was made,
/// and only what leads up to that release by its hash links was there before.
package enum ReleaseRuling: Sendable, Equatable {
    /// The root of the release's own tree rules; the checkpoint shows that the release was there before a later one.
    case ownRoot(Checkpoint)
    /// The keys and roles of the tip's root decide.
    case tipRoot
}

extension TrustState {
    /// Decides which root judges a release, `self` being the root at the protected branch's tip.
    ///
    /// - Parameters:
    ///   - statement: id of the release statement.
    ///   - own: the root of the tagged tree.
    ///   - previous: for each release statement of the system the one that it names as `Previous`.
    /// - Throws: `TrustFailure` when the tagged tree's root does not belong to the tip's chain: whoever made it could
    ///   have put anybody into it.
    package func ruling(
        onRelease statement: String, of system: String, signedUnder own: TrustState, previous: [String: String]
    ) throws(TrustFailure) -> ReleaseRuling {
        guard let same = chain.version(own.version) else {
            throw TrustFailure(
                .rollback,
                "the tree of a release of \(system) has version \(own.version) of the trust root, and the protected "
                    + "branch only version \(version)",
                mend: "Find out why the protected branch lost a version of the trust root.")
        }
        guard same.sha256 == own.sha256 else {
            throw TrustFailure(
                .equivocation,
                "the tree of a release of \(system) has another version \(own.version) of the trust root than the "
                    + "protected branch",
                mend: "Do not deploy it; find out who made the other version.")
        }
        // Of several checkpoints that cover it the first shows best how early the release was there.
        let covering = chain.checkpoints(of: system).first { checkpoint in
            checkpoint.version > own.version && checkpoint.covers(statement, previous: previous)
        }
        return covering.map(ReleaseRuling.ownRoot) ?? .tipRoot
    }

    /// True when a statement of a release is void because its key is compromised: it was made under a root at or above
    /// the version from which on the key may be somebody else's, or nothing shows that it was there before.
    ///
    /// - Parameters:
    ///   - key: fingerprint of the key that made the statement.
    ///   - own: the version of the trust root in the tree of the release that the statement belongs to.
    ///   - release: id of the release statement.
    ///   - previous: for each release statement of the system the one that it names as `Previous`.
    package func isVoid(
        key: String, under own: Int, release: String, of system: String, previous: [String: String]
    ) -> Bool {
        guard case .compromised(_, let since) = status(ofKey: key) else { return false }
        guard own < since else { return true }
        return !chain.checkpoints(of: system).contains { checkpoint in
            checkpoint.version < since && checkpoint.covers(release, previous: previous)
        }
    }
}

extension Checkpoint {
    /// True when the release is the checkpoint's own or one that leads up to it. A link that is not here ends the way:
    /// what cannot be shown is not covered.
    package func covers(_ release: String, previous: [String: String]) -> Bool {
        var next: String? = statement
        var seen: Set<String> = []
        while let id = next, seen.insert(id).inserted {
            if id == release { return true }
            next = previous[id]
        }
        return false
    }
}
