import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// Schemas that would take for ever, all memory or the whole stack: each ends within its steps, as an answer or as an
/// error with a place. Nothing here measures time; what bounds the work is a count.
struct NastySchemaTests {
    private static let limits: ReadLimits = {
        var limits = ReadLimits()
        limits.bytes = 32 << 20
        limits.depth = 25_000
        limits.nodes = 2_000_000
        return limits
    }()

    private func read(_ text: String, path: String = "schema.json") throws -> YAMLDocument {
        let stream = JSONReader.read(SourceFile(path: path, bytes: Array(text.utf8)), limits: Self.limits)
        return try #require(stream.documents.first, "\(stream.problems.map(\.message))")
    }

    private func compile(_ text: String, options: SchemaOptions = SchemaOptions()) throws -> CompiledSchema {
        var registry = SchemaRegistry()
        registry.add(try read(text), uri: "schema.json")
        return try SchemaCompiler.compile("schema.json", in: registry, options: options)
    }

    private func check(_ text: String) throws -> [SchemaError] {
        var registry = SchemaRegistry()
        registry.add(try read(text), uri: "schema.json")
        return SchemaCompiler.check("schema.json", in: registry)
    }

    @Test(
        "Nesting of 10,000 levels overflows no stack",
        arguments: [
            ("{\"not\":", "}"), ("{\"allOf\":[", "]}"), ("{\"properties\":{\"a\":", "}}"), ("{\"$defs\":{\"a\":", "}}"),
        ])
    func deep(opening: String, closing: String) throws {
        let text = String(repeating: opening, count: 10_000) + "{}" + String(repeating: closing, count: 10_000)
        #expect(try check(text).isEmpty)
        let failures = try compile(text).validate(try read("{\"a\": 1}").root)
        #expect(failures.isEmpty || failures.map(\.message).allSatisfy { $0.contains("cannot be judged") })
    }

    /// 2^60 ways through the schema.
    @Test(
        "Ladders of references end by their steps",
        arguments: [("allOf", "1", "type"), ("anyOf", "1", "$schema"), ("oneOf", "\"x\"", "$schema")])
    func ladder(keyword: String, document: String, refusal: String) throws {
        let steps = (0..<60).map { number in
            let next = "{\"$ref\": \"#/$defs/d\(number + 1)\"}"
            return "\"d\(number)\": {\"\(keyword)\": [\(next), \(next)]}"
        }
        let schema = try compile(
            "{\"$ref\": \"#/$defs/d0\", \"$defs\": {\(steps.joined(separator: ", ")), \"d60\": {\"type\": \"string\"}}}"
        )
        var options = ValidationOptions()
        options.steps = 100_000
        #expect(schema.validate(try read(document).root, options: options).map(\.keyword) == [refusal])
    }

    @Test("Alternatives in alternatives, 25 levels deep, are explained in one finding")
    func nestedAlternatives() throws {
        let schema = try compile(
            """
            {"oneOf": [
                {"type": "array", "items": {"$ref": "#"}},
                {"type": "array", "prefixItems": [{"$ref": "#"}], "items": {"$ref": "#"}, "minItems": 3},
                {"type": "string"}]}
            """)
        let document = String(repeating: "[", count: 25) + "1" + String(repeating: "]", count: 25)
        let failures = schema.validate(try read(document).root)
        #expect(failures.count == 1)
    }

    @Test("Long lists of values, keys and items")
    func longLists() throws {
        let names = (0..<50_000).map { "\"v\($0)\"" }.joined(separator: ", ")
        let values = try compile("{\"enum\": [\(names)]}")
        #expect(values.accepts(try read("\"v49999\"").root))
        let failure = try #require(try compile("{\"enum\": [\(names)]}").validate(try read("\"w1\"").root).first)
        #expect(failure.message.utf8.count < 400)
        let required = try compile("{\"required\": [\(names)]}")
        #expect(required.validate(try read("{}").root).count == 1_000)
        let unique = try compile("{\"uniqueItems\": true}")
        #expect(unique.accepts(try read("[\(names)]").root))
        #expect(unique.validate(try read("[\(names), \"v7\"]").root).map(\.message) == ["[50000] repeats [7]"])
    }

    @Test("200,000 definitions: what is reached is compiled, and the limit is a clear error")
    func manyDefinitions() throws {
        let definitions = (0..<200_000).map { "\"d\($0)\": {\"$ref\": \"#/$defs/d\($0 + 1)\"}" }
        let text =
            "{\"$defs\": {\(definitions.joined(separator: ",\n")), \"d200000\": true}, \"$ref\": \"#/$defs/d199990\"}"
        #expect(try compile(text).accepts(try read("1").root))
        var options = SchemaOptions()
        options.schemas = 5
        do {
            _ = try compile(text, options: options)
            Issue.record("compiled")
        } catch let errors as SchemaErrors {
            #expect(errors.first.kind == .limit)
            #expect(errors.message == "the schema has more than 5 subschemas")
            #expect(errors.location != nil)
        }
    }

    @Test("A schema with thousands of mistakes tells of the first hundred")
    func manyMistakes() throws {
        let properties = (0..<3_000).map { "\"p\($0)\": {\"type\": \"strng\", \"$ref\": \"#/$defs/x\($0)\"}" }
        let text = "{\"properties\": {\(properties.joined(separator: ", "))}, \"$defs\": {\"y\": true}}"
        #expect(try check(text).count == 100)
        let loops = Array(repeating: "{\"$ref\": \"#\"}", count: 3_000).joined(separator: ", ")
        #expect(try check("{\"allOf\": [\(loops)]}").count == 20)
    }

    @Test("Enormous numbers")
    func numbers() throws {
        #expect(try check("{\"maximum\": 1e1000000000}").map(\.kind) == [.badKeyword])
        #expect(try check("{\"maxLength\": 1e1000000000}").map(\.kind) == [.badKeyword])
        let schema = try compile("{\"multipleOf\": 1e-999999, \"minimum\": 1e999999, \"maxLength\": 1e400}")
        #expect(
            schema.validate(try read("1").root).map(\.message) == ["the document is 1; it must be at least 1e999999"])
        #expect(schema.accepts(try read("1e999999").root))
        #expect(
            try compile("{\"type\": \"number\"}").validate(try read("1e1000000000").root).map(\.message) == [
                "the document must be a number, but is 1e1000000000, which is not a number that can be compared"
            ])
    }
}
