import PlanModel
package import SchemaValidation
import SourceText
import Synchronization
import YAMLDocuments

/// The built-in schemas, each compiled when the first document of its kind is met.
package enum KindSchemas {
    private static let compiled = Mutex<[String: CompiledSchema]>([:])

    static func failures(of document: YAMLDocument, kind: DocumentKind) throws -> [SchemaFailure] {
        try schema(of: kind.name).validate(document.root)
    }

    /// Throws when the embedded schema is wrong.
    package static func schema(of kind: String) throws -> CompiledSchema {
        if let schema = compiled.withLock({ $0[kind] }) { return schema }
        var registry = SchemaRegistry()
        for name in ["common", kind] {
            guard let text = EmbeddedSchemas.text(name) else { continue }
            let file = SourceFile(path: "\(name).schema.json", bytes: Array(text.utf8))
            for document in JSONReader.read(file).documents { registry.add(document, uri: file.path) }
        }
        let schema = try SchemaCompiler.compile("\(kind).schema.json", in: registry)
        compiled.withLock { $0[kind] = schema }
        return schema
    }
}
