/// Lines of text in which every piece says whether it stayed, went or came.
struct MarkedText: Sendable, Hashable {
    enum Mark: Sendable { case same, removed, added, omitted }

    struct Piece: Sendable, Hashable {
        var text: String
        let mark: Mark
    }

    private(set) var lines: [[Piece]] = [[]]

    /// - Parameter context: words that are kept beside a change; what stayed beyond them is left out. Nil keeps all.
    init(_ diff: WordDiff, context: Int?) {
        for (number, segment) in diff.segments.enumerated() {
            switch segment {
            case .changed(let old, let new):
                append(old.text, .removed)
                append(new.text, .added)
            case .same(_, let new):
                let isFirst = number == 0
                let isLast = number == diff.segments.count - 1
                append(new, context: context, keepsStart: !isFirst, keepsEnd: !isLast)
            }
        }
    }

    private mutating func append(
        _ tokens: ArraySlice<TextToken>, context: Int?, keepsStart: Bool, keepsEnd: Bool
    ) {
        let words = tokens.indices.filter { tokens[$0].kind == .word }
        let kept = context.map { (keepsStart ? $0 : 0) + (keepsEnd ? $0 : 0) }
        // Leaving out a word or two would save nothing.
        guard let context, let kept, words.count > kept + 2 else { return append(tokens.text, .same) }
        if keepsStart { append(tokens[...words[context - 1]].text + " ", .same) }
        append("…", .omitted)
        if keepsEnd { append(" " + tokens[words[words.count - context]...].text, .same) }
    }

    private mutating func append(_ text: String, _ mark: Mark) {
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if number > 0 { lines.append([]) }
            if line.isEmpty { continue }
            let last = lines.count - 1
            if lines[last].last?.mark == mark {
                lines[last][lines[last].count - 1].text += line
            } else {
                lines[last].append(Piece(text: String(line), mark: mark))
            }
        }
    }
}
