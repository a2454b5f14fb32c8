import PlanModel
package import SchemaValidation
import SourceText
import Synchronization
import YAMLDocuments

/// The built-in schemas, each read and compiled when the first document of its kind is met.
package enum KindSchemas {
    private static let compiled = Mutex<[String: CompiledSchema]>([:])
    private static let common = read("common")

    static func failures(of document: YAMLDocument, kind: DocumentKind) throws -> [SchemaFailure] {
        try schema(of: kind.name).validate(document.root)
    }

    /// Throws when the embedded schema is wrong.
    package static func schema(of kind: String) throws -> CompiledSchema {
        if let schema = compiled.withLock({ $0[kind] }) { return schema }
        var registry = SchemaRegistry()
        for document in [common, read(kind)].compactMap({ $0 }) { registry.add(document, uri: document.source.path) }
        let schema = try SchemaCompiler.compile(path(kind), in: registry)
        compiled.withLock { $0[kind] = schema }
        return schema
    }

    private static func read(_ name: String) -> YAMLDocument? {
        guard let text = EmbeddedSchemas.text(name) else { return nil }
        return JSONReader.read(SourceFile(path: path(name), bytes: Array(text.utf8))).documents.first
    }

    private static func path(_ name: String) -> String { "\(name).schema.json" }
}
