import SchemaValidation
import SourceText
import YAMLDocuments

/// A schema and a document as texts, judged: the frame of most tests here.
enum Judgement {
    static func document(_ text: String, path: String = "plan.yaml") throws -> YAMLNode {
        let stream = YAMLReader.read(SourceFile(path: path, bytes: Array(text.utf8)))
        guard let document = stream.documents.first, !stream.hasErrors else {
            throw Unreadable(problems: stream.problems.map(\.message))
        }
        return document.root
    }

    struct Unreadable: Error { let problems: [String] }

    static func compile(
        _ schema: String, with others: [String: String] = [:], options: SchemaOptions = SchemaOptions()
    ) throws -> CompiledSchema {
        var registry = SchemaRegistry()
        registry.add(try document(schema, path: "schema.yaml").document, uri: "schema.yaml")
        for (uri, text) in others { registry.add(try document(text, path: uri).document, uri: uri) }
        return try SchemaCompiler.compile("schema.yaml", in: registry, options: options)
    }

    static func failures(_ document: String, under schema: String) throws -> [SchemaFailure] {
        let compiled = try compile(schema)
        let root = try Judgement.document(document)
        let failures = compiled.validate(root)
        if compiled.accepts(root) != failures.isEmpty { throw Unreadable(problems: ["accepts and validate disagree"]) }
        return failures
    }

    /// `line:column «shown text» message`, one for each failure.
    static func lines(_ document: String, under schema: String) throws -> [String] {
        try failures(document, under: schema).map { failure in
            let source = failure.node.document.source
            let position = source.position(at: failure.range.lowerBound)
            return "\(position.line):\(position.column) «\(source.text(failure.range))» \(failure.message)"
        }
    }

    /// The first error of a schema.
    static func error(_ schema: String, with others: [String: String] = [:]) throws -> SchemaError? {
        try errors(schema, with: others).first
    }

    /// All errors of a schema that keep it from being compiled.
    static func errors(_ schema: String, with others: [String: String] = [:]) throws -> [SchemaError] {
        do {
            _ = try compile(schema, with: others)
            return []
        } catch let error as SchemaErrors {
            return error.errors
        }
    }

    /// `line:column «shown text» message`, one for each problem of a schema.
    static func problems(_ schema: String, with others: [String: String] = [:]) throws -> [String] {
        var registry = SchemaRegistry()
        registry.add(try document(schema, path: "schema.yaml").document, uri: "schema.yaml")
        for (uri, text) in others { registry.add(try document(text, path: uri).document, uri: uri) }
        return SchemaCompiler.check("schema.yaml", in: registry).map(line)
    }

    static func line(_ problem: SchemaError) -> String {
        guard case .span(let file, let range)? = problem.location else { return problem.message }
        let position = file.position(at: range.lowerBound)
        return "\(position.line):\(position.column) «\(file.text(range))» \(problem.message)"
    }
}
