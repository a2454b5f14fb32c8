import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Texts for users that have no keys. Any change is one of the notice; words may raise it.
enum ExperienceComparison {
    static func changes(_ old: SourceFile, _ new: SourceFile, _ subject: Subject) -> [Change] {
        [
            FileChanges.whole(
                old, new, subject, ExperienceRules.noticeChanged,
                "The file \(new.path), which users see, says something else.")
        ] + promises(old, new, subject)
    }

    static func promises(_ old: SourceFile?, _ new: SourceFile?, _ subject: Subject) -> [Change] {
        Promise.all.compactMap { promise in
            let before = old.flatMap { find(promise, in: $0) }
            let after = new.flatMap { find(promise, in: $0) }
            switch (before, after) {
            case (let place?, nil):
                return Change(
                    Claim(promise.removed, "Users are no longer told \(promise.what)."), subject, field: nil,
                    path: new?.path ?? old?.path ?? "", action: .remove, old: place, new: nil)
            case (nil, let place?):
                return Change(
                    Claim(promise.added, "Users are told \(promise.what)."), subject, field: nil, path: new?.path ?? "",
                    action: .add, old: nil, new: place)
            case (let place?, .some):
                guard let old, let new, isLost(promise, old, new) else { return nil }
                return Change(
                    Claim(promise.removed, "A sentence is gone that told users \(promise.what)."), subject,
                    field: nil, path: new.path, action: .remove, old: lost(promise, old, new) ?? place, new: nil)
            default:
                return nil
            }
        }
    }

    /// A translation that is gone while others of the same text stay; nil for any other file.
    static func droppedLanguage(_ pair: FilePairs.Pair, in head: ReleaseUnit) -> Change? {
        guard pair.category == .experience, pair.new == nil, let old = pair.old,
            let localised = LocalisedPath(old.path),
            head.closure.entries(of: .experience).contains(where: { entry in
                LocalisedPath(entry.file.path)?.pattern == localised.pattern
            })
        else { return nil }
        return Change(
            Claim(
                ExperienceRules.noticeChanged, .critical,
                "Users who read \(localised.language) are no longer told what others are: \(old.path) is gone."),
            pair.key, field: nil, path: old.path, action: .remove,
            old: ChangeSide(old.path, at: .file(path: old.path)), new: nil)
    }

    private static func find(_ promise: Promise, in source: SourceFile) -> ChangeSide? {
        if let settings = ComponentFormats.recognise(source, category: .experience)?.settings {
            for root in settings.roots {
                if let entry = KeyedTextComparison.entry(promise, in: root) {
                    return ChangeSide(NodeText.describe(entry.value), at: .span(source, range: entry.range))
                }
            }
        }
        return sentences(of: source).first { promise.isSaid(in: $0.text) }?.side
    }

    private static func isLost(_ promise: Promise, _ old: SourceFile, _ new: SourceFile) -> Bool {
        promise.isLost(from: sentences(of: old).map(\.text), to: sentences(of: new).map(\.text))
    }

    private static func lost(_ promise: Promise, _ old: SourceFile, _ new: SourceFile) -> ChangeSide? {
        let kept = Set(sentences(of: new).map(\.text))
        return sentences(of: old).first { !kept.contains($0.text) && promise.isSaid(in: $0.text) }?.side
    }

    /// What users get to see.
    static func sentences(of source: SourceFile) -> [Sentence] {
        let source = SourceFile(path: source.path, bytes: ShownText.blanked(source.bytes))
        let text = PromptTemplate.plainText(source, range: 0..<source.bytes.count)
        return SentenceSplitter.sentences(of: EffectivePrompt(text, path: source.path) { _, _ in nil })
    }
}
