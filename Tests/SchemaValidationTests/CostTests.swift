import SchemaValidation
import Testing
import YAMLDocuments

/// What would take for ever ends, as a failure: a gate that cannot judge does not let through.
struct CostTests {
    /// Where a dynamic reference leads is only known when a document is judged.
    @Test("A loop through a dynamic reference ends")
    func dynamicLoop() throws {
        let schema = "$dynamicAnchor: x\nif: {$dynamicRef: '#x'}\nthen: false"
        let failures = try Judgement.compile(schema).validate(try Judgement.document("a: 1"))
        #expect(failures.count == 1)
        #expect(failures.first?.message.contains("refers to itself without end") == true)
    }

    @Test("Recursion into the document is no loop")
    func recursion() throws {
        let schema = "type: object\nadditionalProperties: {$ref: '#'}"
        #expect(try Judgement.failures("a: {b: {c: {}}}", under: schema).isEmpty)
        #expect(try Judgement.failures("a: {b: {c: 1}}", under: schema).map(\.path.description) == ["a.b.c"])
    }

    @Test("Alternatives inside alternatives are bounded")
    func exponential() throws {
        let schema = """
            anyOf:
              - {type: string}
              - {type: object, properties: {a: {$ref: '#'}}}
              - {type: object, properties: {a: {$ref: '#'}}}
            """
        let document = String(repeating: "{a: ", count: 40) + "1" + String(repeating: "}", count: 40)
        var options = ValidationOptions()
        options.steps = 1_000
        let failures = try Judgement.compile(schema).validate(try Judgement.document(document), options: options)
        #expect(failures.count == 1)
        #expect(failures.first?.message.contains("too many steps") == true)
    }

    @Test("The number of failures is limited")
    func manyFailures() throws {
        let document = (0..<3_000).map { "key\($0): x" }.joined(separator: "\n")
        let schema = try Judgement.compile(
            "properties: {\((0..<50).map { "name\($0): {}" }.joined(separator: ", "))}"
                + "\nadditionalProperties: false")
        #expect(schema.validate(try Judgement.document(document)).count == 1_000)
        let strict = try Judgement.compile("additionalProperties: {type: integer}")
        #expect(strict.validate(try Judgement.document(document)).count == 1_000)
    }

    @Test("A pathological pattern is judged in linear time, or is a failure at the text, but never a hang")
    func pattern() throws {
        let text = String(repeating: "a", count: 60) + "!"
        func failures(_ pattern: String) throws -> [SchemaFailure] {
            try Judgement.failures("name: \(text)", under: "properties: {name: {pattern: '\(pattern)'}}")
        }
        let judged = try failures("^(a+)+$")
        #expect(judged.count == 1)
        #expect(judged.first?.message.hasSuffix("it must match the pattern ^(a+)+$") == true)
        // Lookaround needs backtracking.
        let costly = try failures("^(?=(a+)+$)a")
        #expect(costly.count == 1)
        #expect(costly.first?.path.description == "name")
        #expect(costly.first?.message == "name cannot be judged: the pattern ^(?=(a+)+$)a is too costly for this text")
    }

    @Test("Branches inside branches beside unevaluatedProperties do not multiply when a schema is compiled")
    func closing() throws {
        let levels = (0..<12).map { level in
            let branches = (0..<20).map { _ in "{$ref: '#/$defs/d\(level + 1)'}" }.joined(separator: ", ")
            return "  d\(level): {anyOf: [\(branches)]}"
        }
        let schema = "$ref: '#/$defs/d0'\nproperties: {a: {}}\nunevaluatedProperties: false\n$defs:\n"
        let compiled = try Judgement.compile(schema + levels.joined(separator: "\n") + "\n  d12: {type: object}\n")
        var options = ValidationOptions()
        options.steps = 10_000
        #expect(!compiled.accepts(try Judgement.document("{b: 1}"), options: options))
    }

    @Test("A long chain of references does not overflow the stack")
    func chain() throws {
        let definitions = (0..<5_000).map { "  d\($0): {$ref: '#/$defs/d\($0 + 1)'}" }.joined(separator: "\n")
        let schema = "$ref: '#/$defs/d0'\n$defs:\n\(definitions)\n  d5000: {type: string}\n"
        #expect(try Judgement.compile(schema).validate(try Judgement.document("x")).count == 1)
    }

    /// 150 references for each of 2 and of 60 levels: the first is judged and explained, the second is too deep.
    @Test(
        "Depth of document times depth of schema does not overflow the stack", arguments: [(2, "type"), (60, "$ref")])
    func depth(levels: Int, keyword: String) throws {
        let definitions = (0..<150).map { "  d\($0): {$ref: '#/$defs/d\($0 + 1)'}" }.joined(separator: "\n")
        let schema = try Judgement.compile(
            """
            $ref: '#/$defs/d0'
            $defs:
            \(definitions)
              d150: {type: object, properties: {a: {$ref: '#/$defs/d0'}}}
            """)
        let document = String(repeating: "{a: ", count: levels) + "1" + String(repeating: "}", count: levels)
        #expect(schema.validate(try Judgement.document(document)).map(\.keyword) == [keyword])
    }
}
