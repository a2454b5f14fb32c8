package import DiskFiles
package import SchemaValidation
package import SourceText
import YAMLDocuments

/// Holds files of any kind of YAML or JSON against one schema. Knows neither plans nor git.
package struct FileValidator: Sendable {
    /// What was found in one file.
    package struct Result: Sendable {
        package let findings: [Finding]
        package let documentCount: Int
        /// True when some document could not be judged to the end; its finding says why.
        package let isUndecided: Bool
    }

    /// The rules that `check` reports the same mistakes under.
    private static let schemaRule: RuleID = "DOC-002"
    private static let yamlRule: RuleID = "DOC-004"

    private let schema: CompiledSchema

    package init(_ schema: CompiledSchema) { self.schema = schema }

    package func validate(_ file: FoundFiles.File) throws(DiskError) -> Result {
        validate(SourceFile(path: file.name, bytes: try DiskFile.read(file.rawPath, name: file.name)))
    }

    /// A file without a document is valid under no schema.
    package func validate(_ source: SourceFile) -> Result {
        let stream = DocumentFormat(ofName: source.path).read(source, limits: .ofAnyFile)
        var findings = stream.problems.map { Self.finding($0, in: source) }
        let failures = stream.documents.flatMap { schema.validate($0.root) }
        findings += failures.map(Self.finding)
        if stream.documents.isEmpty, !stream.hasErrors {
            findings.append(
                Finding(
                    Self.schemaRule, .error, at: .file(path: source.path), "the file holds no document",
                    mend: "Write a document, or leave the file out."))
        }
        return Result(
            findings: findings, documentCount: stream.documents.count,
            isUndecided: failures.contains { $0.isUndecided })
    }

    private static func finding(_ failure: SchemaFailure) -> Finding {
        Finding(
            schemaRule, .error, at: failure.location, field: failure.path.description, failure.message,
            mend: failure.mend, related: failure.relatedLocations)
    }

    private static func finding(_ problem: YAMLProblem, in source: SourceFile) -> Finding {
        Finding(
            yamlRule, problem.severity, at: .span(source, range: problem.range), problem.message, mend: problem.mend,
            related: problem.relatedLocations(in: source))
    }
}
