package import DiskFiles
package import SchemaValidation
package import SourceText
import YAMLDocuments

/// A schema that a person keeps in a file, compiled with the schemas that it refers to.
package struct SchemaFile: Sendable {
    package let schema: CompiledSchema

    /// Schemas are read under wider limits than documents: they are few, and some are generated.
    private static var limits: ReadLimits {
        var limits = ReadLimits()
        limits.bytes = 64 << 20
        limits.nodes = 4_000_000
        limits.depth = 200
        return limits
    }

    /// - Parameters:
    ///   - file: the schema, JSON or YAML.
    ///   - references: further schemas, which its references may name by their `$id` or by their path.
    package init(
        _ file: FoundFiles.File, references: [FoundFiles.File] = [], assertsFormats: Bool = true
    ) throws {
        var registry = SchemaRegistry()
        for other in references { registry.add(try Self.document(other), uri: other.path) }
        registry.add(try Self.document(file), uri: file.path)
        var options = SchemaOptions()
        options.assertsFormats = assertsFormats
        do { schema = try SchemaCompiler.compile(file.path, in: registry, options: options) } catch {
            throw UnreadableSchema(
                location: error.location ?? .file(path: file.name), message: error.message,
                mend: "Mend the schema; no document can be judged by it as it is.")
        }
    }

    private static func document(_ file: FoundFiles.File) throws -> YAMLDocument {
        let source = SourceFile(path: file.name, bytes: try DiskFile.read(file.path, name: file.name))
        let stream = DocumentFormat(ofName: file.name).read(source, limits: limits)
        if let problem = stream.problems.first(where: { $0.severity == .error }) {
            throw UnreadableSchema(
                location: .span(source, range: problem.range), message: problem.message, mend: problem.mend)
        }
        guard let document = stream.documents.first, stream.documents.count == 1 else {
            throw UnreadableSchema(
                location: .file(path: file.name),
                message: "a schema file holds one document, and this one has \(stream.documents.count)",
                mend: "Give a file with one schema in it.")
        }
        return document
    }
}

/// A schema file that cannot be used: it is not one YAML or JSON document, or not a schema.
package struct UnreadableSchema: Error, Sendable {
    package let location: Location
    /// One sentence without a final full stop.
    package let message: String
    package let mend: String
}
