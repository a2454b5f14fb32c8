/// Changes to one file as a unified diff without line numbers: hunks apart by an empty line, their lines beginning with
/// ` `, `-` or `+`. What a hunk starts from must occur exactly once.
package struct LineDiff {
    package enum Mistake: Error {
        case unknownPrefix(String)
        case notFoundOnce(hunk: String, count: Int)
    }

    private let hunks: [[String]]

    package init(_ lines: [String]) {
        hunks = lines.split(separator: "\n").map(Array.init)
    }

    package func applied(to original: [String]) throws -> [String] {
        var result = original
        for hunk in hunks {
            if let odd = hunk.first(where: { !" -+".contains($0.prefix(1)) }) { throw Mistake.unknownPrefix(odd) }
            let before = hunk.filter { !$0.hasPrefix("+") }.map { String($0.dropFirst()) }
            let after = hunk.filter { !$0.hasPrefix("-") }.map { String($0.dropFirst()) }
            let starts = result.indices.filter { result[$0...].starts(with: before) }
            guard let start = starts.first, starts.count == 1, !before.isEmpty else {
                throw Mistake.notFoundOnce(hunk: before.joined(), count: starts.count)
            }
            result.replaceSubrange(start..<start + before.count, with: after)
        }
        return result
    }
}
