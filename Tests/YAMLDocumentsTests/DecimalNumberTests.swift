import Testing
import YAMLDocuments

/// Exact decimals: nothing passes through binary floating point.
struct DecimalNumberTests {
    private func number(_ text: String) throws -> DecimalNumber { try #require(DecimalNumber(text)) }

    @Test(
        "Equal whatever the notation",
        arguments: [
            ("1", "1.0"), ("0.0020", "0.002"), ("1e3", "1000"), ("-0", "0"), ("0.1e1", "1"), ("100", "1E+2"),
            ("+5", "5"),
            ("12345678901234567890123456789", "1.2345678901234567890123456789e28"),
        ])
    func equal(left: String, right: String) throws {
        #expect(try number(left) == number(right))
        #expect(try number(left).hashValue == number(right).hashValue)
        #expect(try !(number(left) < number(right)) && !(number(right) < number(left)))
    }

    @Test(
        "Ordered by value",
        arguments: [
            ("0.1", "0.2"), ("-1", "0"), ("-2", "-1"), ("0", "0.0001"), ("9", "10"), ("0.99", "1"), ("-0.5", "0.4"),
            ("1e-9", "1e-8"),
            ("9007199254740992", "9007199254740993"), ("0.30000000000000000001", "0.30000000000000000002"),
            ("-10", "-9.99"),
        ])
    func ordered(small: String, large: String) throws {
        #expect(try number(small) < number(large))
        #expect(try !(number(large) < number(small)))
    }

    @Test(
        "Multiples",
        arguments: [
            ("0.3", "0.1", true), ("0.35", "0.1", false), ("4.02", "0.01", true), ("1e308", "0.123456789", false),
            ("0", "7", true),
            ("20", "10", true), ("5", "10", false), ("7.5", "2.5", true), ("-9", "3", true), ("1e1000000", "3", false),
            ("1e1000000", "0.5", true), ("123456789012345678901234567890", "123456789012345678901", false),
            ("246913578024691357802", "123456789012345678901", true),
            ("1.1e30", "1000000000000000000000000000011", false),
            ("10", "0", false),
        ])
    func multiples(value: String, divisor: String, isMultiple: Bool) throws {
        #expect(try number(value).isMultiple(of: number(divisor)) == isMultiple)
    }

    @Test("Integers of any notation, and what does not fit")
    func integers() throws {
        #expect(try number("1.0").isInteger)
        #expect(try number("1e2").integer == 100)
        #expect(try !number("0.5").isInteger)
        #expect(try number("9223372036854775807").integer == .max)
        #expect(try number("-9223372036854775808").integer == .min)
        #expect(try number("9223372036854775808").integer == nil)
        #expect(try number("1e40").integer == nil)
    }

    @Test("What is no number", arguments: ["", "-", ".", "1e", "1e1000001", "0x1", "1 ", "1..2", "١", "inf"])
    func wrong(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test(
        "Plain notation",
        arguments: [("1e3", "1000"), ("0.35", "0.35"), ("-5e-3", "-0.005"), ("12.50", "12.5"), ("0e5", "0")])
    func description(text: String, plain: String) throws {
        #expect(try number(text).description == plain)
    }

    @Test(
        "YAML's octal and hexadecimal notation", arguments: [("0o17", 15), ("0x1F", 31), ("0xffffffff", 4_294_967_295)])
    func radix(text: String, value: Int) {
        #expect(DecimalNumber(yaml: Array(text.utf8)[...]) == DecimalNumber(value))
    }
}
