import PlanModel
import Scaffolding
import SourceText
import YAMLDocuments

/// What `init` wrote, as one tree.
struct ScaffoldedTree {
    let files: [ScaffoldedFile]
    /// Files that say in their first lines that they are documents, read.
    let documents: [YAMLDocument]

    init(_ tier: RiskTier, system: String = "desk-helper") {
        self.init(.sample(tier, system: system))
    }

    init(_ request: ScaffoldRequest) {
        files = Scaffold.files(for: request)
        let written = files.filter { !$0.path.hasPrefix(".") && $0.text.contains("\napiVersion: imprimatur/v1\n") }
        documents = written.flatMap { file in
            YAMLReader.read(SourceFile(path: file.path, bytes: Array(file.text.utf8))).documents
        }
    }

    func file(_ path: String) -> ScaffoldedFile? { files.first { $0.path == path } }

    func text(_ path: String) -> String { file(path)?.text ?? "" }

    var snapshot: Snapshot {
        let typed = documents.compactMap { document -> (any PlanDocument)? in
            let envelope = Envelope(document)
            return envelope.kind.flatMap { DocumentKinds.named($0.value) }.map {
                $0.init(envelope: envelope, spec: Fields(document: document.root).mapping("spec"))
            }
        }
        let listed = files.map { ListedFile(rawPath: Array($0.path.utf8), mode: .file, blob: nil) }
        return Snapshot(
            label: "the scaffold", documents: DocumentSet(typed), problems: [],
            files: FileListing(listed, contents: Contents(files: files)))
    }

    func only<Document: PlanDocument>(_ type: Document.Type) -> Document? {
        let found = snapshot.documents.of(type)
        return found.count == 1 ? found.first : nil
    }

    private struct Contents: FileContents {
        let files: [ScaffoldedFile]

        func bytes(of file: ListedFile) throws -> [UInt8] {
            guard let found = files.first(where: { $0.path == file.path }) else { throw NoSuchFile() }
            return Array(found.text.utf8)
        }
    }

    private struct NoSuchFile: Error {}
}

extension ScaffoldRequest {
    /// 2026-11-23T15:00:00Z.
    static let moment = Timestamp(secondsSince1970: 1_795_446_000)

    static func sample(
        _ tier: RiskTier, system: String = "desk-helper", principal: String = "nora", personName: String = "Nora Berg",
        email: String = "nora@example.org", protectedBranch: String = "main"
    ) -> ScaffoldRequest {
        ScaffoldRequest(
            tier: tier, system: system, principal: principal, personName: personName, email: email,
            publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIANtVvVysNgWBuxOjxWLOMl5KKCUR6yGFoUa72EOCxLY",
            fingerprint: "SHA256:N5/17xkH1SNYybslMgqVlpaBKTbHxx5UhoM3MS8Z4r4", protectedBranch: protectedBranch,
            now: moment)
    }
}
