import Testing
import YAMLDocuments

@testable import SchemaValidation

/// What the evaluator does differently for speed must not change what is valid.
struct EvaluationTests {
    private func isValid(_ document: String, _ schema: String) throws -> Bool {
        let compiled = try Judgement.compile(schema)
        let root = try Judgement.document(document)
        let accepts = compiled.accepts(root)
        #expect(compiled.validate(root).isEmpty == accepts)
        return accepts
    }

    /// The first three are closed when the schema is compiled, the others when a document is judged.
    @Test(
        "unevaluatedProperties beside what evaluates nothing new, and beside what does",
        arguments: [
            ("properties: {a: {}}", false),
            ("properties: {a: {}}\nif: {properties: {a: {const: 1}}, required: [a]}\nthen: {required: [a]}", false),
            (
                "properties: {a: {}}\nallOf: [{$ref: '#/$defs/r'}]\n$defs: {r: {required: [a], properties: {a: {}}}}",
                false
            ),
            ("properties: {a: {}}\nallOf: [{$ref: '#/$defs/r'}]\n$defs: {r: {properties: {b: {}}}}", true),
            ("properties: {a: {}}\nif: {properties: {b: {const: 1}}}\nthen: true", true),
            ("properties: {a: {}}\nanyOf: [{patternProperties: {'^b': {}}}, {properties: {c: {}}}]", true),
            ("properties: {a: {}}\nif: {required: [a]}\nthen: {additionalProperties: true}", true),
            ("properties: {a: {}}\nallOf: [{$ref: '#/$defs/r'}]\n$defs: {r: {unevaluatedProperties: true}}", true),
            ("properties: {a: {}}\ndependentSchemas: {a: {properties: {b: {}}}}", true),
        ])
    func closed(keywords: String, acceptsB: Bool) throws {
        let schema = keywords + "\nunevaluatedProperties: false"
        #expect(try isValid("{a: 1}", schema))
        #expect(try isValid("{a: 1, b: 1}", schema) == acceptsB)
        #expect(try !isValid("{a: 1, z: 1}", schema) || keywords.contains("true"))
    }

    @Test("A closed schema counts as evaluated for the schema that refers to it")
    func closedInside() throws {
        let schema = """
            allOf: [{$ref: '#/$defs/r'}]
            unevaluatedProperties: false
            $defs: {r: {properties: {a: {}}, unevaluatedProperties: {type: integer}}}
            """
        #expect(try isValid("{a: x, b: 1}", schema))
        #expect(try !isValid("{a: x, b: x}", schema))
    }

    @Test("Mappings and sequences with more children than a machine word has bits", arguments: [63, 64, 65, 130])
    func many(count: Int) throws {
        let entries = (0..<count).map { "k\($0): 1" }
        let schema = """
            anyOf: [{patternProperties: {'^k[0-9]+$': {}}}, {patternProperties: {'^none$': {}}}]
            unevaluatedProperties: false
            """
        #expect(try isValid("{\(entries.joined(separator: ", "))}", schema))
        #expect(try !isValid("{\((entries + ["other: 1"]).joined(separator: ", "))}", schema))

        let items = [String](repeating: "1", count: count)
        let list = "anyOf: [{contains: {const: 1}}, {contains: {const: 9}}]\nunevaluatedItems: {const: x}"
        #expect(try isValid("[\((items + ["x"]).joined(separator: ", "))]", list))
        #expect(try !isValid("[\((items + ["y"]).joined(separator: ", "))]", list))
    }

    @Test("A reference to a reference to a reference, and one that never arrives")
    func references() throws {
        let schema = """
            properties: {a: {$ref: '#/$defs/x'}}
            $defs: {x: {$ref: '#/$defs/y'}, y: {$ref: '#/$defs/z'}, z: {type: integer}}
            """
        #expect(try isValid("a: 1", schema))
        #expect(try !isValid("a: x", schema))
    }

    @Test("Equal mappings in another order, small and large", arguments: [3, 40])
    func equality(count: Int) throws {
        let entries = (0..<count).map { "k\($0): [\($0), {v: \($0).0}]" }
        let document = "[{\(entries.joined(separator: ", "))}, {\(entries.reversed().joined(separator: ", "))}]"
        #expect(try !isValid(document, "uniqueItems: true"))
        let other = document.replacing("k1: [1, {v: 1.0}]", with: "k1: [1, {v: 2}]", maxReplacements: 1)
        #expect(try isValid(other, "uniqueItems: true"))
    }

    @Test("Formats that are recognised quickly are those that are accepted slowly", arguments: Format.allCases)
    func formats(format: Format) {
        let texts = [
            "2026-08-30", "2026-02-29", "2026-02-28", "2026-13-01", "2026-00-10", "2026-1-011", "20x6-01-01",
            "2026-08-30T10:00:00Z", "2026-08-30T24:00:00Z", "2026-08-30t10:00:00z", "2026-08-30 10:00:00Z",
            "2026-08-30T10:00:60Z", "2026-08-30T10:00:00+02:00",
            "2026-08-30T10:00:00-23:59", "2026-08-30T10:00:00+24:00", "2026-08-30T10:00:00+02:60",
            "2026-08-30T10:00:00x02:00", "2026-08-30T10:00:00+02-00", "https://example.org",
            "https://example.org/a/b-c_d.md", "https://", "http://x/ y",
            "https://example.org:80/", "https:///a", "http://a/é", "ftp://example.org/a", "https://-", "http://a..b/",
        ]
        for text in texts {
            let isQuick = BorrowedText.lend(Array(text.utf8)[...]) { format.surelyAccepts($0) }
            if isQuick { #expect(format.accepts(text), "\(format.rawValue) \(text)") }
        }
    }
}

/// Machine words against decimals of any size.
struct ScaledDecimalTests {
    private static let texts = [
        "0", "-0", "1", "-1", "+7", "10", "1.0", "1.50", "-2.25", "0.1", ".5", "5.", "100000000000000000",
        "999999999999999999", "-999999999999999999", "1000000000000000000", "0.000000000000000001",
        "123456789.123456789", "0.30", "3", "0.05", "12345678901234567890", "1e3", "0x1F",
    ]

    @Test("Order, wholeness and multiples are those of decimals", arguments: texts)
    func agree(text: String) throws {
        let number = try #require(DecimalNumber(yaml: Array(text.utf8)[...]))
        let scaled = BorrowedText.lend(Array(text.utf8)[...]) { ScaledDecimal($0) }
        guard let scaled else { return }
        #expect(scaled.isInteger == number.isInteger)
        for other in Self.texts {
            let decimal = try #require(DecimalNumber(yaml: Array(other.utf8)[...]))
            guard let limit = ScaledDecimal(decimal) else { continue }
            if let order = scaled.compared(with: limit) {
                #expect(order == (number < decimal ? -1 : number == decimal ? 0 : 1), "\(text) and \(other)")
            }
            if !decimal.isZero, let answer = scaled.isMultiple(of: limit) {
                #expect(answer == number.isMultiple(of: decimal), "\(text) by \(other)")
            }
        }
    }

    @Test("What is no plain number, or too long, is left to decimals")
    func refused() {
        for text in ["", "-", ".", "1e3", "0x1F", "1.2.3", ".inf", "1234567890123456789", "1_000"] {
            #expect(BorrowedText.lend(Array(text.utf8)[...]) { ScaledDecimal($0) } == nil, "\(text)")
        }
    }
}
