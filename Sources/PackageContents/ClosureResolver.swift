import ComponentFormats
package import PlanModel
import SourceText

extension PackageClosure {
    /// Resolves the closure in one tree. Throws only when a file's bytes cannot be had.
    package init(of package: ReleasePackage, system: AISystem, in snapshot: Snapshot) throws {
        var resolver = ClosureResolver(files: snapshot.files)
        try resolver.addDocument(system.envelope.source)
        try resolver.addDocument(package.envelope.source)
        for item in package.components.allItems {
            for path in item.paths { try resolver.addComponent(path, category: item.category) }
        }
        try resolver.followReferences()
        listedPaths = Set(resolver.entries.values.filter { $0.category != nil }.map(\.file.path))
        for (category, patterns) in system.governedPaths {
            for pattern in patterns {
                try resolver.addComponent(pattern, category: category)
            }
        }
        try resolver.followReferences()

        self.system = system
        self.package = package
        entries = resolver.entries.values.sorted { $0.file.rawPath.lexicographicallyPrecedes($1.file.rawPath) }
        foreignEntries = resolver.foreignEntries
        problems =
            Self.ambiguities(package: package, system: system, in: snapshot) + resolver.problems
            + (try EntryChecks.problems(of: entries, in: snapshot.files))
            + (try AttributeCheck.problems(of: entries, in: snapshot.files))
    }
}

extension PackageClosure {
    /// One package and one document for each system, alone in their files: else tools could read different ones.
    private static func ambiguities(
        package: ReleasePackage, system: AISystem, in snapshot: Snapshot
    ) -> [ClosureProblem] {
        let packages = snapshot.documents.of(ReleasePackage.self).filter { $0.systemName == system.name }
        let systems = snapshot.documents.of(AISystem.self).filter { $0.name == system.name }
        var problems: [ClosureProblem] = []
        for (count, envelope) in [(packages.count, package.envelope), (systems.count, system.envelope)] where count > 1
        {
            problems.append(
                ClosureProblem(
                    .ambiguousPackage, at: envelope.location, "\(system.name) has \(count) of these documents",
                    mend: "Keep one release package and one AISystem document for each system."))
        }
        for envelope in [package.envelope, system.envelope] {
            let neighbours = snapshot.documents.count(inFile: envelope.source.path)
            guard neighbours > 1 else { continue }
            problems.append(
                ClosureProblem(
                    .ambiguousPackage, at: envelope.location, "\(envelope.source.path) holds \(neighbours) documents",
                    mend: "Put this document into a file of its own."))
        }
        return problems
    }
}

/// Collects the entries and what is wrong with them.
private struct ClosureResolver {
    let files: FileListing
    private(set) var entries: [String: PackageClosure.Entry] = [:]
    private(set) var problems: [ClosureProblem] = []
    private(set) var foreignEntries: [String: PackageClosure.ForeignEntry] = [:]
    private var pending: [PackageClosure.Entry] = []

    init(files: FileListing) { self.files = files }

    mutating func addDocument(_ source: SourceFile) throws {
        guard let file = try files.file(source.path) else { return }
        entries[file.path] = PackageClosure.Entry(file: file, source: source, category: nil)
    }

    mutating func addComponent(_ path: Located<String>, category: ComponentCategory) throws {
        let matches = try files.matching(PathPattern(path.value))
        if matches.isEmpty {
            let near = nearestName(to: path.value, among: try files.all().map(\.path))
            let hint = near.map { "; did you mean \($0)?" } ?? ""
            problems.append(
                ClosureProblem(
                    .pathMatchesNothing, at: path.location, "\"\(path.value)\" matches no file\(hint)",
                    mend: "Write the path from the repository's root, or add the file.", field: path.field))
        }
        for file in matches { try add(file, category: category, from: path.location) }
    }

    mutating func add(_ file: ListedFile, category: ComponentCategory, from location: Location) throws {
        guard entries[file.path] == nil else { return }
        guard file.mode == .file || file.mode == .executable else {
            foreignEntries[file.path] = PackageClosure.ForeignEntry(file: file, category: category)
            let what = file.mode == .symlink ? "a symbolic link" : "a submodule"
            problems.append(
                ClosureProblem(
                    .badMode, at: location, "\(file.path) is \(what), so its content is not part of this tree",
                    mend: "Replace it by the file itself."))
            return
        }
        let entry = PackageClosure.Entry(file: file, source: try files.source(file), category: category)
        entries[file.path] = entry
        pending.append(entry)
    }

    /// Follows includes until no new file turns up.
    mutating func followReferences() throws {
        while let entry = pending.popLast() {
            for reference in FileReferences.of(entry.source, category: entry.category) {
                if !reference.patterns.isEmpty {
                    try addFolder(reference, of: entry)
                } else if let file = try firstFile(of: reference.candidates) {
                    try add(file, category: entry.category ?? .prompts, from: reference.location)
                } else {
                    let name = reference.source.text(reference.range)
                    problems.append(
                        ClosureProblem(
                            .includeUnresolved, at: reference.location,
                            "included file \(name) is not in the repository",
                            mend: "Add \(reference.candidates.first ?? name), or remove the include."))
                }
            }
        }
    }

    /// What a tool reads of its own accord.
    private mutating func addFolder(_ reference: FileReference, of entry: PackageClosure.Entry) throws {
        for pattern in reference.patterns {
            for file in try files.matching(pattern) {
                try add(file, category: entry.category ?? .prompts, from: reference.location)
            }
        }
    }

    private func firstFile(of paths: [String]) throws -> ListedFile? {
        for path in paths {
            if let file = try files.file(path) { return file }
        }
        return nil
    }
}
