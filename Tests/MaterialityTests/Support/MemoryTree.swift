import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

@testable import Materiality

/// Files that are only in memory, by path.
struct MemoryTree: FileContents {
    var files: [String: String]
    /// Files that are no text, by path; they go before those of the same path in `files`.
    var binaries: [String: [UInt8]] = [:]

    enum Missing: Error { case file(String), document(String) }

    func bytes(of file: ListedFile) throws -> [UInt8] {
        if let bytes = binaries[file.path] { return bytes }
        guard let text = files[file.path] else { throw Missing.file(file.path) }
        return Array(text.utf8)
    }

    var listing: FileListing {
        FileListing(
            files.keys.map { ListedFile(rawPath: Array($0.utf8), mode: .file, blob: nil) }, contents: self)
    }

    /// The release that the tree ships, under its plan.
    func unit(package: String, system: String, plan: String?) throws -> ReleaseUnit {
        let snapshot = Snapshot(label: "memory", documents: DocumentSet([]), problems: [], files: listing)
        let closure = try PackageClosure(
            of: document(package, ReleasePackage.self), system: document(system, AISystem.self), in: snapshot)
        return ReleaseUnit(
            closure: closure, plan: try plan.map { try document($0, DeploymentPlan.self) }, governance: try governance()
        )
    }

    /// The latest trust root among the files, and the policy beside it.
    private func governance() throws -> GovernanceDocuments? {
        guard let root = files.keys.filter({ $0.hasPrefix("governance/trust/") }).max() else { return nil }
        let policy = "governance/materiality.yaml"
        return GovernanceDocuments(
            root: try document(root, TrustRoot.self),
            policy: files[policy] == nil ? nil : try document(policy, MaterialityPolicy.self))
    }

    func document<Document: PlanDocument>(_ path: String, _ type: Document.Type) throws -> Document {
        guard let text = files[path] else { throw Missing.file(path) }
        let stream = YAMLReader.read(SourceFile(path: path, bytes: Array(text.utf8)))
        guard !stream.hasErrors, let root = stream.documents.first else { throw Missing.document(path) }
        return Document(envelope: Envelope(root), spec: Fields(document: root.root).mapping("spec"))
    }
}
