import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// One failure for each mistake, in words about the document, at the bytes that a person must change.
struct FailureMessageTests {
    private let rollback = """
        type: object
        required: [name]
        properties:
          name: {type: string}
          rollback:
            description: How it is taken back.
            type: object
            required: [timeObjective]
            properties:
              timeObjective:
                description: "A whole number and its unit. More words."
                type: string
                pattern: ^[1-9][0-9]*[mhdw]$
                examples: [30m, 4h]
              authority: {type: string}
            additionalProperties: false
        additionalProperties: false
        """

    @Test("A missing key is shown at the key above it")
    func missingKey() throws {
        #expect(
            try Judgement.lines("name: x\nrollback:\n  authority: y\n", under: rollback)
                == ["2:1 «rollback» rollback.timeObjective is required"])
    }

    @Test("A missing key of the root is shown at the first key")
    func missingKeyOfRoot() throws {
        let failure = try #require(try Judgement.failures("rollback: {timeObjective: 4h}", under: rollback).first)
        #expect(failure.message == "name is required")
        #expect(failure.path.description == "name")
        #expect(failure.range == 0..<8)
        #expect(failure.keyword == "required")
    }

    @Test("The mend of a missing key shows an example")
    func mendOfMissingKey() throws {
        let failure = try #require(try Judgement.failures("name: x\nrollback: {}", under: rollback).first)
        #expect(failure.mend == "Add `timeObjective` under rollback, for example `timeObjective: 30m`.")
    }

    @Test("An unknown key is shown itself, with the key that was meant")
    func unknownKey() throws {
        let lines = try Judgement.lines("name: x\nrolback: {timeObjective: 4h}\n", under: rollback)
        #expect(lines == ["2:1 «rolback» unknown key \"rolback\"; did you mean \"rollback\"?"])
    }

    @Test("A misspelt required key is one mistake, not an unknown and a missing one")
    func misspeltRequiredKey() throws {
        let lines = try Judgement.lines("name: x\nrollback: {timeObjectiv: 4h}\n", under: rollback)
        #expect(lines == ["2:12 «timeObjectiv» unknown key \"timeObjectiv\"; did you mean \"timeObjective\"?"])
    }

    @Test("An unknown key that resembles none names the known ones")
    func strangeKey() throws {
        let failure = try #require(
            try Judgement.failures("name: x\nrollback: {timeObjective: 4h, zebra: 1}", under: rollback).first)
        #expect(failure.message == "unknown key \"zebra\" in rollback")
        #expect(failure.mend == "Remove the key, or use one that is known here: authority.")
    }

    @Test("A pattern is explained by the schema's description and examples")
    func pattern() throws {
        let failure = try #require(
            try Judgement.failures("name: x\nrollback: {timeObjective: 30 minutes}", under: rollback).first)
        #expect(failure.message == "timeObjective is \"30 minutes\"; expected: a whole number and its unit")
        #expect(failure.mend == "Write it like 30m or 4h.")
    }

    @Test("A wrong type suppresses everything else about the value")
    func wrongType() throws {
        let lines = try Judgement.lines("name: x\nrollback: {timeObjective: 30}", under: rollback)
        #expect(lines == ["2:27 «30» timeObjective must be text, but is the number 30"])
    }

    @Test("A wrong value names the allowed ones and the nearest")
    func wrongValue() throws {
        let schema = "properties: {riskTier: {enum: [low, medium, high]}}"
        #expect(
            try Judgement.lines("riskTier: hihg", under: schema)
                == ["1:11 «hihg» riskTier is \"hihg\"; allowed are low, medium, high; did you mean high?"])
    }

    @Test(
        "Other keywords",
        arguments: [
            ("maximum: 100", "120", "the document is 120; it must be at most 100"),
            ("exclusiveMinimum: 0", "0", "the document is 0; it must be greater than 0"),
            ("multipleOf: 0.1", "0.25", "the document is 0.25; it must be a multiple of 0.1"),
            ("minLength: 1", "''", "the document must not be empty"),
            ("maxLength: 3", "größe", "the document must have at most 3 characters, but has 5"),
            ("format: date", "2026-02-30", "the document is \"2026-02-30\", which is not a date"),
            ("minItems: 1", "[]", "the document must not be empty"),
            ("maxItems: 1", "[1, 2]", "the document must have at most 1 item, but has 2"),
            ("uniqueItems: true", "[1, 2, 1.0]", "[2] repeats [0]"),
            ("const: v1", "v2", "the document is \"v2\"; it must be v1"),
            ("const: 1", "'1'", "the document is the text \"1\", where the number 1 is allowed"),
            ("type: integer", "1.5", "the document must be a whole number, but is the number 1.5"),
            ("type: [string, array]", "{}", "the document must be text or a list, but is a mapping"),
            (
                "type: number", ".nan",
                "the document must be a number, but is .nan, which is not a number that can be compared"
            ),
            ("not: {const: none}", "none", "the document must not be \"none\""),
            (
                "contains: {title: a gate, const: 1}", "[2]",
                "the document must have at least 1 item (a gate), but has 0"
            ),
            ("dependentRequired: {a: [b]}", "a: 1", "b is required when a is given"),
            ("propertyNames: {pattern: ^x-}", "a: 1", "the key \"a\" is not allowed; it must match the pattern ^x-"),
            ("prefixItems: [true]\nitems: false", "[1, 2]", "the document has more items than the 1 that are allowed"),
            ("false", "1", "the document is not allowed here"),
        ])
    func keyword(schema: String, document: String, message: String) throws {
        #expect(try Judgement.failures(document, under: schema).map(\.message) == [message])
    }

    @Test("Paths of nested values")
    func path() throws {
        let schema = """
            additionalProperties: {items: {additionalProperties: {type: integer}}}
            """
        let failure = try #require(try Judgement.failures("steps: [{a: 1}, {a.b: x}]", under: schema).first)
        #expect(failure.path.description == "steps[1][\"a.b\"]")
        #expect(failure.path.elements == [.key("steps"), .index(1), .key("a.b")])
    }

    @Test("Failures come in the order of the document")
    func order() throws {
        let schema = "properties: {b: {type: integer}, a: {type: integer}}"
        #expect(try Judgement.failures("a: x\nb: y", under: schema).map(\.path.description) == ["a", "b"])
    }

    @Test("Equal items name both places")
    func bothPlaces() throws {
        let failure = try #require(try Judgement.failures("[x, y, x]", under: "uniqueItems: true").first)
        #expect(failure.range == 7..<8)
        #expect(failure.related?.range == 1..<2)
    }
}
