import SourceText

/// Compares two prompts that differ in more text than is compared word by word: one finding says so, and prohibitions
/// that are nowhere in the head any more are still found, because that takes no more than reading both once.
enum LongPromptComparison {
    /// Bytes of both sides outside the passages that both have. The files of real prompts are far below.
    static let longestExact = 1_000_000
    /// Findings of one kind that are listed; the last one says how many there are.
    static let listed = 20

    static func found(_ old: EffectivePrompt, _ new: EffectivePrompt, _ passages: PromptPassages)
        -> [SentenceComparison.Found]
    {
        let place = FirstDifferingPiece(old, new)
        let summary = SentenceComparison.Found(
            claim: Claim(
                PromptRules.rewritten,
                "\(passages.oldBytes - passages.commonBytes) bytes of the prompt became \(passages.newBytes - passages.commonBytes), together more than the \(longestExact) that are compared word by word: what that means is for a person to say."
            ), action: .change, old: place.old, new: place.new)
        let kept = Set(passages.new.map(\.words))
        let gone = passages.old.filter { !$0.isAnchor && !kept.contains($0.words) && Modality($0).forbids }
        return [summary]
            + gone.prefix(listed).enumerated().map { index, sentence in
                let further = index == listed - 1 ? gone.count - listed : 0
                return SentenceComparison.Found(
                    claim: Claim(
                        PromptRules.prohibitionRemoved,
                        further > 0
                            ? "A prohibition is gone, and \(further) more." : "A prohibition is gone."),
                    action: .remove, old: sentence.side, new: nil)
            }
    }
}
