import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// What is wrong or doubtful in a schema: all of it at once, each where it is, with what was meant.
struct SchemaProblemTests {
    private let wrong = """
        type: strng
        requird: [a]
        properties:
          a: {type: int, minimum: "3"}
          b: {type: [string, any], required: true}
          c: {pattern: '^(a|b$'}
          d: {$ref: '#/$defs/nme'}
          e: {items: [{type: string}]}
          f: {exclusiveMinimum: true, minLength: -3}
          g: 7
          h: {enum: x, allOf: []}
          naem: {required: [fisrt], properties: {first: {}}}
        additionalproperties: false
        $defs:
          name: {$anchor: one}
          other: {$anchor: one}
        """

    @Test("All mistakes and doubts, in the order of the document")
    func everything() throws {
        let types = "allowed are array, boolean, integer, null, number, object, string"
        #expect(
            try Judgement.problems(wrong) == [
                "1:7 «strng» type is \"strng\"; \(types), or a list; did you mean string?",
                "2:1 «requird» unknown keyword \"requird\" has no effect; did you mean \"required\"?",
                "4:13 «int» type is \"int\"; \(types), or a list",
                "4:27 «\"3\"» minimum must be a number, but is the text \"3\"",
                "5:22 «any» type[1] is \"any\"; \(types)",
                "5:38 «true» required must be a list, but is true",
                "6:23 «'» the pattern ^(a|b$ has a ( without a ) (at its end)",
                "7:13 «'#/$defs/nme'» \"#/$defs/nme\" leads nowhere: there is no \"nme\"; did you mean \"name\"?",
                "8:14 «[{type: string}]» items must be one schema, but is a list",
                "9:25 «true» exclusiveMinimum must be a number, but is true",
                "9:42 «-3» minLength is -3; it must be at least 0",
                "10:6 «7» properties.g must be a schema (a mapping, true or false), but is the number 7",
                "11:13 «x» enum must be a list, but is the text \"x\"",
                "11:23 «[]» allOf must not be empty",
                "12:21 «fisrt» required asks for \"fisrt\", which properties does not describe; "
                    + "did you mean \"first\"?",
                "13:1 «additionalproperties» unknown keyword \"additionalproperties\" has no effect; "
                    + "did you mean \"additionalProperties\"?",
                "16:20 «one» the anchor \"one\" is used twice",
            ])
    }

    @Test("Compiling throws the errors among them, all at once")
    func errors() throws {
        let errors = try Judgement.errors(wrong)
        #expect(errors.count == 14)
        #expect(errors.allSatisfy { $0.severity == .error && $0.location != nil && !$0.mend.isEmpty })
        let duplicate = try #require(errors.last)
        #expect(duplicate.kind == .duplicateIdentifier)
        #expect(duplicate.related.map(\.location.label) == ["schema.yaml:15:9"])
    }

    @Test(
        "What to do about it",
        arguments: [
            ("type: int", "Write integer."),
            ("type: any", "Leave `type` out: then every type is allowed."),
            ("type: date", "Write `type: string` and `format: date`."),
            (
                "required: true",
                "List the required keys in the schema of the mapping that has them, as `required: [name]`."
            ),
            ("items: [true]", "Write `prefixItems` for a list of schemas, or declare an older draft with $schema."),
            ("exclusiveMinimum: true", "Write the number here, in place of `minimum`."),
            ("not: 3", "Write a mapping of keywords, such as `type: string`; true allows every value."),
            (
                "$defs: {name: {}}\n$ref: '#/$defs/nme'",
                "Write \"name\" in place of \"nme\": it is at schema.yaml:1:9."
            ),
            ("$defs: {a: {$anchor: name}}\n$ref: '#nam'", "Write \"#name\"."),
            ("$defs: {a: {}}\n$ref: '#a'", "Write \"#/$defs/a\"."),
            (
                "$schema: https://json-schema.org/draft/2020-21/schema",
                "Write `https://json-schema.org/draft/2020-12/schema`, or give the metaschema as a further schema."
            ),
            ("maximum: 1e1000000000", "Write a finite number with an exponent of at most 1000000."),
        ])
    func mends(schema: String, mend: String) throws {
        #expect(try Judgement.error(schema)?.mend == mend)
    }

    @Test(
        "What has no effect",
        arguments: [
            ("then: true", "then has no effect without if"),
            ("minContains: 2", "minContains has no effect without contains"),
            ("additionalItems: false", "additionalItems has no effect in 2020-12"),
            ("$recursiveRef: '#'", "$recursiveRef has no effect in 2020-12"),
            ("id: x", "id has no effect in 2020-12"),
            (
                "$schema: http://json-schema.org/draft-07/schema#\nprefixItems: [true]",
                "prefixItems has no effect in draft-07"
            ),
            (
                "$schema: http://json-schema.org/draft-07/schema#\n$ref: '#/definitions/a'\nminimum: 1\ndefinitions: {a: true}",
                "minimum is ignored beside $ref in draft-07"
            ),
            ("$schema: http://json-schema.org/draft-04/schema#\nif: {}", "if has no effect in draft-04"),
        ])
    func idle(schema: String, message: String) throws {
        var registry = SchemaRegistry()
        registry.add(try Judgement.document(schema).document, uri: "s")
        let problems = SchemaCompiler.check("s", in: registry)
        #expect(problems.map(\.message) == [message])
        #expect(problems.map(\.severity) == [.warning])
        _ = try SchemaCompiler.compile("s", in: registry)
    }

    @Test(
        "Names of one's own are left alone",
        arguments: [
            "x-type: 1", "markdownDescription: x", "example: 1", "version: 2", "properties: {typ: {}, requird: {}}",
            "enum: [{typ: x}]", "default: {requird: 1}", "$schema: http://json-schema.org/draft-07/schema#\n$defs: {}",
            "properties: {id: {type: string}}", "$comment: x\ndeprecated: true",
        ])
    func customary(schema: String) throws {
        #expect(try Judgement.problems(schema) == [])
    }

    @Test("The place inside a pattern is shown where it is written without escapes")
    func patternPlace() throws {
        #expect(
            try Judgement.problems("pattern: a**b") == [
                "1:12 «*» the pattern a**b has a * with nothing before it to repeat (at character 3)"
            ])
        #expect(try Judgement.problems("pattern: \"\\u0028\"").map { $0.prefix(4) } == ["1:10"])
    }

    @Test("A loop of references names its steps, also where nothing leads to it")
    func loop() throws {
        let schema = """
            $defs:
              a: {$ref: '#/$defs/b'}
              b: {allOf: [{$ref: '#/$defs/a'}]}
            """
        #expect(
            try Judgement.problems(schema) == [
                "2:13 «'#/$defs/b'» the schema refers to itself without a step into the document: "
                    + "\"#/$defs/b\" → \"#/$defs/a\""
            ])
        #expect(try Judgement.errors(schema).isEmpty, "nothing leads there")
        #expect(try Judgement.errors(schema + "\n$ref: '#/$defs/a'").map(\.kind) == [.loop])
    }

    @Test(
        "Loops are found wherever they lead through",
        arguments: [
            "$ref: '#'", "not: {$ref: '#'}", "anyOf: [{type: string}, {$ref: '#'}]", "if: {$ref: '#'}",
            "if: true\nelse: {$ref: '#'}", "dependentSchemas: {a: {$ref: '#'}}",
            "allOf: [{anyOf: [{$ref: '#'}, {$ref: '#'}]}]",
        ])
    func loops(schema: String) throws {
        #expect(try Judgement.errors(schema).allSatisfy { $0.kind == .loop && $0.location != nil })
        #expect(try !Judgement.errors(schema).isEmpty)
    }
}

