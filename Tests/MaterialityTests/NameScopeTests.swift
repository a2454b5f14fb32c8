import SourceText
import Testing
import YAMLDocuments

@testable import Materiality

/// Patterns of names: what they fit, and which of two covers more. Python's `re.fullmatch` is the reference.
struct NameScopeTests {
    private static func language(_ pattern: String) throws -> NameLanguage {
        let expression = try #require(RegularExpression(pattern), "\(pattern)")
        return try #require(NameLanguage([expression]), "\(pattern)")
    }

    @Test(
        "A pattern fits whole names",
        arguments: [
            ("gpt-4.*", ["gpt-4", "gpt-4o", "gpt-4.1-2025-04-14"], ["gpt-5", "xgpt-4", "openai/gpt-4"]),
            ("^gpt-4$", ["gpt-4"], ["gpt-4\n", "gpt-4o"]),
            ("gpt-(4|5)(-mini)?", ["gpt-4", "gpt-5-mini"], ["gpt-45", "gpt-4-"]),
            ("(?:a|b){2,3}", ["ab", "bba"], ["a", "abab"]),
            ("a{2}", ["aa"], ["a", "aaa", "a{2}"]),
            ("a{,2}", ["", "a", "aa"], ["aaa"]),
            ("a{x}", ["a{x}"], ["a"]),
            ("[^a-c]x", ["dx", "\u{E4}x", "-x"], ["ax", "x"]),
            ("[]a-]+", ["]", "a-]"], ["b"]),
            ("[\\w.-]+", ["claude-3.5", "\u{E4}"], ["a b", "a/b"]),
            ("\\d+", ["42", "\u{663}"], ["a", ""]),
            ("(?i)GPT-[a-c]", ["gpt-A", "Gpt-c"], ["gpt-d"]),
            ("a.c", ["abc", "a\u{E4}c"], ["a\nc", "ac"]),
            ("a\\.c", ["a.c"], ["abc"]),
            ("(?P<family>gpt|claude)-.+?", ["gpt-4", "claude-x"], ["gpt-"]),
            ("a|", ["a", ""], ["b"]),
            ("\u{E4}+", ["\u{E4}"], ["a", ""]),
        ])
    func fits(_ pattern: String, _ inside: [String], _ outside: [String]) throws {
        let language = try Self.language(pattern)
        for name in inside { #expect(language.contains(name) == true, "\(pattern) \(name)") }
        for name in outside { #expect(language.contains(name) == false, "\(pattern) \(name)") }
    }

    @Test(
        "What looks around, refers back, is not valid or has no end is not understood",
        arguments: [
            "(?=gpt).*", "(?<!a)b", "(a)\\1", "\\bgpt", "*", "a**", "a*+", "(a", "a)", "[a", "[b-a]", "a\\", "(?x)a",
            "a^b", "a$b", "[\u{E4}]", "a{3,2}", "a{101}", String(repeating: "(", count: 60),
            String(repeating: "a", count: 1_001),
        ])
    func isNotUnderstood(_ pattern: String) { #expect(RegularExpression(pattern) == nil) }

    @Test(
        "One pattern may be part of another",
        arguments: [
            ("gpt-4o.*", "gpt-4.*", true, false),
            ("gpt-4.*", "gpt-[45].*", true, false),
            ("(ab)*", "(ab)*(ab)?", true, true),
            ("a+", "aa*", true, true),
            ("gpt.*", "claude.*", false, false),
            (".*", "[\\s\\S]*", true, false),
            ("\\d", "[0-9]", false, true),
            ("[0-9a-z]", "\\w", true, false),
        ])
    func isPart(_ one: String, _ other: String, _ forward: Bool, _ backward: Bool) throws {
        let (one, other) = (try Self.language(one), try Self.language(other))
        #expect(one.isPart(of: other) == forward)
        #expect(other.isPart(of: one) == backward)
    }

    @Test("Patterns that make other engines hang are answered in bounded time, or not at all")
    func isBounded() throws {
        let clock = ContinuousClock()
        let hostile = ["(a+)+b", "(a|a)*b", "((a*)*)*b", "(a|aa)+$", "(.*a){12}b", "(.*a.*){20}", "([ab]*a[ab]{14})"]
        for pattern in hostile {
            let time = try clock.measure {
                let language = try Self.language(pattern)
                _ = language.contains(String(repeating: "a", count: 300))
                _ = language.isPart(of: try Self.language("[ab]*a[ab]{13}"))
            }
            // Debug builds on a busy machine are slow; the work itself is capped.
            #expect(time < .seconds(20), "\(pattern)")
        }
        let huge = try #require(RegularExpression("((a{100}){100}){100}"))
        #expect(NameLanguage([huge]) == nil)
        #expect(try Self.language("a*").contains(String(repeating: "a", count: 301)) == nil)
    }
}
