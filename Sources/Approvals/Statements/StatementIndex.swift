import DiskFiles
package import GitObjects
package import PlanModel
package import Signatures
import SourceText

/// Every statement that a judgement may need, read and checked once: from tags, from files of trees, from commits.
package struct StatementIndex: Sendable {
    /// Copies of one statement by one key appear once; whatever lies under a wrong name stays, to be reported.
    package let all: [FoundStatement]
    private let byID: [String: [Int]]
    private let bySystem: [String: [Int]]
    private let withoutSystem: [Int]

    /// - Parameters:
    ///   - trees: whose files under `governance/statements` are read: of a pull request both sides, since neither may
    ///     lose what speaks against it.
    ///   - commits: those reachable from what is judged. Rejections and withdrawals that lay as files in one of their
    ///     trees are read too: deleting a file must not lose a veto.
    package init(
        in repository: Repository, trees: [FileListing], commits: [RawCommit], keys: TrustedKeys
    ) throws {
        let reader = StatementReader(keys: keys)
        var work: [@Sendable () throws -> FoundStatement?] = []
        for decision in Statement.Decision.allCases {
            for reference in try repository.references(under: "refs/tags/\(decision.rawValue)/") {
                work.append {
                    let (type, bytes) = try repository.object(reference.target)
                    return reader.tag(reference.name, type: type, id: reference.target, bytes: bytes)
                }
            }
        }
        for tree in trees {
            for file in try tree.matching(PathPattern(StatementReader.folder + "/*.tag")) {
                work.append { reader.file(file.path, bytes: try tree.source(file).bytes) }
            }
        }
        for file in try StatementFileHistory.files(in: commits, of: repository) {
            work.append {
                let found = reader.file(file.path, bytes: try repository.blob(file.blob))
                return found.speaksAgainst ? found : nil
            }
        }
        for commit in commits where commit.mentions(StatementGrammar.opening) {
            work.append { reader.commit(commit) }
        }
        // Signatures are checked on all processors; the order stays that of the places.
        try self.init(work.mapInParallel { try $0() }.compactMap { $0 })
    }

    package init(_ statements: [FoundStatement]) {
        all = Self.unique(statements)
        var byID: [String: [Int]] = [:]
        var bySystem: [String: [Int]] = [:]
        var withoutSystem: [Int] = []
        for (number, found) in all.enumerated() {
            if let id = found.id { byID[id, default: []].append(number) }
            let systems = found.statement?.systems ?? []
            for system in systems { bySystem[system, default: []].append(number) }
            if systems.isEmpty { withoutSystem.append(number) }
        }
        self.byID = byID
        self.bySystem = bySystem
        self.withoutSystem = withoutSystem
    }

    /// Statements that name a package of the system, then those that name no package at all: withdrawals, plans,
    /// records and what cannot be read.
    package func concerning(_ system: String) -> [FoundStatement] {
        (bySystem[system, default: []] + withoutSystem).sorted().map { all[$0] }
    }

    /// A statement by its id: a copy under its right name and with a good signature, where there is one.
    package func statement(_ id: String) -> FoundStatement? { copies(of: id).first }

    /// All that was found under one id, the best first.
    package func copies(of id: String) -> [FoundStatement] {
        byID[id, default: []].map { all[$0] }.sorted { $0.rank < $1.rank }
    }

    /// Statements among the given ids, in the order of their places.
    package func statements(among ids: Set<String>) -> [FoundStatement] {
        ids.flatMap { byID[$0, default: []] }.sorted().map { all[$0] }
    }

    /// Release tags of a system, by the name of their ref: one that was renamed to look like a release is among them.
    package func releases(of system: String) -> [FoundStatement] {
        let prefix = "refs/tags/release/\(system)/"
        return all.filter { found in if case .tag(let ref) = found.place { ref.hasPrefix(prefix) } else { false } }
    }

    /// Keeps each statement once for each key that signed it. A copy whose signature does not hold must not hide the
    /// good one: it goes when there is a good one, whichever was found first.
    private static func unique(_ statements: [FoundStatement]) -> [FoundStatement] {
        struct Identity: Hashable {
            let id: String
            let key: String?
        }
        var hasGoodCopy: Set<String> = []
        for found in statements where found.goodKey != nil && found.misplacement == nil {
            if let id = found.id { hasGoodCopy.insert(id) }
        }
        var seen: Set<Identity> = []
        return statements.filter { found in
            guard let id = found.id, found.misplacement == nil else { return true }
            if found.goodKey == nil, hasGoodCopy.contains(id) { return false }
            return seen.insert(Identity(id: id, key: found.goodKey)).inserted
        }
    }
}

extension FoundStatement {
    /// Fingerprint of the listed key that made it; nil unless the signature is good.
    package var goodKey: String? { if case .good(let signature)? = signature { signature.fingerprint } else { nil } }

    /// True for what must not be lost by deleting it.
    fileprivate var speaksAgainst: Bool { statement?.decision == .reject || statement?.decision == .withdraw }

    fileprivate var rank: Int { (goodKey == nil ? 2 : 0) + (misplacement == nil ? 0 : 1) }
}
