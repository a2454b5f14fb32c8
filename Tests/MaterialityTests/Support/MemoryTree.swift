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
        let path = "governance/materiality.yaml"
        let trust = try document(root, TrustRoot.self)
        let policy = files[path] == nil ? nil : try document(path, MaterialityPolicy.self)
        // Four zeros or ones stand for the bytes that are there, any other digest for other bytes.
        let isPinned = trust.policies.contains { ["0000", "1111"].contains($0.sha256.value) && $0.path.value == path }
        return GovernanceDocuments(
            root: trust, policy: isPinned ? policy : nil, unpinnedPolicy: isPinned ? nil : policy)
    }

    func document<Document: PlanDocument>(_ path: String, _ type: Document.Type) throws -> Document {
        guard let text = files[path] else { throw Missing.file(path) }
        let stream = YAMLReader.read(SourceFile(path: path, bytes: Array(text.utf8)))
        guard !stream.hasErrors, let root = stream.documents.first else { throw Missing.document(path) }
        return Document(envelope: Envelope(root), spec: Fields(document: root.root).mapping("spec"))
    }
}
