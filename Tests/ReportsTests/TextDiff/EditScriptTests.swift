import Testing

@testable import Reports

struct EditScriptTests {
    /// The length of the longest common subsequence, by the table that everybody can check.
    private func longest(_ old: [Int], _ new: [Int]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }

    @Test("Matches are equal elements in ascending order, and no way of matching has more of them")
    func againstTable() {
        var generator = SplitMix(state: 7)
        for _ in 0..<400 {
            let old = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                Int.random(in: 0..<5, using: &generator)
            }
            let new = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                Int.random(in: 0..<5, using: &generator)
            }
            let matches = EditScript.matches(old, new)
            #expect(matches.count == longest(old, new), "\(old) \(new)")
            #expect(matches.allSatisfy { old[$0.old] == new[$0.new] })
            #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
        }
    }

    @Test("Sequences that have little in common keep their ends, in bounded time")
    func bounded() {
        let old = [-1] + Array(0..<40_000) + [-2]
        let new = [-1] + Array(100_000..<140_000) + [-2]
        let matches = EditScript.matches(old, new)
        #expect(matches == [EditScript.Match(old: 0, new: 0), EditScript.Match(old: 40_001, new: 40_001)])
        // One edit far into a long sequence is found.
        #expect(EditScript.matches(old, Array(old[..<20_000] + old[20_001...])).count == old.count - 1)
    }
}

/// The same numbers in every run (SplitMix64, by Sebastiano Vigna).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
