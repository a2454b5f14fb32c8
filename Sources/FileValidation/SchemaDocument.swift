import DiskFiles
package import SourceText
import YAMLDocuments

/// Reads one schema from a file, JSON or YAML.
enum SchemaDocument {
    static func read(_ file: FoundFiles.File) throws -> YAMLDocument {
        let source = SourceFile(path: file.name, bytes: try DiskFile.read(file.path, name: file.name))
        let stream = DocumentFormat(ofName: file.name).read(source, limits: .ofAnyFile)
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

/// A schema file that is not one YAML or JSON document.
package struct UnreadableSchema: Error, Sendable, CustomStringConvertible {
    package let location: Location
    /// One sentence without a final full stop.
    package let message: String
    package let mend: String

    /// For a reference that leads to the file.
    package var description: String { "\(location.label): \(message)" }
}
