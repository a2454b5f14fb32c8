import Approvals
import PackageContents
package import PlanModel
import SourceText
import YAMLDocuments

/// The records of one release, and the digest by which a release statement binds them.
package enum EvidenceDigest {
    /// Paths of the record files that speak of a release, sorted bytewise.
    package static func recordPaths(of system: String, version: String, in snapshot: Snapshot) -> [String] {
        let paths = snapshot.documents.all.filter { document in
            type(of: document).kind.role == .record
                && releases(of: document).contains { $0.name == system && $0.version == version }
        }.map(\.envelope.source.path)
        return Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// SHA-256 of the statements and records that a release relied on.
    package static func digest(
        statements: [String], system: String, version: String, in snapshot: Snapshot
    ) -> String {
        var text = "imprimatur-evidence/1\n"
        for id in Set(statements).sorted() { text += "statement \(id)\n" }
        var lines: [String] = []
        for path in recordPaths(of: system, version: version, in: snapshot) {
            guard let document = snapshot.documents.all.first(where: { $0.envelope.source.path == path }) else {
                continue
            }
            lines.append("\(ContentDigest.sha256(document.envelope.source.bytes)) \(path)\n")
        }
        text += lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
        return ContentDigest.sha256(Array(text.utf8))
    }

    /// Every release that a record names, in whichever of its kind's fields.
    private static func releases(of document: any PlanDocument) -> [DocumentReference] {
        let spec = Fields(document: document.envelope.document.root).mapping("spec")
        return [
            spec.reference("release"), spec.mapping("subject").reference("release"),
            spec.mapping("appliesTo").reference("release"), spec.reference("from"), spec.reference("to"),
        ].compactMap { $0?.value }.filter { $0.prefix == "release" }
    }
}
