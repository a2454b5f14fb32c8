/// The edits between two token sequences, and what makes them readable. The shortest edit script is not the clearest
/// one: it puts marks into the middle of phrases, and keeps words that two phrases have in common by chance.
struct WordEdits {
    private struct Edit {
        var old: Range<Int>
        var new: Range<Int>
    }

    private let old: [TextToken]
    private let new: [TextToken]
    /// Ascending, with at least one token between two of them.
    private var edits: [Edit] = []

    init(_ old: [TextToken], _ new: [TextToken]) {
        self.old = old
        self.new = new
        var (x, y) = (0, 0)
        let end = EditScript.Match(old: old.count, new: new.count)
        for match in EditScript.matches(old.map(\.key), new.map(\.key)) + [end] {
            if x < match.old || y < match.new {
                edits.append(Edit(old: x..<match.old, new: y..<match.new))
            }
            (x, y) = (match.old + 1, match.new + 1)
        }
    }

    var segments: [WordDiff.Segment] {
        var segments: [WordDiff.Segment] = []
        var (x, y) = (0, 0)
        for edit in edits {
            if x < edit.old.lowerBound {
                segments.append(.same(old: old[x..<edit.old.lowerBound], new: new[y..<edit.new.lowerBound]))
            }
            segments.append(.changed(old: old[edit.old], new: new[edit.new]))
            (x, y) = (edit.old.upperBound, edit.new.upperBound)
        }
        if x < old.count { segments.append(.same(old: old[x...], new: new[y...])) }
        return segments
    }

    /// Fewer than a quarter of the words stayed.
    var isRewritten: Bool {
        let before = Self.words(old[...])
        let longer = max(before, Self.words(new[...]))
        let common = before - edits.reduce(0) { $0 + Self.words(old[$1.old]) }
        return longer >= 4 && common * 4 < longer
    }

    // MARK: Boundaries

    /// Text that only came, or only went, can often be marked in several places: `a, [b,] c` or `a[, b], c`. It is
    /// marked where a line, a sentence or at least a word begins.
    mutating func moveToBoundaries() {
        for index in edits.indices {
            let edit = edits[index]
            if edit.old.isEmpty {
                let shift = shift(of: edit.new, in: new, before: room(before: index), after: room(after: index))
                edits[index] = Edit(old: edit.old.shifted(by: shift), new: edit.new.shifted(by: shift))
            } else if edit.new.isEmpty {
                let shift = shift(of: edit.old, in: old, before: room(before: index), after: room(after: index))
                edits[index] = Edit(old: edit.old.shifted(by: shift), new: edit.new.shifted(by: shift))
            }
        }
    }

    /// Tokens between an edit and the one before it, less the one that has to stay.
    private func room(before index: Int) -> Int {
        guard index > 0 else { return edits[index].old.lowerBound }
        return edits[index].old.lowerBound - edits[index - 1].old.upperBound - 1
    }

    private func room(after index: Int) -> Int {
        guard index + 1 < edits.count else { return old.count - edits[index].old.upperBound }
        return edits[index + 1].old.lowerBound - edits[index].old.upperBound - 1
    }

    private func shift(of range: Range<Int>, in tokens: [TextToken], before: Int, after: Int) -> Int {
        var lowest = 0
        while -lowest < before, tokens[range.lowerBound + lowest - 1].key == tokens[range.upperBound + lowest - 1].key {
            lowest -= 1
        }
        var highest = 0
        while highest < after, tokens[range.lowerBound + highest].key == tokens[range.upperBound + highest].key {
            highest += 1
        }
        let best = (lowest...highest).max { left, right in
            let (leftScore, rightScore) = (
                score(range.shifted(by: left), tokens), score(range.shifted(by: right), tokens)
            )
            return leftScore == rightScore ? abs(left) > abs(right) : leftScore < rightScore
        }
        return best ?? 0
    }

    private func score(_ range: Range<Int>, _ tokens: [TextToken]) -> Int {
        score(range.lowerBound, tokens) + score(range.upperBound, tokens)
    }

    /// How natural it is to begin or end a mark before a token.
    private func score(_ index: Int, _ tokens: [TextToken]) -> Int {
        guard index > 0, index < tokens.count else { return 4 }
        let (before, after) = (tokens[index - 1], tokens[index])
        if before.kind == .lineBreak || after.kind == .lineBreak { return 4 }
        if before.kind == .mark, after.kind == .space, ".!?;:".contains(before.text) { return 3 }
        if before.kind == .mark, after.kind == .space { return 2 }
        return before.kind == .space || after.kind == .space ? 1 : 0
    }

    // MARK: Phrases

    /// Two rewritten phrases have a space or an "of" in common by chance. Between longer changes such a remnant makes
    /// the text harder to read, not easier. Line breaks stay: lines that correspond stand beside each other.
    mutating func joinAcrossChance() {
        var joined: [Edit] = []
        for edit in edits {
            if let last = joined.last, isChance(between: last, and: edit) {
                joined[joined.count - 1] = Edit(
                    old: last.old.lowerBound..<edit.old.upperBound, new: last.new.lowerBound..<edit.new.upperBound)
            } else {
                joined.append(edit)
            }
        }
        edits = joined
    }

    private func isChance(between left: Edit, and right: Edit) -> Bool {
        let before = old[left.old.upperBound..<right.old.lowerBound]
        let after = new[left.new.upperBound..<right.new.lowerBound]
        if zip(before, after).contains(where: { $0.kind == .lineBreak && $1.kind == .lineBreak }) { return false }
        let common = Self.words(before)
        return common == 0 || common < longerSide(left) && common < longerSide(right)
    }

    private func longerSide(_ edit: Edit) -> Int { max(Self.words(old[edit.old]), Self.words(new[edit.new])) }

    /// A space at the same end of both phrases did not change.
    mutating func leaveSpacesOutside() {
        for index in edits.indices {
            let edit = edits[index]
            guard let oldFirst = old[edit.old].first, let newFirst = new[edit.new].first else { continue }
            let start = oldFirst.kind == .space && newFirst.kind == .space ? 1 : 0
            let shorter = min(edit.old.count, edit.new.count)
            let isSpaceAtEnd = old[edit.old].last?.kind == .space && new[edit.new].last?.kind == .space
            let end = isSpaceAtEnd && shorter > start ? 1 : 0
            edits[index] = Edit(
                old: edit.old.lowerBound + start..<edit.old.upperBound - end,
                new: edit.new.lowerBound + start..<edit.new.upperBound - end)
        }
    }

    private static func words(_ tokens: ArraySlice<TextToken>) -> Int { tokens.count { $0.kind == .word } }
}

extension Range<Int> {
    fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
