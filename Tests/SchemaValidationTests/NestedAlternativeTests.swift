import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// Alternatives inside alternatives, and conditions beside them: still one finding for each mistake, about the form
/// that was meant.
struct NestedAlternativeTests {
    private let condition = """
        $defs:
          condition:
            oneOf:
              - type: object
                required: [all]
                properties: {all: {type: array, items: {$ref: '#/$defs/condition'}}}
                additionalProperties: false
              - type: object
                required: [any]
                properties: {any: {type: array, items: {$ref: '#/$defs/condition'}}}
                additionalProperties: false
              - type: object
                required: [metric, op, value]
                properties: {metric: {type: string}, op: {enum: ['>', '<', '>=']}, value: {type: number}}
                additionalProperties: false
        $ref: '#/$defs/condition'
        """

    @Test(
        "A form that holds itself: the mistake is found at any depth",
        arguments: [
            (
                "all: [{any: [{metric: a, op: '=>', value: 1}]}]",
                ["1:30 «'=>'» op is \"=>\"; allowed are >, <, >=; did you mean >?"]
            ),
            (
                "all: [{any: [{metric: a, op: '>', valeu: 1}]}]",
                ["1:35 «valeu» unknown key \"valeu\"; did you mean \"value\"?"]
            ),
            ("all: [{ayn: []}]", ["1:8 «ayn» unknown key \"ayn\"; did you mean \"any\"?"]),
            (
                "all: [{any: [{metric: a}]}, {all: 3}]",
                [
                    "1:15 «metric» any[0].op is required", "1:15 «metric» any[0].value is required",
                    "1:35 «3» all must be a list, but is the number 3",
                ]
            ),
            ("all: [x]", ["1:7 «x» all[0] must be a mapping, but is the text \"x\""]),
        ])
    func recursive(document: String, lines: [String]) throws {
        #expect(try Judgement.lines(document, under: condition) == lines)
    }

    private let steps = """
        items:
          oneOf:
            - type: object
              required: [run]
              properties: {run: {type: string}, shell: {type: string}, name: {type: string}}
              additionalProperties: false
            - type: object
              required: [uses]
              properties: {uses: {pattern: '^[a-z]+/[a-z]+@v[0-9]+$'}, with: {type: object}, name: {type: string}}
              additionalProperties: false
        """

    @Test(
        "Forms that only their keys tell apart",
        arguments: [
            (
                "[{uses: a/b@v1, wiht: {}}]", ["1:17 «wiht» unknown key \"wiht\"; did you mean \"with\"?"]
            ),
            ("[{run: 5}]", ["1:8 «5» run must be text, but is the number 5"]),
            ("[{name: y}]", ["1:3 «name» [0] needs run or uses"]),
            ("[{run: a, uses: b/c@v4}]", ["1:11 «uses» [0] may have only one of run and uses"]),
            ("[{usse: b/c@v4}]", ["1:3 «usse» unknown key \"usse\"; did you mean \"uses\"?"]),
            ("[{run: x, with: {}}]", ["1:11 «with» unknown key \"with\" in [0]"]),
            (
                "[{name: x, uses: b}]",
                [
                    "1:18 «b» uses is \"b\"; it must match the pattern ^[a-z]+/[a-z]+@v[0-9]+$"
                ]
            ),
        ])
    func keys(document: String, lines: [String]) throws {
        #expect(try Judgement.lines(document, under: steps) == lines)
    }

    private let endpoint = """
        oneOf:
          - properties: {kind: {enum: [tcp, udp]}, port: {type: integer, minimum: 1, maximum: 65535}}
            required: [kind, port]
          - properties: {kind: {const: unix}, path: {type: string}}
            required: [kind, path]
        """

    @Test(
        "A key with constants in all forms",
        arguments: [
            ("{kind: tcp, port: 70000}", "port is 70000; it must be at most 65535", "Use a number from 1 to 65535."),
            ("{kind: upd, port: 1}", "kind is \"upd\"; allowed are tcp, udp, unix; did you mean udp?", "Write udp."),
            ("{}", "kind is required", "Add `kind`: tcp, udp or unix."),
            ("{kind: unix}", "path is required", "Add `path`."),
        ])
    func discriminator(document: String, message: String, mend: String) throws {
        let failures = try Judgement.failures(document, under: endpoint)
        #expect(failures.map(\.message) == [message])
        #expect(failures.map(\.mend) == [mend])
    }

