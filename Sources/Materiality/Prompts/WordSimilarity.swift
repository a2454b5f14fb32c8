/// How many words two texts share in the same order: `2 × LCS / (n + m)`, from 0 to 1.
enum WordSimilarity {
    /// Beyond so many words, sets of five neighbouring words are compared instead (Jaccard), which takes linear time.
    static let longestExact = 4_000

    static func of(_ left: [String], _ right: [String]) -> Double {
        var numbers = WordNumbers()
        return of(numbers: numbers.of(left), numbers.of(right))
    }

    /// Words as `WordNumbers` of one table, which compare faster.
    static func of(numbers left: [Int], _ right: [Int]) -> Double {
        if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? 1 : 0 }
        if max(left.count, right.count) > longestExact { return shingles(left, right) }
        return 2 * Double(commonLength(numbers: left, right)) / Double(left.count + right.count)
    }

    /// The most that `of` can give, from the sorted words alone: cheap enough to ask of every pair.
    static func bound(sorted left: [Int], _ right: [Int]) -> Double {
        var (one, other, common) = (0, 0, 0)
        while one < left.count, other < right.count {
            if left[one] == right[other] {
                (one, other, common) = (one + 1, other + 1, common + 1)
            } else if left[one] < right[other] {
                one += 1
            } else {
                other += 1
            }
        }
        let count = left.count + right.count
        return count == 0 ? 0 : 2 * Double(common) / Double(count)
    }

    static func commonLength(_ left: [String], _ right: [String]) -> Int {
        var numbers = WordNumbers()
        return commonLength(numbers: numbers.of(left), numbers.of(right))
    }

    /// Length of the longest common subsequence: equal ends are taken off, the rest is counted 64 words at a time (the
    /// bit-parallel algorithm of Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
    static func commonLength(numbers left: [Int], _ right: [Int]) -> Int {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (rows, columns) = (left[start..<left.count - tail], right[start..<right.count - tail])
        guard !rows.isEmpty, !columns.isEmpty else { return start + tail }
        let width = (columns.count + 63) / 64
        var masks: [Int: [UInt64]] = [:]
        for (index, word) in columns.enumerated() {
            masks[word, default: [UInt64](repeating: 0, count: width)][index / 64] |= 1 << UInt64(index % 64)
        }
        // A bit is cleared where the subsequence grows.
        var state = [UInt64](repeating: .max, count: width)
        for word in rows {
            guard let mask = masks[word] else { continue }
            var carry = false
            for index in 0..<width {
                let taken = state[index] & mask[index]
                let (sum, first) = state[index].addingReportingOverflow(taken)
                let (total, second) = sum.addingReportingOverflow(carry ? 1 : 0)
                carry = first || second
                state[index] = total | (state[index] & ~mask[index])
            }
        }
        let unused = width * 64 - columns.count
        var grown = 0
        for (index, bits) in state.enumerated() {
            let valid: UInt64 = index == width - 1 && unused > 0 ? .max >> UInt64(unused) : .max
            grown += (~bits & valid).nonzeroBitCount
        }
        return start + tail + grown
    }

    /// Five neighbouring words are taken for the same when their hashes are.
    private static func shingles(_ left: [Int], _ right: [Int]) -> Double {
        func set(_ words: [Int]) -> Set<Int> {
            guard words.count >= 5 else { return [words.hashValue] }
            var found: Set<Int> = []
            for start in 0...words.count - 5 {
                var hasher = Hasher()
                for word in words[start..<start + 5] { hasher.combine(word) }
                found.insert(hasher.finalize())
            }
            return found
        }
        let (one, other) = (set(left), set(right))
        let common = one.count(where: other.contains)
        let union = one.count + other.count - common
        return union == 0 ? 1 : Double(common) / Double(union)
    }
}

/// Gives each word a number, so that words are hashed once.
struct WordNumbers {
    private var numbers: [String: Int] = [:]

    mutating func of(_ words: [String]) -> [Int] {
        words.map { word in
            if let known = numbers[word] { return known }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
    }
}
