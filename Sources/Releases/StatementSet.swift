package import Approvals
package import GitObjects
package import PlanModel

/// All statements of a clone that can matter for some tips, read once and used for every system.
package struct StatementSet: Sendable {
    /// Each signed text once.
    package let all: [FoundStatement]

    /// Reads tags, the statement files of the trees, and the commits reachable from the tips.
    package init(
        in repository: GovernedRepository, trust: TrustState, tips: [ObjectID], trees: [FileListing]
    ) throws {
        let collector = StatementCollector(repository.git, keys: trust.keys)
        var found = try collector.statements(in: trees)
        var seen: Set<ObjectID> = []
        for tip in tips {
            let commits = try repository.git.commits(reachableFrom: tip, excluding: nil)
            found += collector.statements(in: commits.filter { seen.insert($0.id).inserted })
        }
        all = StatementCollector.unique(found)
    }

    /// Release tags of a system.
    package func releases(of system: String) -> [FoundStatement] {
        let prefix = "refs/tags/release/\(system)/"
        return all.filter { found in if case .tag(let ref) = found.place { ref.hasPrefix(prefix) } else { false } }
    }

    package func statement(_ id: String) -> FoundStatement? { all.first { $0.id == id } }

    /// Commits that somebody took in a signed author statement about a system.
    package func claimedCommits(of system: String, roster: Roster) -> [ObjectID: String] {
        var claimed: [ObjectID: String] = [:]
        for found in all {
            guard let statement = found.statement, statement.decision == .author,
                statement.packageSubject(of: system) != nil,
                let signer = Signer.identify(found, roster: roster).principal
            else { continue }
            for id in statement.commits.compactMap({ ObjectID(hex: $0) }) { claimed[id] = signer.id }
        }
        return claimed
    }
}
