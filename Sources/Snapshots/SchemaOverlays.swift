import PlanModel
import SchemaValidation
import SourceText
import YAMLDocuments

/// An organisation's own schemas, from the tree that is judged: they are applied on top of the built-in ones and so can
/// only ask for more.
struct SchemaOverlays: Sendable {
    private var schemas: [String: [CompiledSchema]] = [:]

    init() {}

    /// Throws when a schema that the project names cannot be used: what the organisation asks for is then not known.
    init(_ project: Project, in files: FileListing) throws {
        for overlay in project.schemaOverlays {
            schemas[overlay.kind.value, default: []].append(try Self.schema(overlay.path, in: files))
        }
    }

    func failures(of document: YAMLDocument, kind: DocumentKind) -> [SchemaFailure] {
        (schemas[kind.name] ?? []).flatMap { $0.validate(document.root) }
    }

    private static func schema(_ located: Located<String>, in files: FileListing) throws -> CompiledSchema {
        var path = located.value
        while path.hasPrefix("./") { path.removeFirst(2) }
        guard let document = try document(path, in: files) else {
            throw SnapshotError.unusableOverlay(
                path: path, reason: "there is no such file in the tree", at: located.location)
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let published = PublishedFolder(of: document)
        // Neighbours come from the same tree: a schema on the disk of whoever checks must not have a say.
        var registry = SchemaRegistry { uri in
            guard let path = published?.path(of: uri).map({ folder + $0 }) ?? RelativePath.decoded(uri) else {
                return nil
            }
            return try Self.document(path, in: files)
        }
        registry.add(document, uri: path)
        do { return try SchemaCompiler.compile(path, in: registry) } catch {
            throw SnapshotError.unusableOverlay(
                path: path, reason: error.message, at: error.location ?? .file(path: path))
        }
    }

    /// Nil when the tree has no such file.
    private static func document(_ path: String, in files: FileListing) throws -> YAMLDocument? {
        guard let file = try files.file(path), file.mode == .file || file.mode == .executable else { return nil }
        let source = try files.source(file)
        let stream = path.lowercased().hasSuffix(".json") ? JSONReader.read(source) : YAMLReader.read(source)
        if let problem = stream.problems.first(where: { $0.severity == .error }) {
            throw SnapshotError.unusableOverlay(
                path: path, reason: problem.message, at: .span(source, range: problem.range))
        }
        guard let document = stream.documents.first, stream.documents.count == 1 else {
            throw SnapshotError.unusableOverlay(
                path: path, reason: "a schema file holds one document, and this one has \(stream.documents.count)",
                at: .file(path: path))
        }
        return document
    }
}
