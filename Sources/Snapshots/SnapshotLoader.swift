package import GitObjects
package import PlanModel
import SourceText
package import YAMLDocuments

/// Reads trees of one repository into snapshots.
package struct SnapshotLoader {
    private let repository: Repository
    private let limits: ReadLimits

    package init(_ repository: Repository, limits: ReadLimits = ReadLimits()) {
        self.repository = repository
        self.limits = limits
    }

    /// The files on disk.
    package func worktree() throws -> Snapshot {
        try Self.snapshot(of: worktreeFiles(), label: "the worktree", limits: limits)
    }

    /// The files on disk with other bytes in one of them, which need not be there yet.
    package func worktree(replacing path: String, with bytes: [UInt8]) throws -> Snapshot {
        let files = try worktreeFiles().replacing(path, with: bytes)
        return try Self.snapshot(of: files, label: "the worktree with standard input as \(path)", limits: limits)
    }

    /// What the next commit will hold.
    package func index() throws -> Snapshot {
        try Self.snapshot(of: indexFiles(), label: "the index", limits: limits)
    }

    package func commit(_ id: ObjectID) throws -> Snapshot {
        try Self.snapshot(of: files(of: id), label: "commit \(id.short)", limits: limits)
    }

    /// The same tree without reading any document.
    package func files(of commit: ObjectID) throws -> FileListing {
        try CommitTree.listing(of: repository.rawCommit(commit).tree, in: repository)
    }

    /// The files on disk without reading any document.
    package func worktreeFiles() throws -> FileListing {
        guard let root = repository.worktree else { throw GitError.noWorktree }
        return try WorktreeFiles.listing(root: root, repository: repository)
    }

    /// The files of the index without reading any document.
    package func indexFiles() throws -> FileListing { try IndexTree.listing(in: repository) }

    private static func remarks(about submodules: [ListedFile]) -> [String] {
        Set(submodules.map(\.path)).sorted().map {
            "\($0) is a submodule: what it holds is another repository's and was not looked at."
        }
    }

    /// The documents without what the schemas say of them: for comparing, which rests on what they hold.
    ///
    /// - Parameter paths: the documents to read beside the project file; nil for all.
    package static func unjudged(
        _ files: FileListing, label: String, only paths: Set<String>? = nil
    ) throws -> Snapshot {
        guard let paths else { return try snapshot(of: files, label: label, limits: ReadLimits(), judges: false) }
        guard let projectFile = try files.file(Project.path) else { throw SnapshotError.noProject(tree: label) }
        var reader = DocumentReader(limits: ReadLimits(), judges: false)
        let others = try paths.subtracting([Project.path]).sorted().compactMap(files.file)
        try reader.read([projectFile] + others, from: files)
        return Snapshot(
            label: label, documents: DocumentSet(reader.documents), problems: reader.problems, files: files,
            schemasWereAsked: false)
    }

    /// Reads the documents among some files, wherever those come from.
    package static func snapshot(
        of files: FileListing, label: String, limits: ReadLimits = ReadLimits()
    ) throws -> Snapshot {
        try snapshot(of: files, label: label, limits: limits, judges: true)
    }

    private static func snapshot(
        of files: FileListing, label: String, limits: ReadLimits, judges: Bool
    ) throws -> Snapshot {
        guard let projectFile = try files.file(Project.path) else { throw SnapshotError.noProject(tree: label) }
        var reader = DocumentReader(limits: limits, judges: judges)
        try reader.read(projectFile, from: files)

        let projects = DocumentSet(reader.documents).of(Project.self)
        if judges, let project = projects.first, !project.schemaOverlays.isEmpty {
            reader.apply(try SchemaOverlays(project, in: files))
        }

        if projects.isEmpty, reader.problems.isEmpty { throw SnapshotError.noProjectDocument(tree: label) }

        let globs = try projects.flatMap(\.documents).map { try files.look(along: PathPattern($0.value)) }
        let globbed = globs.flatMap(\.files).filter { $0.rawPath != projectFile.rawPath }
        // The trust roots count wherever the project file points; a change must not be able to hide them.
        let trustRoots = try files.look(along: PathPattern("\(TrustRoot.folder)/*.yaml"))
        // By bytes: names that are not UTF-8 can look the same as text.
        var seen: Set<[UInt8]> = [projectFile.rawPath]
        let wanted = (trustRoots.files + globbed).filter { seen.insert($0.rawPath).inserted }
        try reader.read(wanted.sorted { $0.rawPath.lexicographicallyPrecedes($1.rawPath) }, from: files)
        return Snapshot(
            label: label, documents: DocumentSet(reader.documents), problems: reader.problems, files: files,
            globbedFileCount: globbed.count, remarks: remarks(about: ([trustRoots] + globs).flatMap(\.submodules)),
            schemasWereAsked: judges)
    }
}
