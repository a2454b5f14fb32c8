import Foundation
import SourceText
import Testing

@testable import YAMLDocuments

/// Thousands of damaged files, the same in every run: never a crash, always documents or a problem inside the file.
struct YAMLMutationTests {
    /// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every platform.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let seeds: [[UInt8]] = [
        "apiVersion: x/v1\nkind: Plan # comment\nmetadata:\n  name: a-b\n  labels: {team: \"x\", region: 'eu'}\nspec:\n  steps:\n    - id: one\n      percent: 5\n    - id: two\n      health: [a, b: c, {d: [e]}]\n  text: |\n    line one\n\n      line two\n  folded: >-\n    some words\n    more words\n",
        "%YAML 1.2\n%TAG !e! tag:yaml.org,2002:\n---\n&a key: !!str value\n? complex\n: - &b [1, 2.5, ~]\n  - *b\n...\n---\n\"quo\\\"ted \\u00e9\n  \\\n  folded\": 'it''s\n\n  here'\n--- # last\n- - - deep\n  -\n- ? {a: b}\n  : c\n",
        "größe: «ü»\n日本: [\n  💩,\n  \"x\" : y\n]\nlist:\n- a\n- b:\n    c\n  d: e # f\n\t\nend: |2+\n   x\n\n",
        "a: {b: {c: [d, {e: f, ? g : h}, i: j]}}\r\nk: \"l\r\n  m\"\r\nn: >\r\n o\r\n p\r\n",
    ].map { Array($0.utf8) }

    /// Bytes that mean something to a YAML parser.
    private static let indicators = Array(" \n\t:-?,[]{}#&*!|>'\"%@`~\r\\0xé\u{85}\u{2028}".utf8)

    private func mutate(_ seed: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            guard !bytes.isEmpty else { break }
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let length = min(Int.random(in: 1...12, using: &numbers), bytes.count - index)
            switch Int.random(in: 0..<7, using: &numbers) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 1: bytes.removeLast(bytes.count - index)
            case 2:
                bytes.insert(
                    contentsOf: bytes[index..<index + length], at: Int.random(in: 0...bytes.count, using: &numbers))
            case 3: bytes.removeSubrange(index..<index + length)
            case 4: bytes[index] = Self.indicators.randomElement(using: &numbers) ?? 0
            case 5: bytes.insert(Self.indicators.randomElement(using: &numbers) ?? 0, at: index)
            default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &numbers))
            }
        }
        return bytes
    }

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
        var numbers = Numbers(state: UInt64(part) &* 7_919 &+ 3)
        for _ in 0..<500 {
            let bytes = mutate(Self.seeds[part % Self.seeds.count], &numbers)
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
