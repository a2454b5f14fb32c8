import SchemaValidation
import SourceText
import Synchronization
import Testing
import YAMLDocuments

/// Where references lead: embedded, given, or what a resolver answers. Never a network.
struct ReferenceTests {
    private func compile(_ schema: String, resolver: @escaping SchemaRegistry.Resolver) throws -> CompiledSchema {
        var registry = SchemaRegistry(resolver: resolver)
        let document = try Judgement.document(schema, path: "schemas/main.yaml").document
        registry.add(document, uri: "file:///work/schemas/main.yaml")
        return try SchemaCompiler.compile("file:///work/schemas/main.yaml", in: registry)
    }

    private struct NoPermission: Error, CustomStringConvertible {
        let description = "you may not read it"
    }

    @Test("The resolver is asked for the complete URI of a neighbour, once")
    func resolver() throws {
        let asked = Mutex<[String]>([])
        let schema = try compile(
            "properties: {a: {$ref: '../common.yaml#/$defs/port'}, b: {$ref: '../common.yaml#/$defs/name'}}"
        ) { uri in
            asked.withLock { $0.append(uri) }
            return try Judgement.document(
                "$defs: {port: {type: integer}, name: {$ref: other.yaml}}", path: "common.yaml"
            ).document
        }
        #expect(asked.withLock { $0 } == ["file:///work/common.yaml", "file:///work/other.yaml"])
        #expect(schema.accepts(try Judgement.document("a: 80")))
        #expect(!schema.accepts(try Judgement.document("a: x")))
    }

    @Test("What the resolver does not have is an error at the reference")
    func notFound() throws {
        #expect(throws: SchemaErrors.self) { try compile("$ref: missing.yaml") { _ in nil } }
        do {
            _ = try compile("$ref: secret.yaml") { _ in throw NoPermission() }
            Issue.record("compiled")
        } catch let errors as SchemaErrors {
            #expect(errors.message == "file:///work/schemas/secret.yaml cannot be read: you may not read it")
            #expect(errors.location?.label == "schemas/main.yaml:1:7")
        }
    }

    @Test("Given and embedded documents are not asked for")
    func known() throws {
        let schema = try compile("$ref: https://json-schema.org/draft/2020-12/schema") { uri in
            Issue.record("asked for \(uri)")
            return nil
        }
        #expect(!schema.accepts(try Judgement.document("type: 1")))
    }

    @Test("A mistake in a neighbour is shown there")
    func errorInNeighbour() throws {
        do {
            _ = try compile("$ref: common.yaml") { _ in
                try Judgement.document("type: text", path: "schemas/common.yaml").document
            }
            Issue.record("compiled")
        } catch let errors as SchemaErrors {
            #expect(errors.location?.label == "schemas/common.yaml:1:7")
        }
    }

    @Test("Nothing is fetched, and the error says how to give the schema")
    func network() throws {
        let error = try #require(try Judgement.error("$ref: https://example.org/x.json"))
        #expect(
            error.message
                == "\"https://example.org/x.json\" leads to https://example.org/x.json, which is not among the given "
                + "schemas, and nothing is fetched")
        #expect(error.mend.contains("--schema-ref"))
    }

    @Test("A schema that is given under another name answers by its $id")
    func byIdentifier() throws {
        let other = "$id: https://example.org/x.json\ntype: string"
        let schema = try Judgement.compile("$ref: https://example.org/x.json", with: ["saved.yaml": other])
        #expect(!schema.accepts(try Judgement.document("1")))
    }

    @Test("Of two documents with one $id both are named")
    func sameIdentifier() throws {
        let other = "$id: https://example.org/x.json"
        let error = try Judgement.error(
            "allOf: [{$ref: a.yaml}, {$ref: b.yaml}]", with: ["a.yaml": other, "b.yaml": other])
        #expect(error?.kind == .duplicateIdentifier)
        #expect(Set([error?.location?.path, error?.related.first?.location.path]) == ["a.yaml", "b.yaml"])
    }

    @Test("A near name of another given schema is suggested")
    func nearDocument() throws {
        let error = try Judgement.error("$ref: comon.yaml", with: ["common.yaml": "true"])
        #expect(error?.mend == "Refer to common.yaml.")
    }
}
