import Testing
import YAMLDocuments

@testable import SchemaValidation

/// Automata against backtracking: two ways to match that must agree.
struct AutomatonTests {
    private static let written = [
        "^[0-9a-f]{64}$", "^[a-z][a-z0-9-]*$", "^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$", "^[^/].*\\.(prompt|prompty|md|txt)$",
        "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(?:-[0-9A-Za-z.-]+)?$", "^([A-Z]{3}-[0-9]{3}|[a-z]+(-[a-z0-9]+)+)$",
        "^a|b$", "(^|b)a($|c)", "a*?b+?", "^(a|ab)(c|bcd)(d*)$", "(a*)*b", "(a+)+$", "^$", "", "[^]", "[]", "x{0}",
        "^\\p{L}+$", "^[\\p{Lu}_]", "\\P{L}", "^é+$", "[à-ü]", "^.$", "^\\S+$", "^[^\\W_]+$", "(?:a{1,2}){2,3}$",
        "^(?:a?){3}b$", "a$b", "b^a", "^^a$$", "(^a|b)*c", "^[\\u{1F400}-\\u{1F4FF}]$",
    ]

    private static let texts = [
        "", "a", "b", "ab", "aab", "ba", "abcd", "acd", "aaaa", "c", "bac", "\n", "a\n", "é", "éé", "üa", "É", "💩",
        "a💩", "日本", "٣", "_", "1", "0.10", "1.2-rc.1", "01.2", "dp-00001", "ABC-123", "abc-1-x", "ana@example.org",
        "@x.de", "p/q.md", "/q.md", "q.mdx", String(repeating: "0f", count: 32), String(repeating: "a", count: 65),
        "aaaaaaaaaaaaaaaaaaaa!", "x\u{301}y", "\u{FEFF}",
    ]

    @Test("Patterns as people write them", arguments: written)
    func agree(source: String) throws {
        let answered = try Self.compare(source, Self.texts)
        #expect(answered == Self.texts.count, "the automaton must know every text")
    }

    @Test("Patterns and texts by chance", arguments: 0..<20)
    func agreeByChance(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        var answered = 0
        for _ in 0..<60 {
            let source = chance.pattern(depth: 3)
            answered += try Self.compare(source, (0..<8).map { _ in chance.text() })
        }
        #expect(answered > 300, "most patterns by chance have an automaton")
    }

    @Test(
        "What an automaton cannot do is left to backtracking",
        arguments: ["(a)\\1", "\\ba", "(?=a)", "(?<!a)b", "^((a{1,1000}){1,1000}){1,1000}$", "(a|b)*a(a|b){16}$"])
    func unsuitable(source: String) throws {
        let automata = PatternAutomata([try Pattern(source)])
        #expect(BorrowedText.lend(Array("ab".utf8)[...]) { automata.matches(0, $0) } == nil)
    }

    @Test("One of several patterns is found by its number")
    func several() throws {
        let automata = PatternAutomata([try Pattern("^a$"), try Pattern("(x)\\1"), try Pattern("^é+$")])
        func matches(_ number: Int, _ text: String) -> Bool? {
            BorrowedText.lend(Array(text.utf8)[...]) { automata.matches(number, $0) }
        }
        #expect(matches(0, "a") == true)
        #expect(matches(0, "é") == false)
        #expect(matches(1, "xx") == nil)
        #expect(matches(2, "éé") == true)
        #expect(matches(2, "a") == false)
    }

    @Test("A pattern that is used often goes over to its automaton with the same answers")
    func often() throws {
        let items = (0..<300).map { $0 % 3 == 0 ? "a\($0)" : "\($0)x" }
        let document = items.map { "- \($0)" }.joined(separator: "\n")
        let schema = try Judgement.compile("items: {pattern: '^[a-z][0-9]+$'}")
        let expected = items.filter { !$0.hasPrefix("a") }.count
        for _ in 0..<2 { #expect(schema.validate(try Judgement.document(document)).count == expected) }
    }

    /// Expects the same answer from both for every text; gives the number of texts that the automaton answered for.
    private static func compare(_ source: String, _ texts: [String]) throws -> Int {
        let pattern = try Pattern(source)
        let automata = PatternAutomata([pattern])
        var answered = 0
        for text in texts {
            let bytes = Array(text.utf8)[...]
            let answer = BorrowedText.lend(bytes) { automata.matches(0, $0) }
            let expected = pattern.match(bytes, steps: 50_000)
            guard let answer, expected != .tooCostly else {
                answered += expected == .tooCostly ? 1 : 0
                continue
            }
            answered += 1
            #expect(answer == (expected == .found), "\(source) on \(text)")
        }
        return answered
    }
}

/// Patterns and texts from a linear congruential generator (Knuth's MMIX constants): the same in every run.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 1 }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func one(of list: [String]) -> String { list[next(list.count)] }

    mutating func text() -> String {
        (0..<next(9)).map { _ in one(of: ["a", "b", "c", "1", "-", "é", "\n", "💩", "Z"]) }.joined()
    }

    mutating func pattern(depth: Int) -> String {
        let parts = (0...next(3)).map { _ in part(depth: depth) }.joined()
        return next(4) == 0 ? parts + "|" + part(depth: depth) : parts
    }

    private mutating func part(depth: Int) -> String {
        if next(9) == 0 { return one(of: ["^", "$", ""]) }
        let isGroup = depth > 0 && next(3) == 0
        let atom =
            isGroup
            ? one(of: ["(", "(?:"]) + pattern(depth: depth - 1) + ")"
            : one(of: ["a", "b", "c", "é", ".", "[ab]", "[^a]", "\\d", "\\w", "\\S", "[a-c1]", "[^\\d-]", "💩"])
        return atom + one(of: ["", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?"])
    }
}
