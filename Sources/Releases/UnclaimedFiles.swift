import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// Finds files of a pull request that look like parts of an AI system and that no system of the result claims.
struct UnclaimedFiles {
    private let merged: Snapshot
    private let governed: [(pattern: PathPattern, system: String)]
    private let documents: [PathPattern]

    init(in merged: Snapshot) {
        self.merged = merged
        governed = merged.documents.of(AISystem.self).flatMap { system in
            system.governedPaths.flatMap { governed in
                governed.patterns.map { (PathPattern($0.value), system.name) }
            }
        }
        documents = merged.documents.of(Project.self).flatMap(\.documents).map { PathPattern($0.value) }
    }

    /// Files that are new or have other bytes than in the target, in the order of their paths.
    func find(since target: Snapshot) throws -> [ProposedMerge.UnclaimedFile] {
        let before = Dictionary(
            try target.files.all().map { ($0.rawPath, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = try merged.files.all().filter { file in
            before[file.rawPath] != file && (file.mode == .file || file.mode == .executable)
                && !governed.contains { $0.pattern.matches(file.path) } && !documents.contains { $0.matches(file.path) }
        }
        guard !changed.isEmpty else { return [] }
        // What components include need not lie in a governed path.
        let shipping = Set(
            try SystemUnit.names(in: merged).flatMap { name in
                try SystemUnit(name, in: merged).release.closure.entries.map(\.file.path)
            })
        return try changed.filter { !shipping.contains($0.path) }.compactMap { file in
            try sign(of: file).map { ProposedMerge.UnclaimedFile(path: file.path, sign: $0) }
        }
    }

    private func sign(of file: ListedFile) throws -> ProposedMerge.UnclaimedFile.Sign? {
        if let own = SelfDeclaredComponent(try merged.files.source(file)) {
            return .format(name: own.format, category: own.category)
        }
        let folders = file.path.split(separator: "/").dropLast()
        let neighbours = governed.filter { governed in
            let prefix = governed.pattern.literalPrefix.split(separator: "/")
            return governed.pattern.hasWildcard && !prefix.isEmpty && folders.starts(with: prefix)
        }
        if let nearest = neighbours.max(by: { $0.pattern.literalPrefix.count < $1.pattern.literalPrefix.count }) {
            return .governedFolder(nearest.pattern.literalPrefix, system: nearest.system)
        }
        return folders.first { Self.folderNames.contains($0) }.map { .folderName(String($0)) }
    }

    /// Names that say of a folder what it holds; those of other parts, such as `tools`, mean too much else.
    private static let folderNames: Set<Substring> = ["prompts", "guardrails"]
}
