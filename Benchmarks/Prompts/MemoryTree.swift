import Materiality
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// A system of one prompt, in memory.
struct MemoryTree: FileContents {
    enum Failure: Error { case missing(String) }

    private static let prompt = "prompts/system.prompt"
    private static let package = """
        apiVersion: imprimatur/v1
        kind: ReleasePackage
        metadata: {name: helper, owner: role:release-manager}
        spec:
          system: system:helper
          version: 1.0.0
          components: {prompts: [{id: system, path: \(prompt)}]}
        """
    private static let system = """
        apiVersion: imprimatur/v1
        kind: AISystem
        metadata: {name: helper, owner: role:product-owner}
        spec: {purpose: Answers questions.}
        """

    private let files: [String: [UInt8]]

    init(prompt bytes: [UInt8]) {
        files = [
            Self.prompt: bytes, "release.yaml": Array(Self.package.utf8), "system.yaml": Array(Self.system.utf8),
        ]
    }

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard let bytes = files[file.path] else { throw Failure.missing(file.path) }
        return bytes
    }

    func unit() throws -> ReleaseUnit {
        let listing = FileListing(
            files.keys.map { ListedFile(rawPath: Array($0.utf8), mode: .file, blob: nil) }, contents: self)
        let snapshot = Snapshot(label: "memory", documents: DocumentSet([]), problems: [], files: listing)
        let closure = try PackageClosure(
            of: document("release.yaml", ReleasePackage.self), system: document("system.yaml", AISystem.self),
            in: snapshot)
        return ReleaseUnit(closure: closure, plan: nil)
    }

    private func document<Document: PlanDocument>(_ path: String, _ type: Document.Type) throws -> Document {
        let stream = YAMLReader.read(SourceFile(path: path, bytes: files[path] ?? []))
        guard let document = stream.documents.first else { throw Failure.missing(path) }
        return Document(envelope: Envelope(document), spec: Fields(document: document.root).mapping("spec"))
    }
}
