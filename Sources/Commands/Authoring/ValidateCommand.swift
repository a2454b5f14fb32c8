package import ArgumentParser
import DiskFiles
import FileValidation
import FindingPolicy
package import Reports
import SchemaValidation
import SourceText

/// The schema engine by itself: any YAML or JSON against any JSON Schema. Git is not asked anything.
package struct ValidateCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Hold any YAML or JSON files against a JSON Schema.",
        discussion: """
            Folders are searched for .yaml, .yml and .json files. Nothing is ever fetched from a network: a reference in \
            the schema leads to a schema inside it, to a file beside it, or to one given with --schema-ref. Examples:

              imprimatur validate --schema plan.schema.json plans/
              kubectl get deployment web -o yaml | imprimatur validate --schema deployment.json -
            """)

    @Option(help: ArgumentHelp("The JSON Schema, as JSON or YAML.", valueName: "file"))
    var schema: String

    @Option(
        name: .customLong("schema-ref"),
        help: ArgumentHelp(
            "A further schema that the first one refers to; may be given several times.", valueName: "file"))
    var references: [String] = []

    @Flag(
        help: ArgumentHelp(
            "Also say what is doubtful in the schema itself, such as a misspelt keyword. Needs no files to validate."))
    var checkSchema = false

    @Argument(help: "Files and folders, or - for standard input.")
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "What to call standard input; a name that ends in .json has it read as JSON.", valueName: "path"))
    var stdinPath: String?

    @Flag(help: "Let `format` only describe a value, as the standard has it, and refuse nothing.")
    var noFormats = false

    @Flag(help: "One line for each finding, without the lines of the file.")
    var concise = false

    @OptionGroup package var common: CommonOptions

    package static var formats: [OutputFormat] { CheckReport.formats.map { $0.name } }

    package init() {}

    package func validate() throws {
        if paths.isEmpty, !checkSchema {
            throw ValidationError("Name files or folders to validate, or - for standard input.")
        }
        if stdinPath != nil, !paths.contains("-") {
            throw ValidationError("--stdin-path names standard input, which only the path - reads.")
        }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let schemaFile = try readSchema(in: session)
        sayDoubts(schemaFile.doubts, in: session)
        if paths.isEmpty { return schemaFile.doubts.contains { $0.severity == .error } ? .undecided : .pass }

        let validator = FileValidator(schemaFile.schema)
        var files = FoundFiles()
        for path in paths where path != "-" {
            try files.add(path, at: session.absolute(path), endings: DocumentFormat.endings)
        }
        var results = files.files.mapInParallel { file in
            Result { () throws(DiskError) in try validator.validate(file) }
        }
        if paths.contains("-") {
            let name = stdinPath ?? "standard input"
            results.append(.success(validator.validate(SourceFile(path: name, bytes: session.context.input()))))
        }
        guard !results.isEmpty else {
            throw CommandFailure(
                .usage, "there is no file to validate in \(paths.joined(separator: ", "))",
                mend: "Name files, or folders with .yaml, .yml or .json files in them.")
        }
        return try report(results, in: session)
    }

    /// A file that cannot be read takes nothing away from what was found in the others; it is said at the end.
    private func report(
        _ results: [Result<FileValidator.Result, DiskError>], in session: Session
    ) throws -> ExitStatus {
        let read = results.compactMap { try? $0.get() }
        let findings = read.flatMap(\.findings)
        if !read.isEmpty {
            let report = CheckReport(
                findings: findings.judgedAsOpen(), subjectLabel: paths.joined(separator: ", "), schemaLabel: schema,
                documentCount: read.reduce(0) { $0 + $1.documentCount })
            try session.print(report, isConcise: concise)
        }
        var isWhole = !read.contains { $0.isUndecided }
        for case .failure(let error) in results {
            session.context.diagnostics(
                FailureText(message: error.message, mend: error.mend).text(session.style))
            isWhole = false
        }
        guard isWhole else { return .undecided }
        return findings.hasErrors ? .refused : .pass
    }

    private func sayDoubts(_ doubts: [SchemaError], in session: Session) {
        for doubt in doubts {
            let text = FailureText(
                message: doubt.message, mend: doubt.mend, location: doubt.location, severity: doubt.severity)
            session.context.diagnostics(text.text(session.style))
        }
    }

    private func readSchema(in session: Session) throws -> SchemaFile {
        do {
            return try SchemaFile(
                session.file(schema), references: references.map(session.file), assertsFormats: !noFormats,
                looksForDoubts: checkSchema)
        } catch let errors as SchemaErrors {
            throw CommandFailure(schema: errors)
        }
    }
}
