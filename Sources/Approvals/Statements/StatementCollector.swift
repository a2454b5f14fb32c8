package import GitObjects
package import PlanModel
import SourceText

/// Finds every statement that a judgement may need: in tags, in files of a tree, in commits.
package struct StatementCollector {
    /// Files with the exact bytes of tag objects: for squash-merge teams and clones without tags.
    package static let folder = "governance/statements"
    private static let tagPrefixes = ["approve/", "reject/", "withdraw/", "trust/", "release/"]

    private let repository: Repository
    private let reader: StatementReader

    package init(_ repository: Repository, keys: TrustedKeys) {
        self.repository = repository
        reader = StatementReader(keys: keys)
    }

    /// Statements in tags and in the files of the trees given, each signed text once, in a stable order.
    package func statements(in trees: [FileListing]) throws -> [FoundStatement] {
        var found: [FoundStatement] = []
        for prefix in Self.tagPrefixes {
            found += try tags(under: "refs/tags/" + prefix)
        }
        for tree in trees {
            for file in try tree.matching(PathPattern(Self.folder + "/*.tag")) {
                found.append(reader.file(file.path, bytes: try tree.source(file).bytes))
            }
        }
        return Self.unique(found)
    }

    /// Statements in commits, given the commits that are judged.
    package func statements(in commits: [RawCommit]) -> [FoundStatement] { commits.compactMap(reader.commit) }

    package func tags(under prefix: String) throws(GitError) -> [FoundStatement] {
        var found: [FoundStatement] = []
        for reference in try repository.references(under: prefix) {
            let (type, bytes) = try repository.object(reference.target)
            found.append(reader.tag(reference.name, type: type, id: reference.target, bytes: bytes))
        }
        return found
    }

    /// The first of several copies of one statement stays.
    package static func unique(_ statements: [FoundStatement]) -> [FoundStatement] {
        var seen: Set<String> = []
        return statements.filter { statement in statement.id.map { seen.insert($0).inserted } ?? true }
    }
}
