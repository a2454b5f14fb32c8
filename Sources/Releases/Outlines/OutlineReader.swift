import DiskFiles
import Materiality
import PackageContents
package import PlanModel
import Snapshots
import SourceText

extension TreeOutline {
    /// Reads every document of a tree and follows every include of every system.
    package init(reading files: FileListing, label: String) throws {
        let snapshot = try SnapshotLoader.unjudged(files, label: label)
        let documents = snapshot.documents
        let governing =
            documents.of(TrustRoot.self).map(\.envelope.source.path)
            + documents.of(MaterialityPolicy.self).map(\.envelope.source.path)
        let units = try SystemUnit.names(in: snapshot).mapInParallel { name in
            let unit = try SystemUnit(name, in: snapshot)
            let own = Set(Self.documents(of: unit, among: documents).map(\.envelope.source.path))
            let shipped = try unit.release.closure.entries.filter { !own.contains($0.file.path) }
                .map { File(path: $0.file.path, blob: try Self.blob(of: $0.file, in: files)) }
            // Links have no content here; their own blob says where they lead.
            let links = unit.release.closure.foreignEntries.values
                .map { File(path: $0.file.path, blob: "\($0.file.mode.rawValue):\($0.file.blob ?? "?")") }
                .sorted { $0.path < $1.path }
            return Unit(system: name, documents: try Self.files(own, in: files), files: shipped + links)
        }
        self.init(governing: try Self.files(Set(governing), in: files), units: units)
    }

    private static func documents(of unit: SystemUnit, among documents: DocumentSet) -> [any PlanDocument] {
        let name = unit.system.name
        let plan = unit.package.plan.name?.value
        return documents.all(named: name, AISystem.self)
            + documents.of(ReleasePackage.self).filter { $0.systemName == name || $0.name == name }
            + (plan.map { documents.all(named: $0, DeploymentPlan.self) } ?? [])
    }

    private static func files(_ paths: Set<String>, in files: FileListing) throws -> [File] {
        try paths.sorted().compactMap { path in
            try files.file(path).map { File(path: path, blob: try blob(of: $0, in: files)) }
        }
    }

    /// Files on disk have no blob yet, but its name is known: that of the same bytes.
    private static func blob(of file: ListedFile, in files: FileListing) throws -> String {
        try file.blob ?? GitBlobName.of(files.contents.bytes(of: file))
    }
}