/// Metaschemas of somebody's own.
struct OwnMetaschemaTests {
    private let metaschema = """
        $schema: https://json-schema.org/draft/2020-12/schema
        $id: https://example.org/our-schemas
        allOf: [{$ref: 'https://json-schema.org/draft/2020-12/schema'}]
        required: [description]
        """

    @Test("What it asks for beyond the draft is checked as well")
    func ownRequirements() throws {
        let schema = "$schema: https://example.org/our-schemas\ntype: strng"
        #expect(
            try Judgement.problems(schema, with: ["meta.yaml": metaschema]) == [
                "1:1 «$schema» description is required",
                "2:7 «strng» type is \"strng\"; allowed are array, boolean, integer, null, number, object, string, "
                    + "or a list; did you mean string?",
            ])
    }

    @Test("A schema and its doubts come from one reading, mistakes in unreached parts among them")
    func compileAndCheck() throws {
        var registry = SchemaRegistry()
        let text = "type: string\nmaxlength: 3\n$defs: {a: {type: strng}}"
        registry.add(try Judgement.document(text).document, uri: "s")
        let (schema, doubts) = try SchemaCompiler.compileAndCheck("s", in: registry)
        #expect(!schema.accepts(try Judgement.document("1")))
        #expect(doubts.map(\.severity) == [.warning, .error])
        #expect(doubts.map { $0.location?.position?.line } == [2, 3])
    }
}
