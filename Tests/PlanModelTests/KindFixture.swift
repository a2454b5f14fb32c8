import PlanModel
import Snapshots
import SourceText
import Testing

/// One file of `Fixtures/kinds`, read as a project would read it.
struct KindFixture: CustomTestStringConvertible {
    static let folder = "Tests/Fixtures/kinds"

    let kind: String
    let file: String

    var testDescription: String { "\(kind)/\(file)" }

    /// Every file of every kind that is meant to be accepted: `valid.yaml`, and for some `valid-alternatives.yaml`.
    static let valid = all(matching: "valid")
    static let invalid = all(matching: "invalid")

    private static func all(matching prefix: String) -> [KindFixture] {
        DocumentKinds.all.map { $0.kind.name }.flatMap { kind in
            Fixtures.names(in: "\(folder)/\(kind)")
                .filter { $0.hasPrefix(prefix) }
                .map { KindFixture(kind: kind, file: $0) }
        }
    }

    func source() throws -> SourceFile {
        let bytes = try Fixtures.bytes("\(Self.folder)/\(kind)/\(file)")
        return SourceFile(path: kind == "Project" ? Project.path : "governance/fixture.yaml", bytes: bytes)
    }

    func snapshot() throws -> Snapshot {
        let source = try source()
        var files = [source.path: source.bytes]
        // The overlay that the fixture of a project names.
        files["governance/schemas/gate-evidence.json"] = Array("{}".utf8)
        if kind != "Project" { files[Project.path] = Array(Self.project.utf8) }
        let listed = files.keys.map { ListedFile(rawPath: Array($0.utf8), mode: .file, blob: nil) }
        return try SnapshotLoader.snapshot(
            of: FileListing(listed, contents: MemoryContents(bytes: files)), label: "the fixture")
    }

    /// The fixture's own document.
    func document() throws -> any PlanDocument {
        try #require(try snapshot().documents.all.first { type(of: $0).kind.name == kind })
    }

    private static let project = """
        apiVersion: imprimatur/v1
        kind: Project
        metadata: {name: fixtures, owner: role:grc-control-owner}
        spec: {documents: [governance/*.yaml]}
        """
}

private struct MemoryContents: FileContents {
    let bytes: [String: [UInt8]]

    func bytes(of file: ListedFile) throws -> [UInt8] { try #require(bytes[file.path]) }
}
