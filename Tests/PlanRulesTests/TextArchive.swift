/// Several files in one text, in the `txtar` form of Go's tests: what stands before the first `-- path --` is a
/// comment, everything behind it is that file's content.
struct TextArchive {
    struct Section {
        let path: String
        /// True for `-- path (diff) --`: the content says how to change the file of the base world.
        let isDiff: Bool
        /// Each with its line break.
        let lines: [String]
    }

    let comment: [String]
    let sections: [Section]

    init(_ text: String) {
        var comment: [String] = []
        var sections: [Section] = []
        var open: (path: String, isDiff: Bool, lines: [String])?
        func close() {
            if let open { sections.append(Section(path: open.path, isDiff: open.isDiff, lines: open.lines)) }
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                close()
                let name = line.dropFirst(3).dropLast(3)
                let isDiff = name.hasSuffix(" (diff)")
                open = (String(isDiff ? name.dropLast(" (diff)".count) : name), isDiff, [])
            } else if open != nil {
                open?.lines.append(line + "\n")
            } else {
                comment.append(String(line))
            }
        }
        // The text ends with a line break, behind which there is no line.
        if open?.lines.last == "\n" { open?.lines.removeLast() }
        close()
        self.comment = comment
        self.sections = sections
    }
}

/// Changes to one file as a unified diff without line numbers: hunks apart by an empty line, their lines beginning with
/// ` `, `-` or `+`. What a hunk starts from must occur exactly once.
struct LineDiff {
    enum Mistake: Error {
        case unknownPrefix(String)
        case notFoundOnce(hunk: String, count: Int)
    }

    private let hunks: [[String]]

    init(_ lines: [String]) {
        hunks = lines.split(separator: "\n").map(Array.init)
    }

    func applied(to original: [String]) throws -> [String] {
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
