/// What differs between two texts, word by word, as a reader would mark it.
struct WordDiff: Sendable {
    enum Segment: Sendable {
        /// On both sides, though maybe with other spaces and line breaks: as many tokens on one as on the other.
        case same(old: ArraySlice<TextToken>, new: ArraySlice<TextToken>)
        /// Was on one side and is on the other; one of both may be empty.
        case changed(old: ArraySlice<TextToken>, new: ArraySlice<TextToken>)
    }

    /// Bytes of both texts together beyond which they are not taken apart: a bound on time and memory.
    static let maximumBytes = 400_000

    let segments: [Segment]

    init(_ old: String, _ new: String) {
        if old.utf8.count + new.utf8.count > Self.maximumBytes {
            segments = [.changed(old: Self.whole(old), new: Self.whole(new))]
            return
        }
        let (before, after) = (TextToken.tokens(of: old), TextToken.tokens(of: new))
        var edits = WordEdits(before, after)
        edits.moveToBoundaries()
        edits.joinAcrossChance()
        edits.leaveSpacesOutside()
        segments = edits.isRewritten ? [.changed(old: before[...], new: after[...])] : edits.segments
    }

    /// True when no words stayed, so that both texts are better read one after the other.
    var isRewritten: Bool {
        !segments.contains { if case .same(let old, _) = $0 { old.contains { $0.kind == .word } } else { false } }
    }

    private static func whole(_ text: String) -> ArraySlice<TextToken> {
        text.isEmpty ? [] : [TextToken(text: text[...], kind: .word)]
    }
}

extension ArraySlice<TextToken> {
    var text: String { map(\.text).joined() }
}
