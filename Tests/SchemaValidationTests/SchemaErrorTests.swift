import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// A wrong schema is an error with a place, never a hang or a crash.
struct SchemaErrorTests {
    @Test(
        "Wrong schemas",
        arguments: [
            ("type: text", SchemaError.Kind.badKeyword, 7),
            ("minLength: -1", .badKeyword, 12),
            ("minLength: 1.5", .badKeyword, 12),
            ("multipleOf: 0", .badKeyword, 13),
            ("required: name", .badKeyword, 11),
            ("properties: []", .badKeyword, 13),
            ("items: [true]", .badKeyword, 8),
            ("allOf: []", .badKeyword, 8),
            ("not: maybe", .badKeyword, 6),
            ("pattern: '(a'", .badPattern, 13),
            ("pattern: a)b", .badPattern, 11),
            ("patternProperties: {'[': true}", .badPattern, 23),
            ("$ref: '#/$defs/none'", .unresolvable, 7),
            ("$ref: '#none'", .unresolvable, 7),
            ("$ref: other.yaml", .unresolvable, 7),
            ("$ref: https://example.org/x", .unresolvable, 7),
            ("$schema: http://json-schema.org/draft-03/schema#", .unknownDialect, 10),
            ("$defs: {a: {$anchor: x}, b: {$anchor: x}}", .duplicateIdentifier, 39),
            ("$defs: {a: {$id: x}, b: {$id: x}}", .duplicateIdentifier, 31),
            ("[]", .badKeyword, 1),
        ])
    func wrongSchema(text: String, kind: SchemaError.Kind, column: Int) throws {
        let error = try #require(try Judgement.error(text))
        #expect(error.kind == kind, "\(error)")
        #expect(error.location?.position?.column == column, "\(error)")
    }

    @Test("References lead to the documents that were given, relative to their place")
    func references() throws {
        let common = "$defs: {name: {type: string}}"
        let schema = try Judgement.compile("$ref: common.yaml#/$defs/name", with: ["common.yaml": common])
        #expect(schema.accepts(try Judgement.document("x")))
        #expect(!schema.accepts(try Judgement.document("1")))
    }

    @Test("An error in another document has its place there")
    func errorElsewhere() throws {
        let error = try Judgement.error("$ref: common.yaml", with: ["common.yaml": "type: text"])
        #expect(error?.location?.path == "common.yaml")
    }

    @Test("A schema under a fragment can be compiled by itself")
    func fragment() throws {
        var registry = SchemaRegistry()
        registry.add(try Judgement.document("$defs: {port: {type: integer}}").document, uri: "file:///s/common.json")
        let schema = try SchemaCompiler.compile("file:///s/common.json#/$defs/port", in: registry)
        #expect(schema.accepts(try Judgement.document("80")))
        #expect(!schema.accepts(try Judgement.document("x")))
    }

    @Test("Formats are annotations when the options say so")
    func formatOption() throws {
        var options = SchemaOptions()
        options.assertsFormats = false
        #expect(try Judgement.compile("format: date", options: options).accepts(try Judgement.document("x")))
        #expect(try !Judgement.compile("format: date").accepts(try Judgement.document("x")))
    }

    @Test("The number of subschemas is limited")
    func limit() throws {
        var options = SchemaOptions()
        options.schemas = 3
        #expect(throws: SchemaErrors.self) {
            try Judgement.compile("allOf: [true, true, true]", options: options)
        }
    }
}
