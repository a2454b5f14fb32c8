import Foundation
import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// The project's own schemas, as they lie in `schemas/v1`, compile with nothing but each other.
struct KindSchemaTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schemas/v1")

    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".schema.json") }.sorted()
    }()

    static let registry: SchemaRegistry = {
        var registry = SchemaRegistry()
        for name in names {
            guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) else {
                continue
            }
            let stream = JSONReader.read(SourceFile(path: name, bytes: Array(data)))
            if let document = stream.documents.first { registry.add(document, uri: name) }
        }
        return registry
    }()

    @Test("Every kind has a schema here")
    func allKinds() {
        #expect(Self.names.count >= 16)
    }

    @Test("Compiles, and satisfies the metaschema", arguments: names)
    func compiles(name: String) throws {
        _ = try SchemaCompiler.compile(name, in: Self.registry)
        let metaschema = try SchemaCompiler.compile(
            "https://json-schema.org/draft/2020-12/schema", in: SchemaRegistry())
        let document = try #require(Self.registryDocument(name))
        #expect(metaschema.validate(document).map { "\($0.location.label): \($0.message)" } == [])
    }

    static func registryDocument(_ name: String) -> YAMLNode? { roots[name] }

    private static let roots: [String: YAMLNode] = names.reduce(into: [:]) { roots, name in
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data()
        roots[name] = JSONReader.read(SourceFile(path: name, bytes: Array(data))).documents.first?.root
    }
}
