import Foundation
import SourceText
import Testing

@testable import YAMLDocuments

/// Thousands of damaged files, the same in every run: never a crash, always documents or a problem inside the file.
struct YAMLMutationTests {
    private static let seeds: [[UInt8]] = [
        "apiVersion: x/v1\nkind: Plan # comment\nmetadata:\n  name: a-b\n  labels: {team: \"x\", region: 'eu'}\nspec:\n  steps:\n    - id: one\n      percent: 5\n    - id: two\n      health: [a, b: c, {d: [e]}]\n  text: |\n    line one\n\n      line two\n  folded: >-\n    some words\n    more words\n",
        "%YAML 1.2\n%TAG !e! tag:yaml.org,2002:\n---\n&a key: !!str value\n? complex\n: - &b [1, 2.5, ~]\n  - *b\n...\n---\n\"quo\\\"ted \\u00e9\n  \\\n  folded\": 'it''s\n\n  here'\n--- # last\n- - - deep\n  -\n- ? {a: b}\n  : c\n",
        "größe: «ü»\n日本: [\n  💩,\n  \"x\" : y\n]\nlist:\n- a\n- b:\n    c\n  d: e # f\n\t\nend: |2+\n   x\n\n",
        "a: {b: {c: [d, {e: f, ? g : h}, i: j]}}\r\nk: \"l\r\n  m\"\r\nn: >\r\n o\r\n p\r\n",
    ].map { Array($0.utf8) }

    /// Bytes that mean something to a YAML parser.
    private static let indicators = Array(" \n\t:-?,[]{}#&*!|>'\"%@`~\r\\0xé\u{85}\u{2028}".utf8)

    private func ranges(_ node: YAMLNode, _ budget: inout Int) -> [Range<Int>] {
        budget -= 1
        guard budget > 0 else { return [] }
        var all = [node.range]
        for item in node.items { all += ranges(item, &budget) }
        for entry in node.entries { all += ranges(entry.key, &budget) + ranges(entry.value, &budget) }
        return all
    }

    @Test("Damaged files", arguments: 0..<8)
    func damaged(part: Int) {
        var numbers = SplitMix64(state: UInt64(part) &* 7_919 &+ 3)
        for _ in 0..<500 {
            let bytes = Mutation.apply(to: Self.seeds[part % Self.seeds.count], with: Self.indicators, &numbers)
            let source = SourceFile(path: "a.yaml", bytes: bytes)
            let stream = YAMLReader.read(source)
            for problem in stream.problems {
                let related = problem.related?.range ?? problem.range
                guard problem.range.lowerBound >= 0, problem.range.upperBound <= bytes.count,
                    related.lowerBound >= 0, related.upperBound <= bytes.count, !problem.message.isEmpty,
                    !problem.mend.isEmpty,
                    problem.severity == .warning || !problem.range.isEmpty || bytes.isEmpty
                        || problem.kind == .badKey
                else {
                    Issue.record("\(problem) in \(String(decoding: bytes, as: UTF8.self))")
                    return
                }
            }
            for document in stream.documents {
                var budget = 10_000
                for range in ranges(document.root, &budget) where range.upperBound > bytes.count {
                    Issue.record("\(range) in \(String(decoding: bytes, as: UTF8.self))")
                    return
                }
            }
        }
    }

    @Test("What precedes a document does not change what it means")
    func prefixes() {
        for seed in Self.seeds.prefix(3) {
            let plain = EventText.events(of: seed).lines
            let behind = EventText.events(of: Array("# é\n\n".utf8) + seed).lines
            #expect(plain == behind)
        }
    }
}
