import Testing

@testable import SchemaValidation

/// ECMA-262 patterns with the `u` flag.
struct PatternTests {
    @Test(
        "Matches",
        arguments: [
            ("a+b", "xaab"), ("^$", ""), ("^a*$", "aaa"), ("a|b|", ""), ("^(?:ab|a)(?:c|bcd)$", "abcd"),
            ("^[a-c-]+$", "a-c"), ("^[^a]$", "é"), ("^.$", "💩"), ("^\\u{1F4A9}$", "💩"), ("^\\ud83d\\udca9$", "💩"),
            ("^[\\u{1F400}-\\u{1F4FF}]$", "💩"), ("^\\d{2,3}$", "123"), ("^\\d{2,}$", "12345"), ("^\\w+$", "a_1"),
            ("^\\s$", "\u{A0}"), ("^\\S$", "é"), ("\\bfoo\\b", "a foo b"), ("\\Boo", "foo"),
            ("^\\p{L}+$", "größe"), ("^\\p{Letter}+$", "日本"), ("^\\P{Lu}$", "a"), ("^\\p{gc=Nd}$", "٣"),
            ("^\\p{Uppercase}$", "É"), ("^[\\p{Lu}_]+$", "A_É"), ("^[^\\W_]$", "a"), ("^(.)\\1$", "éé"),
            ("^(?<q>['\"]).*\\k<q>$", "'x'"), ("(?<=a+)b", "aab"), ("(?<!a)b", "cb"), ("^(?!a)", "b"),
            ("^(?=.*\\d)(?=.*[a-z]).+$", "a1"), ("^(?:a{1,2}){2,3}$", "aaaa"), ("^(a*)*$", "aaa"), ("^(a*)+$", ""),
            ("^(?:a?){3}b$", "aab"), ("a{0}b", "b"), ("^(z)((a+)?(b+)?(c))*$", "zaacbbbcac"), ("^\\cA$", "\u{1}"),
            ("^[\\b]$", "\u{8}"), ("^\\x41\\0?$", "A"), ("[^]", "\n"), ("^[\\s\\S]+$", "a\nb"), ("^a+?b", "aab"),
            ("^\\/\\.$", "/."), ("(?<=^(?<y>\\d{2})\\d*)x", "1234x"), ("^(?:)$", ""),
        ])
    func matches(pattern: String, text: String) throws {
        #expect(try Pattern(pattern).match(Array(text.utf8)[...], steps: 10_000) == .found)
    }

    @Test(
        "Does not match",
        arguments: [
            ("^a$", "a\n"), (".", "\n"), ("^\\d$", "٣"), ("^\\w$", "é"), ("[]", "a"), ("^[^\\W_]$", "_"),
            ("^(.)\\1$", "ab"),
            ("(?<=a)b", "cb"), ("^(?!a)", "a"), ("\\bfoo", "xfoo"), ("^a{2}$", "aaa"), ("^\\p{Lu}$", "a"),
            ("^(?:a{1,2}){2}$", "a"), ("^[a-c]$", "-"), ("(?=(a+))a*b\\1", "b"),
        ])
    func refuses(pattern: String, text: String) throws {
        #expect(try Pattern(pattern).match(Array(text.utf8)[...], steps: 10_000) == .notFound)
    }

    @Test(
        "Patterns that ECMA-262 does not have",
        arguments: [
            "(", ")", "[a", "a**", "*a", "{1}", "a{2,1}", "a{1", "}", "]", "\\a", "\\z", "\\-", "\\u12", "\\u{110000}",
            "\\x1",
            "\\p{Foo}", "\\p", "\\p{L", "(?i)a", "(?P<a>b)", "(?<a>b)(?<a>c)", "\\k<a>", "\\1", "(?<1>a)", "[z-a]",
            "[\\d-z]",
            "\\01", "\\", "(?=a)*", "\\c1", "\\p{Script=Latin}",
        ])
    func wrong(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    @Test("Over budget is an answer of its own")
    func budget() throws {
        let text = Array(String(repeating: "a", count: 50).utf8) + [0x21]
        #expect(try Pattern("(a*)*$x").match(text[...], steps: 5_000) == .tooCostly)
        #expect(try Pattern("^(a|aa)+$").match(text[...], steps: 5_000) == .tooCostly)
    }

    @Test("Deep nesting and large repetitions are refused or bounded")
    func large() throws {
        let nested = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
        #expect(throws: PatternError.self) { try Pattern(nested) }
        let counted = try Pattern("^((a{1,1000}){1,1000}){1,1000}$")
        #expect(counted.program.steps.count < 100)
        #expect(counted.match(Array("aaa".utf8)[...], steps: 100_000) == .found)
    }
}
