import ComponentFormats
import SourceText
import YAMLDocuments

/// How what the model reads is indexed and found.
enum RetrievalRules: SettingRules {
    static let indexChanged = ChangeRule(
        "retrieval/index-changed", .material, noMirror: "Moving back is the same change.",
        "The index holds other content: another name, snapshot, digest or pointer.")
    static let embeddingChanged = ChangeRule(
        "retrieval/embedding-changed", .material, noMirror: "Moving back is the same change.",
        "Text becomes vectors in another way."
    )
    .or(.critical, when: "the index was not rebuilt")
    static let depthChanged = ChangeRule(
        "retrieval/depth-changed", .minor, noMirror: "Neither direction is stricter.",
        "More or fewer passages are read."
    )
    .or(.material, when: "it is twice as deep, half as deep, or set on one side only")
    static let chunkingChanged = ChangeRule(
        "retrieval/chunking-changed", .material, noMirror: "Neither direction is stricter.",
        "Content is cut, or its pieces are ranked, in another way.")
    static let minScoreLowered = ChangeRule(
        "retrieval/min-score-lowered", .material, .loosened, mirror: "retrieval/min-score-raised",
        "Passages that fit less well are read too.")
    static let minScoreRaised = ChangeRule(
        "retrieval/min-score-raised", .minor, .tightened, mirror: "retrieval/min-score-lowered",
        "Only passages that fit better are read.")
    static let settingChanged = ChangeRule(
        "retrieval/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Another setting of the retrieval changed.")

    static let rules = [
        indexChanged, embeddingChanged, depthChanged, chunkingChanged, minScoreLowered, minScoreRaised, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.subject.category == .retrieval else { return nil }
        switch edit.meaning {
        case .indexName, .contentDigest, .contentPath, .contentSize:
            return Claim(indexChanged, "The index holds other content: \(edit.step).")
        case .embedding: return embedding(edit, context)
        case .depth: return depth(edit)
        case .chunking: return Claim(chunkingChanged, "Content is cut or ranked in another way: \(edit.step).")
        case .minimumScore: return minimumScore(edit)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .retrieval
            ? Claim(settingChanged, "A setting of the retrieval is another: \(edit.step).") : nil
    }

    private static func embedding(_ edit: SettingEdit, _ context: ComparisonContext) -> Claim {
        if context.isIndexRebuilt(edit.subject.id) {
            return Claim(embeddingChanged, "Text becomes vectors in another way: \(edit.step).")
        }
        return Claim(
            embeddingChanged, .critical,
            "Questions become vectors in another way than the index, which was not rebuilt: \(edit.step).")
    }

    private static func depth(_ edit: SettingEdit) -> Claim {
        guard let old = edit.old?.decimal, let new = edit.new?.decimal, !old.isZero, !new.isZero else {
            return Claim(depthChanged, .material, "How many passages are read is set on one side only: \(edit.step).")
        }
        let isDoubled = new.isAtLeastTwice(old) || old.isAtLeastTwice(new)
        return Claim(
            depthChanged, isDoubled ? .material : .minor,
            isDoubled
                ? "The model reads a different number of passages, by a factor of two or more: \(edit.step)."
                : "The model reads a few more or fewer passages: \(edit.step).")
    }

    private static func minimumScore(_ edit: SettingEdit) -> Claim {
        if edit.new == nil { return Claim(minScoreLowered, "Passages are read however badly they fit: \(edit.step).") }
        if edit.old == nil { return Claim(minScoreRaised, "Passages have to fit well enough now: \(edit.step).") }
        switch Polarity.direction(of: edit, among: Polarity.retrievalScores) {
        case .loosened: return Claim(minScoreLowered, "Passages that fit less well are read too: \(edit.step).")
        case .tightened: return Claim(minScoreRaised, "Only passages that fit better are read: \(edit.step).")
        case .neutral, nil:
            return Claim(settingChanged, "The least score of a passage is set differently: \(edit.step).")
        }
    }
}
