/// How many words two texts share in the same order: `2 × LCS / (n + m)`, from 0 to 1.
enum WordSimilarity {
    /// Beyond so many words, sets of five neighbouring words are compared instead (Jaccard), which takes linear time.
    static let longestExact = 4_000

    static func of(_ left: [String], _ right: [String]) -> Double {
        if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? 1 : 0 }
        if max(left.count, right.count) > longestExact { return shingles(left, right) }
        return 2 * Double(commonLength(left, right)) / Double(left.count + right.count)
    }

    /// The most that `of` can give, from the words alone: cheap enough to ask of every pair.
    static func bound(_ left: [String: Int], _ right: [String: Int], count: Int) -> Double {
        let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        return count == 0 ? 0 : 2 * Double(common) / Double(count)
    }

    /// Length of the longest common subsequence, one rolling row; equal ends are taken off first.
    static func commonLength(_ left: [String], _ right: [String]) -> Int {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (one, other) = (left[start..<left.count - tail], right[start..<right.count - tail])
        // Numbers compare faster than words.
        var numbers: [String: Int] = [:]
        func number(_ word: String) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
        let (rows, columns) = (one.map(number), other.map(number))
        var row = [Int](repeating: 0, count: columns.count + 1)
        for word in rows {
            var diagonal = 0
            for column in columns.indices {
                let above = row[column + 1]
                row[column + 1] = word == columns[column] ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return start + tail + (row.last ?? 0)
    }

    private static func shingles(_ left: [String], _ right: [String]) -> Double {
        func set(_ words: [String]) -> Set<[String]> {
            guard words.count >= 5 else { return [words] }
            return Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) })
        }
        let (one, other) = (set(left), set(right))
        let union = one.union(other).count
        return union == 0 ? 1 : Double(one.intersection(other).count) / Double(union)
    }
}
