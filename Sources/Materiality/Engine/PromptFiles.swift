import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// The prompts of both sides, partials put in place: a change in a partial is found in every prompt that includes it,
/// and a partial that is no longer included counts as text that is gone.
struct PromptFiles {
    private let old: ReleasePrompts
    private let new: ReleasePrompts
    /// Pairs whose differences are all found, though maybe in a partial.
    private var explained: Set<String> = []
    private(set) var changeCount = PromptChangeCount()

    init(_ context: ComparisonContext) {
        old = ReleasePrompts(context.base)
        new = ReleasePrompts(context.head)
    }

    /// True for a partial that some prompt includes.
    func isIncluded(_ path: String) -> Bool { old.included.contains(path) || new.included.contains(path) }

    /// True when the model gets the same text from both files, whatever of it stands in partials.
    func isSameText(_ pair: FilePairs.Pair) -> Bool {
        guard let one = pair.old.flatMap(old.prompts), let other = pair.new.flatMap(new.prompts) else { return false }
        let pairs = PromptPairs(one.prompts, other.prompts)
        return one.isRecognised && other.isRecognised && pairs.removed.isEmpty && pairs.added.isEmpty
            && pairs.both.allSatisfy { $0.old.effective.rendered == $0.new.effective.rendered }
            && HostedPromptComparison.isSame(one.hosted, other.hosted)
    }

    /// What both files were found to hold, which was read already.
    func readings(_ before: SourceFile, _ after: SourceFile) -> (ComponentReading?, ComponentReading?) {
        (old.reading(before), new.reading(after))
    }

    func isExplained(_ pair: FilePairs.Pair) -> Bool { explained.contains(pair.new?.path ?? "") }

    mutating func compare(_ pairs: [FilePairs.Pair], into collector: inout ChangeCollector) {
        var covered: Set<String> = []
        let prompts = pairs.filter { $0.category == .prompts }
        for pair in prompts where !(isIncluded(pair.new?.path ?? pair.old?.path ?? "")) {
            covered.formUnion(compare(pair, into: &collector))
        }
        // Partials that include one another, and that nothing else includes.
        for pair in prompts {
            let path = pair.new?.path ?? pair.old?.path ?? ""
            if isIncluded(path), !covered.contains(path) { covered.formUnion(compare(pair, into: &collector)) }
        }
        for pair in prompts { HiddenCharacterComparison.compare(pair, old, new, into: &collector) }
    }

    /// The paths of all files that the comparison covers.
    private mutating func compare(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) -> Set<String> {
        var (before, after) = (pair.old.flatMap(old.prompts), pair.new.flatMap(new.prompts))
        let differs = pair.old?.bytes != pair.new?.bytes
        guard before != nil || after != nil else {
            if differs { changeCount.giveUp() }
            return []
        }
        // A file that is there and of which nothing was read is no prompt without a text.
        let isRead = (pair.old == nil || before != nil) && (pair.new == nil || after != nil)
        let isReadable = isRead && before?.isRecognised != false && after?.isRecognised != false
        if !isReadable {
            (before, after) = unreadable(pair)
            if pair.old != nil && before == nil || pair.new != nil && after == nil {
                changeCount.giveUp()
                return []
            }
        }
        // A whole file that came or went, or that cannot be read as what it is, has a finding of its own; words may
        // only raise it.
        let isWhole = pair.old != nil && pair.new != nil && isReadable
        var changes: [Change] = []
        let prompts = PromptPairs(before?.prompts ?? [], after?.prompts ?? [])
        for both in prompts.both { changes += compare(both.old, both.new, pair) }
        for gone in prompts.removed { changes += compare(gone, nil, pair) }
        for further in prompts.added { changes += compare(nil, further, pair) }
        changes += HostedPromptComparison.changes(
            before?.hosted ?? [], after?.hosted ?? [], pair.key, format: after?.format ?? before?.format)
        for change in changes where isWhole || change.confidence == .heuristic && change.changeClass == .critical {
            collector.add(change)
        }
        if !isReadable, differs { changeCount.giveUp() }
        if isWhole, !changes.isEmpty, let path = pair.new?.path { explained.insert(path) }
        return Set((before?.prompts ?? []).flatMap(\.effective.paths))
            .union((after?.prompts ?? []).flatMap(\.effective.paths))
    }

    /// Both sides as far as they can be read, in the same way: where includes or tags are read on one side only, they
    /// would look like text that came or went.
    private func unreadable(_ pair: FilePairs.Pair) -> (ReleasePrompts.File?, ReleasePrompts.File?) {
        let before = pair.old.flatMap(old.promptsWithoutPartials)
        let after = pair.new.flatMap(new.promptsWithoutPartials)
        if (before == nil) == (pair.old == nil), (after == nil) == (pair.new == nil) { return (before, after) }
        func read(_ source: SourceFile?, _ prompts: ReleasePrompts, _ read: ReleasePrompts.File?) -> ReleasePrompts
            .File?
        {
            // What a pointer stands for is not here, and its own text is none for the model.
            guard let source, prompts.reading(source)?.pointer == nil else { return nil }
            return prompts.isText(source) ? prompts.plainText(source) : read ?? prompts.plainText(source)
        }
        return (read(pair.old, old, before), read(pair.new, new, after))
    }

    /// The changes of one prompt; of one that only one side has, also that.
    private mutating func compare(
        _ before: ReleasePrompts.Prompt?, _ after: ReleasePrompts.Prompt?, _ pair: FilePairs.Pair
    ) -> [Change] {
        let format = pair.new.flatMap(new.format) ?? pair.old.flatMap(old.format)
        let path = pair.new?.path ?? pair.old?.path ?? ""
        var comparison = PromptComparison(
            before?.effective ?? .empty, after?.effective ?? .empty, pair.key, path: path,
            defaults: after?.defaults ?? [], format: format)
        comparison.run()
        changeCount.add(comparison.countedSentences)
        if !comparison.isCounted { changeCount.giveUp() }
        guard before == nil || after == nil, let only = before ?? after, let name = only.name else {
            return comparison.changes
        }
        // The prompt as a whole says it; words may only raise that.
        let side = only.side
        let whole = Change(
            after == nil
                ? Claim(PromptRules.removed, "The prompt \(name) of this file is gone.")
                : Claim(PromptRules.added, "This file has a further prompt, \(name)."),
            pair.key, field: name, path: path, action: after == nil ? .remove : .add, old: after == nil ? side : nil,
            new: after == nil ? nil : side, format: format)
        return [whole] + comparison.changes.filter { $0.confidence == .heuristic && $0.changeClass == .critical }
    }
}
