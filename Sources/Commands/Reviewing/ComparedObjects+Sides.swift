import GitObjects
import Materiality
import PlanModel
import Releases
import Reports
import SourceText

extension ComparedObjects {
    /// The commits of both sides, and the objects of all files that a report names.
    init(_ sides: DiffSides, _ differences: [SystemDifference], in repository: Repository) throws {
        let changes = differences.flatMap(\.changes)
        let files = differences.flatMap(\.files)
        self.init(
            base: try Self.side(
                sides.base, changes.compactMap { $0.old?.location.path } + files.compactMap { $0.old?.path }),
            head: try Self.side(
                sides.head, changes.compactMap { $0.new?.location.path } + files.compactMap { $0.new?.path }),
            host: repository.host)
    }

    private static func side(_ side: DiffSides.Side, _ paths: [String]) throws -> Side {
        Side(commit: side.commit.map { "\($0)" }, blobs: try blobs(paths, in: side.files))
    }

    private static func blobs(_ paths: [String], in listing: FileListing) throws -> [String: String] {
        var blobs: [String: String] = [:]
        for path in paths where blobs[path] == nil { blobs[path] = try listing.file(path)?.blob }
        return blobs
    }
}

extension Repository {
    /// Where the single remote, or else `origin`, shows its files.
    fileprivate var host: RepositoryHost? {
        let remotes = self.remotes
        let name = remotes.count == 1 ? remotes[0] : "origin"
        return localConfiguration("remote.\(name).url").flatMap(RepositoryHost.init(remote:))
    }
}