    @Test("An enumeration in one form only is no mark of the forms")
    func enumerationInOneForm() throws {
        let schema = """
            anyOf:
              - {required: [size, unit], properties: {size: {type: integer}, unit: {enum: [MB, GB]}}}
              - {required: [percent], properties: {percent: {type: integer}}}
            """
        #expect(
            try Judgement.failures("{size: 3, unit: XB}", under: schema).map(\.message)
                == ["unit is \"XB\"; allowed are MB, GB; did you mean MB?"])
    }

    @Test(
        "A scalar, a list, or a word",
        arguments: [
            ("0", "the document is 0; it must be at least 1, or auto"),
            ("[80, x]", "[1] must be a whole number, but is the text \"x\""),
            ("[]", "the document must not be empty"),
            ("atuo", "the document is \"atuo\"; it must be auto, or a whole number or a list"),
            ("{a: 1}", "the document must be a whole number, a list or auto, but is a mapping"),
        ])
    func mixedTypes(document: String, message: String) throws {
        let schema = """
            anyOf:
              - {type: integer, minimum: 1}
              - {type: array, items: {type: integer, minimum: 1}, minItems: 1}
              - {const: auto}
            """
        #expect(try Judgement.failures(document, under: schema).map(\.message) == [message])
    }

    private let tiers = """
        properties: {tier: {enum: [low, mid, high]}, reviews: {type: integer}, contact: {type: string}}
        required: [tier]
        allOf:
          - if: {properties: {tier: {const: high}}, required: [tier]}
            then: {required: [contact], properties: {reviews: {minimum: 2}}}
          - if: {properties: {tier: {const: low}}}
            then: {properties: {reviews: {maximum: 1}}}
            else: {required: [reviews]}
        """

    @Test(
        "Conditions say in which case, and nothing follows from a missing or wrong one",
        arguments: [
            (
                "{tier: high, reviews: 1}",
                [
                    "contact is required when tier is high",
                    "reviews is 1; it must be at least 2 (because tier is high)",
                ]
            ),
            ("{tier: mid}", ["reviews is required when tier is mid"]),
            ("{tier: hgih}", ["tier is \"hgih\"; allowed are low, mid, high; did you mean high?"]),
            ("{reviews: 3}", ["tier is required"]),
        ])
    func conditions(document: String, messages: [String]) throws {
        #expect(try Judgement.failures(document, under: tiers).map(\.message) == messages)
    }

    @Test("Known keys are those of the form that is meant")
    func keysOfForm() throws {
        let schema = """
            anyOf:
              - {properties: {kind: {const: a}, foo: {type: string}}, required: [kind]}
              - {properties: {kind: {const: b}, bar: {type: string}}, required: [kind]}
            unevaluatedProperties: false
            """
        let failure = try #require(try Judgement.failures("{kind: a, zip: x}", under: schema).first)
        #expect(failure.message == "unknown key \"zip\"")
        #expect(failure.mend == "Remove the key, or use one that is known here: foo.")
        #expect(
            try Judgement.failures("{kind: c}", under: schema).map(\.message) == ["kind is \"c\"; allowed are a, b"])
        #expect(
            try Judgement.failures("{kind: b, bar: 3}", under: schema).map(\.message)
                == ["bar must be text, but is the number 3"])
    }

    private let nested = """
        properties:
          rollout: {properties: {steps: {type: array}, rollback: {type: string}}}
          temperature: {type: number}
        additionalProperties: false
        """

    @Test(
        "Where an unknown key belongs",
        arguments: [
            ("{rollout: {}, rollback: x}", "Move it under rollout."),
            ("{rollout: {}, rolback: x}", "Move it under rollout, as `rollback`."),
            ("{temperature: 1, temprature: 1}", "Remove the key: `temperature`, which it resembles, is there already."),
            ("{temprature: 1}", "Write `temperature`."),
        ])
    func homes(document: String, mend: String) throws {
        #expect(try Judgement.failures(document, under: nested).map(\.mend) == [mend])
    }

    @Test(
        "Keywords that refuse a form",
        arguments: [
            ("not: {required: [a, b]}", "{a: 1, b: 2}", "a and b exclude one another"),
            ("properties: {x: {not: {type: string}}}", "{x: s}", "x must not be text, but is the text \"s\""),
            ("properties: {x: {not: {}}}", "{x: 1}", "x is not allowed here"),
            (
                "properties: {x: {not: {pattern: ^tmp}, description: Not temporary.}}", "{x: tmp1}",
                "x must not be \"tmp1\": not temporary"
            ),
            (
                "contains: {properties: {kind: {const: final}}, required: [kind]}", "[{kind: a}]",
                "the document must have at least 1 item with kind: final, but has 0"
            ),
            (
                "{contains: {type: integer}, maxContains: 1}", "[1, 2]",
                "the document must have at most 1 item (a whole number), but has 2"
            ),
            ("const: 'true'", "true", "the document is true, where the text \"true\" is allowed"),
            ("enum: ['1', '2']", "2", "the document is the number 2, where the text \"2\" is allowed"),
        ])
    func refusals(schema: String, document: String, message: String) throws {
        #expect(try Judgement.failures(document, under: schema).map(\.message) == [message])
    }

    @Test(
        "Mends for numbers, lists and formats",
        arguments: [
            ("type: number", "1,7", "Write it with a point: 1.7."),
            ("type: array", "x", "Write it as a list: [x]."),
            ("{minimum: 0, maximum: 1}", "2", "Use a number from 0 to 1."),
            ("exclusiveMaximum: 1", "1", "Use a number that is less than 1."),
            ("{format: date, examples: ['2026-01-31']}", "today", "Write it like 2026-01-31."),
            ("{required: [v], properties: {v: {const: v1}}}", "{}", "Add `v`, as `v: v1`."),
        ])
    func mends(schema: String, document: String, mend: String) throws {
        #expect(try Judgement.failures(document, under: schema).map(\.mend) == [mend])
    }
}
