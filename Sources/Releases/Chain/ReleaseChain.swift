package import Approvals
package import GitObjects
package import PlanModel
import SourceText

/// The releases of one system, linked by their statements: each names the one before, so that a moved, renamed or
/// deleted tag shows.
package struct ReleaseChain: Sendable {
    package typealias Link = ReleaseLink

    package let system: String
    /// In the order of their sequence numbers, without those that are void.
    package let links: [Link]
    package let voided: [Link]
    /// Tags under the system's name that are no release.
    package let rejected: [(tag: String, reasons: [JudgedStatement.Reason])]
    /// Where the links do not fit together.
    package let conflicts: [ReleaseConflict]
    /// For each release statement the one that it names as `Previous`, whoever signed it: only what lies between two
    /// signed statements is read from it.
    package let previous: [String: String]
    let seals: ReleaseSeals

    package var last: Link? { links.last }

    package func link(version: String) -> Link? { links.first { $0.version == version } }

    package func link(id: String) -> Link? { links.first { $0.id == id } }

    /// The release before a link in the chain.
    package func predecessor(of link: Link) -> Link? { link.fields.previous.flatMap(self.link(id:)) }

    /// What a state of the system is judged against: the last release; for what is released already the one before it,
    /// not itself.
    ///
    /// - Parameter digest: of the state's package.
    package func base(ofPackage digest: String?) -> Link? {
        guard let released = links.first(where: { $0.packageSHA256 == digest }) else { return last }
        return predecessor(of: released)
    }

    /// The release of the highest version below another, for hotfix lines.
    package func precedingVersion(_ version: SemanticVersion, before limit: Int?) -> Link? {
        let candidates = links.compactMap { link in
            SemanticVersion(link.version).map { (link: link, version: $0) }
        }
        return
            candidates
            .filter { $0.version.precedes(version) && $0.link.fields.sequence < limit ?? .max }
            .max { $0.version.precedes($1.version) }?.link
    }

    /// - Parameters:
    ///   - tags: everything under the system's release tags.
    ///   - tip: the root at the tip of the protected branch.
    ///   - ownRoot: version and digest of the highest trust root in the tree of a commit.
    package init(
        of system: String, tags: [FoundStatement], tip: TrustState,
        ownRoot: (ObjectID) throws -> (version: Int, sha256: String)?
    ) throws {
        var previous: [String: String] = [:]
        for found in tags {
            if let id = found.id, let before = found.statement?.release?.previous { previous[id] = before }
        }
        let seals = ReleaseSeals(of: system, trust: tip, previous: previous)
        var links: [Link] = []
        var rejected: [(tag: String, reasons: [JudgedStatement.Reason])] = []
        let reader = ReleaseLinkReader(system: system, tip: tip, seals: seals)
        for found in tags {
            switch try reader.read(found, ownRoot: ownRoot) {
            case .success(let link): links.append(link)
            case .failure(let rejection): rejected.append((found.place.label, rejection.reasons))
            }
        }
        self.system = system
        self.previous = previous
        self.seals = seals
        self.links = links.filter { !$0.isVoid }.sorted {
            ($0.fields.sequence, $0.tag) < ($1.fields.sequence, $1.tag)
        }
        voided = links.filter(\.isVoid).sorted { ($0.fields.sequence, $0.tag) < ($1.fields.sequence, $1.tag) }
        self.rejected = rejected
        // What a later version voids was there when an earlier one saw it, and frees its number.
        let checkpoints = tip.chain.checkpoints(of: system).filter {
            !tip.chain.voidReleases.contains($0.statement)
        }
        conflicts = Self.conflicts(in: self.links) + Self.conflicts(in: self.links, with: checkpoints)
    }

    private static func conflicts(in links: [Link]) -> [ReleaseConflict] {
        var conflicts: [ReleaseConflict] = []
        var before: Link?
        for link in links {
            let expected = (before?.fields.sequence ?? 0) + 1
            func add(_ code: String, _ sentence: String) {
                conflicts.append(ReleaseConflict(code: code, sentence: sentence, tag: link.tag))
            }
            if let before, link.fields.sequence == before.fields.sequence {
                // Of both: nothing here tells which of the two was meant.
                let sentence = "\(before.tag) and \(link.tag) both have sequence \(link.fields.sequence)"
                for tag in [before.tag, link.tag] {
                    conflicts.append(ReleaseConflict(code: "chain-fork", sentence: sentence, tag: tag))
                }
            } else if link.fields.sequence != expected {
                add(
                    "chain-gap",
                    "\(link.tag) has sequence \(link.fields.sequence), but release \(expected) is not here: its tag was "
                        + "deleted, or not fetched")
            } else if link.fields.previous != before?.id {
                add(
                    "chain-previous",
                    "\(link.tag) does not follow \(before?.tag ?? "nothing"): it names another release before it, so one "
                        + "of the two was made anew")
            }
            before = link
        }
        return conflicts
    }

    /// What versions of the trust root saw of the chain must still be there.
    private static func conflicts(in links: [Link], with checkpoints: [Checkpoint]) -> [ReleaseConflict] {
        checkpoints.compactMap { checkpoint in
            let there = links.first { $0.fields.sequence == checkpoint.sequence }
            guard there?.id != checkpoint.statement else { return nil }
            let seen =
                "version \(checkpoint.version) of the trust root saw release \(checkpoint.sequence) of "
                + "\(checkpoint.system) as statement \(checkpoint.statement.prefix(12))…"
            guard let there else {
                return ReleaseConflict(
                    code: "checkpoint-missing",
                    sentence: "\(seen), and no such release is here: its tag was deleted, or not fetched", tag: nil)
            }
            return ReleaseConflict(
                code: "checkpoint-mismatch", sentence: "\(seen), and \(there.tag) is another statement", tag: there.tag)
        }
    }
}

/// Roles that the tool itself asks for.
package enum Roles {
    /// Signs release tags.
    package static let releaseManager = "release-manager"
}
