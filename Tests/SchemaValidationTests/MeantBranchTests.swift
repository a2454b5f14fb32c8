import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// Of several forms the one that was meant is reported, and nothing about the others.
struct MeantBranchTests {
    private let target = """
        oneOf:
          - type: object
            required: [kind, release]
            properties: {kind: {const: previous-release}, release: {type: string}}
            additionalProperties: false
          - type: object
            required: [kind, flag]
            properties: {kind: {const: disable-flag}, flag: {type: string}}
            additionalProperties: false
        """

    @Test("The constant that tells the forms apart chooses the form")
    func discriminator() throws {
        #expect(
            try Judgement.lines("kind: disable-flag\nflag: 1", under: target)
                == ["2:7 «1» flag must be text, but is the number 1"])
    }

    @Test("When it is none of the constants, it is the mistake")
    func unknownDiscriminator() throws {
        #expect(
            try Judgement.lines("kind: disable-flags\nflag: x", under: target) == [
                "1:7 «disable-flags» kind is \"disable-flags\"; allowed are previous-release, disable-flag; "
                    + "did you mean disable-flag?"
            ])
    }

    @Test("The type chooses the form")
    func type() throws {
        let schema = "anyOf: [{type: string}, {type: object, required: [path]}]"
        #expect(try Judgement.lines("{}", under: schema) == ["1:1 «{» path is required"])
        #expect(
            try Judgement.failures("[]", under: schema).map(\.message)
                == ["the document must be text or a mapping, but is a list"])
    }

    @Test("A constant beside a pattern is mentioned")
    func constantBesidePattern() throws {
        let schema = "anyOf: [{const: none}, {type: string, title: a version, pattern: '^[0-9.]+$'}]"
        #expect(
            try Judgement.failures("nope", under: schema).map(\.message)
                == ["the document is \"nope\"; expected: a version, or none"])
    }

    @Test("Constants in branches are one list of values")
    func constants() throws {
        let schema = "oneOf: [{const: halt, description: x}, {const: rollback}]"
        #expect(
            try Judgement.failures("halted", under: schema).map(\.message)
                == ["the document is \"halted\"; allowed are halt, rollback; did you mean halt?"])
    }

    @Test(
        "Forms that only require keys",
        arguments: [
            ("{}", "the document needs path or else uri and digest"),
            ("uri: x", "digest is required"),
            ("{path: x, uri: y, digest: z}", "the document may have only one of path, uri and digest"),
        ])
    func requiredKeys(document: String, message: String) throws {
        let schema = "oneOf: [{required: [path]}, {required: [uri, digest]}]"
        #expect(try Judgement.failures(document, under: schema).map(\.message) == [message])
    }

    private let condition = """
        properties: {kind: {enum: [human, robot]}, operator: {type: string}}
        if: {properties: {kind: {const: robot}}, required: [kind]}
        then: {required: [operator]}
        else: {properties: {operator: false}}
        """

    @Test("if and then: what is asked for, and in which case")
    func conditional() throws {
        #expect(
            try Judgement.failures("kind: robot", under: condition).map(\.message)
                == ["operator is required when kind is robot"])
        #expect(
            try Judgement.lines("kind: human\noperator: x", under: condition)
                == ["2:1 «operator» operator is not allowed here when kind is human"])
    }

    @Test("Nothing follows from a value that is itself wrong")
    func wrongCondition() throws {
        let schema = """
            properties: {kind: {enum: [human]}}
            if: {properties: {kind: {const: robot}}, required: [kind]}
            then: {required: [operator]}
            """
        #expect(try Judgement.failures("kind: robot", under: schema).map(\.keyword) == ["enum"])
    }

    @Test("unevaluatedProperties reports unknown keys only, also when other keywords fail")
    func unevaluated() throws {
        let schema = """
            allOf: [{properties: {name: {type: string}, owner: {type: string}}, required: [name]}]
            properties: {kind: {const: x}}
            unevaluatedProperties: false
            """
        #expect(try Judgement.failures("name: 1\nowner: a\nkind: x", under: schema).map(\.keyword) == ["type"])
        #expect(
            try Judgement.lines("name: a\nownr: b", under: schema)
                == ["2:1 «ownr» unknown key \"ownr\"; did you mean \"owner\"?"])
    }

    @Test("One mistake that two schemas refuse is one failure")
    func echoes() throws {
        let schema = """
            allOf:
              - {required: [a]}
              - {required: [a], properties: {b: {type: string}}}
              - {properties: {b: {minLength: 9, type: string}}}
            """
        #expect(
            try Judgement.failures("b: 1", under: schema).map(\.message)
                == ["a is required", "b must be text, but is the number 1"])
    }
}
