package import DiskFiles
package import SchemaValidation
import YAMLDocuments

/// A schema that a person keeps in a file, compiled with the schemas that it refers to.
package struct SchemaFile: Sendable {
    package let schema: CompiledSchema
    /// What is legal in the schema and hardly meant, such as a misspelt keyword, and what is wrong in parts of it that
    /// are never reached. Empty unless it was asked for.
    package let doubts: [SchemaError]

    /// Throws `SchemaErrors`, `UnreadableSchema` or `DiskError`.
    ///
    /// - Parameters:
    ///   - file: the schema, JSON or YAML.
    ///   - references: further schemas, which its references may name by their `$id` or by their path.
    ///   - looksForDoubts: takes some milliseconds more.
    package init(
        _ file: FoundFiles.File, references: [FoundFiles.File] = [], assertsFormats: Bool = true,
        looksForDoubts: Bool = false
    ) throws {
        let document = try SchemaDocument.read(file)
        let neighbours = NeighbouringSchemas(besides: file, schema: document)
        var registry = SchemaRegistry { try neighbours.document($0) }
        for other in references { registry.add(try SchemaDocument.read(other), uri: FileURI.of(other.path)) }
        let uri = FileURI.of(file.path)
        registry.add(document, uri: uri)
        var options = SchemaOptions()
        options.assertsFormats = assertsFormats
        if looksForDoubts {
            (schema, doubts) = try SchemaCompiler.compileAndCheck(uri, in: registry, options: options)
        } else {
            schema = try SchemaCompiler.compile(uri, in: registry, options: options)
            doubts = []
        }
    }
}
