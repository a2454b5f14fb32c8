package import DiskFiles
package import SchemaValidation
import SourceText
import YAMLDocuments

/// A schema that a person keeps in a file, compiled with the schemas that it refers to.
package struct SchemaFile: Sendable {
    package let schema: CompiledSchema
    private let registry: SchemaRegistry
    private let uri: String
    private let options: SchemaOptions

    /// Throws `SchemaErrors`, `UnreadableSchema` or `DiskError`.
    ///
    /// - Parameters:
    ///   - file: the schema, JSON or YAML.
    ///   - references: further schemas, which its references may name by their `$id` or by their path.
    package init(
        _ file: FoundFiles.File, references: [FoundFiles.File] = [], assertsFormats: Bool = true
    ) throws {
        let document = try SchemaDocument.read(file)
        let neighbours = NeighbouringSchemas(besides: file, id: document.root["$id"]?.string)
        var registry = SchemaRegistry { try neighbours.document($0) }
        for other in references { registry.add(try SchemaDocument.read(other), uri: FileURI.of(other.path)) }
        uri = FileURI.of(file.path)
        registry.add(document, uri: uri)
        var options = SchemaOptions()
        options.assertsFormats = assertsFormats
        schema = try SchemaCompiler.compile(uri, in: registry, options: options)
        self.registry = registry
        self.options = options
    }

    /// What is legal in the schema and hardly meant, such as a misspelt keyword.
    package var doubts: [SchemaError] {
        SchemaCompiler.check(uri, in: registry, options: options).filter { $0.severity == .warning }
    }
}
