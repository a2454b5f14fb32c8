import Foundation
import SourceText
import Testing
import YAMLDocuments

@testable import SchemaValidation

/// The drafts: recognised by `$schema`, each read in its own way.
struct DialectTests {
    @Test(
        "A draft is known by its URI, however it is spelt",
        arguments: [
            ("http://json-schema.org/draft-04/schema#", SchemaDraft.draft4),
            ("http://json-schema.org/draft-04/schema", .draft4),
            ("https://json-schema.org/draft-04/schema#", .draft4),
            ("http://json-schema.org/draft-06/schema#", .draft6),
            ("https://json-schema.org/draft-07/schema", .draft7),
            ("https://json-schema.org/draft/2019-09/schema", .draft2019),
            ("http://json-schema.org/draft/2020-12/schema#", .draft2020),
        ])
    func uris(uri: String, draft: SchemaDraft) {
        #expect(SchemaDraft(uri: URIReference(uri)) == draft)
    }

    private func accepts(_ document: String, _ draft: SchemaDraft, _ schema: String) throws -> Bool {
        try Judgement.failures(document, under: "$schema: \(draft.uri)\n\(schema)").isEmpty
    }

    @Test("What differs between the drafts")
    func differences() throws {
        #expect(try !accepts("1.0", .draft4, "type: integer"))
        #expect(try accepts("1", .draft4, "type: integer"))
        #expect(try accepts("1.0", .draft6, "type: integer"))
        #expect(try !accepts("3", .draft4, "{minimum: 3, exclusiveMinimum: true}".unbraced))
        #expect(try accepts("3", .draft4, "{minimum: 3, exclusiveMinimum: false}".unbraced))
        #expect(try !accepts("3", .draft6, "exclusiveMinimum: 3"))
        #expect(try accepts("x", .draft4, "const: y"))
        #expect(try !accepts("x", .draft6, "const: y"))
        #expect(try accepts("x", .draft6, "if: true\nthen: false"))
        #expect(try !accepts("x", .draft7, "if: true\nthen: false"))
        #expect(try !accepts("[1, x]", .draft2019, "items: [true, {type: integer}]"))
        #expect(try !accepts("[1, 2]", .draft2019, "items: [true]\nadditionalItems: false"))
        #expect(try !accepts("{a: 1}", .draft2019, "dependentRequired: {a: [b]}"))
        #expect(try accepts("{a: 1}", .draft7, "dependentRequired: {a: [b]}"))
        #expect(try !accepts("{a: 1}", .draft7, "dependencies: {a: [b]}"))
        #expect(try !accepts("{a: 1}", .draft2020, "dependencies: {a: {required: [b]}}"))
        // Beside $ref nothing counts up to draft-07.
        let reference = "definitions: {a: {type: string}}\n$ref: '#/definitions/a'\nmaxLength: 1"
        #expect(try accepts("long", .draft7, reference))
        #expect(try !accepts("long", .draft2019, reference))
        // In 2019-09 `contains` evaluates nothing.
        let contains = "contains: {type: integer}\nunevaluatedItems: false"
        #expect(try !accepts("[1]", .draft2019, contains))
        #expect(try accepts("[1]", .draft2020, contains))
        // Formats that a draft does not define only annotate.
        #expect(try accepts("x", .draft6, "format: date"))
        #expect(try !accepts("x", .draft7, "format: date"))
    }

    @Test("Each resource is read in its own draft")
    func mixedDrafts() throws {
        let schema = """
            $schema: https://json-schema.org/draft/2020-12/schema
            properties: {a: {$ref: old.json}}
            $defs:
              old: {$id: old.json, $schema: 'http://json-schema.org/draft-07/schema#', items: [true, false]}
            """
        #expect(try Judgement.failures("a: [1]", under: schema).isEmpty)
        #expect(try Judgement.failures("a: [1, 2]", under: schema).map(\.path.description) == ["a[1]"])
    }

    @Test("The metaschema of every draft describes itself, and refuses what is wrong", arguments: SchemaDraft.allCases)
    func metaschemas(draft: SchemaDraft) throws {
        let schema = try SchemaCompiler.compile(draft.uri, in: SchemaRegistry())
        let key = SchemaDraft.canonicalKey(URIReference(draft.uri))
        let own = try #require(Metaschema.document(for: key))
        #expect(schema.validate(own.root).map(\.message) == [])
        #expect(SchemaCompiler.check(draft.uri, in: SchemaRegistry()).map(\.message) == [])
        #expect(SchemaChecker.forms(of: draft) != nil)
        #expect(!schema.accepts(try Judgement.document("properties: {a: {type: text}}")))
        #expect(!schema.accepts(try Judgement.document("minLength: -1")))
    }

    @Test("Every keyword has one row, in the order of the keywords")
    func table() {
        #expect(KeywordTable.rows.map(\.keyword) == Keyword.allCases)
        #expect(Set(KeywordTable.rows.map(\.name)).count == Keyword.allCases.count)
        #expect(KeywordTable.keyword(Array("additionalProperties".utf8)[...]) == .additionalProperties)
        #expect(KeywordTable.keyword(Array("additionalproperties".utf8)[...]) == nil)
    }

    /// Official schemas that people validate with, where they are: written in draft-04 and draft-07.
    @Test("Official schemas compile, and nothing but one real mistake is found in them")
    func officialSchemas() throws {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("../shared/conformance/export-schemas").standardizedFileURL
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
            $0.hasSuffix(".json")
        }
        guard !names.isEmpty else { return print("Official schemas: skipped, \(folder.path) is not there") }
        var registry = SchemaRegistry()
        for name in names {
            let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data()
            let stream = JSONReader.read(SourceFile(path: name, bytes: Array(data)))
            if let document = stream.documents.first { registry.add(document, uri: name) }
        }
        var doubts: [String] = []
        for name in names.sorted() {
            _ = try SchemaCompiler.compile(name, in: registry)
            doubts += SchemaCompiler.check(name, in: registry).map(\.message)
        }
        #expect(doubts.allSatisfy { $0 == "type is ignored beside $ref in draft-07" }, "\(doubts)")
    }
}

extension String {
    /// The entries of a flow mapping, one a line, to stand under another entry.
    fileprivate var unbraced: String { dropFirst().dropLast().split(separator: ", ").joined(separator: "\n") }
}
