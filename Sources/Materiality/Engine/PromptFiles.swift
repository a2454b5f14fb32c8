import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// The prompts of both sides, partials put in place: a change in a partial is found in every prompt that includes it,
/// and a partial that is no longer included counts as text that is gone.
struct PromptFiles {
    private let old: Side
    private let new: Side
    /// Pairs whose differences are all found, though maybe in a partial.
    private var explained: Set<String> = []
    private(set) var changeCount = PromptChangeCount()

    init(_ context: ComparisonContext) {
        old = Side(context.base)
        new = Side(context.head)
    }

    /// True for a partial that some prompt includes.
    func isIncluded(_ path: String) -> Bool { old.included.contains(path) || new.included.contains(path) }

    /// True when the model gets the same text from both files, whatever of it stands in partials.
    func isSameText(_ pair: FilePairs.Pair) -> Bool {
        guard let one = pair.old.flatMap(old.prompt), let other = pair.new.flatMap(new.prompt) else { return false }
        return one.isRecognised && other.isRecognised && one.effective.rendered == other.effective.rendered
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
        for pair in prompts { compareHiddenCharacters(pair, into: &collector) }
    }

    /// The paths of all files that the comparison covers.
    private mutating func compare(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) -> Set<String> {
        var (before, after) = (pair.old.flatMap(old.prompt), pair.new.flatMap(new.prompt))
        let differs = pair.old?.bytes != pair.new?.bytes
        guard before != nil || after != nil else {
            if differs { changeCount.giveUp() }
            return []
        }
        let isReadable = before?.isRecognised != false && after?.isRecognised != false
        if !isReadable {
            // Where includes can be read on one side only, they would look like text that came or went.
            before = pair.old.flatMap(old.promptWithoutPartials)
            after = pair.new.flatMap(new.promptWithoutPartials)
        }
        let empty = EffectivePrompt(PromptTemplate(engine: .undeclared, pieces: []), path: "") { _ in nil }
        var comparison = PromptComparison(
            before?.effective ?? empty, after?.effective ?? empty, pair.key,
            path: pair.new?.path ?? pair.old?.path ?? "", defaults: pair.new.map(new.defaults) ?? [],
            format: pair.new.flatMap(new.format) ?? pair.old.flatMap(old.format))
        comparison.run()
        changeCount.add(comparison.countedSentences)
        if !isReadable, differs { changeCount.giveUp() }
        // A whole file that came or went, or that cannot be read as what it is, has a finding of its own; words may
        // only raise it.
        let isWhole = pair.old != nil && pair.new != nil && isReadable
        for change in comparison.changes
        where isWhole || change.confidence == .heuristic && change.changeClass == .critical {
            collector.add(change)
        }
        if isWhole, !comparison.changes.isEmpty, let path = pair.new?.path { explained.insert(path) }
        return (before?.effective.paths ?? []).union(after?.effective.paths ?? [])
    }

    private func compareHiddenCharacters(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) {
        let before = pair.old.map(HiddenCharacterScan.find) ?? []
        let after = pair.new.map(HiddenCharacterScan.find) ?? []
        if let file = pair.new {
            for find in HiddenCharacterScan.surplus(of: after, over: before) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(
                            PromptRules.hiddenCharactersAdded,
                            "Nobody sees this character, but the model reads it: \(name)."),
                        pair.key, field: nil, path: file.path, action: .add, old: nil,
                        new: ChangeSide(name, at: .span(file, range: find.range))))
            }
        }
        if let file = pair.old, pair.new != nil {
            for find in HiddenCharacterScan.surplus(of: before, over: after) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(PromptRules.hiddenCharactersRemoved, "A character that nobody saw is gone: \(name)."),
                        pair.key,
                        field: nil, path: pair.new?.path ?? file.path, action: .remove,
                        old: ChangeSide(name, at: .span(file, range: find.range)), new: nil))
            }
        }
    }

    /// The prompts of one release.
    private struct Side {
        private let readings: [String: ComponentReading]
        let included: Set<String>

        init(_ unit: ReleaseUnit) {
            var readings: [String: ComponentReading] = [:]
            for entry in unit.closure.entries(of: .prompts) {
                readings[entry.file.path] = ComponentFormats.recognise(entry.source, category: .prompts)
            }
            self.readings = readings
            included = Set(
                readings.values.flatMap(\.references).compactMap { reference in
                    reference.candidates.first { readings[$0]?.prompt != nil }
                })
        }

        /// A file of no known format, or with a defect, is read as plain text: enough to see that a prohibition is gone.
        func prompt(_ source: SourceFile) -> (effective: EffectivePrompt, isRecognised: Bool)? {
            prompt(source) { readings[$0]?.prompt }
        }

        func promptWithoutPartials(_ source: SourceFile) -> (effective: EffectivePrompt, isRecognised: Bool)? {
            prompt(source) { _ in nil }
        }

        private func prompt(
            _ source: SourceFile, partial: (String) -> PromptTemplate?
        ) -> (effective: EffectivePrompt, isRecognised: Bool)? {
            if let reading = readings[source.path], reading.defects.isEmpty {
                guard let template = reading.prompt else { return nil }
                return (EffectivePrompt(template, path: source.path, partial: partial), true)
            }
            guard !source.bytes.contains(0), String(validating: source.bytes, as: UTF8.self) != nil else { return nil }
            let text = PromptTemplate.plainText(source, range: 0..<source.bytes.count)
            return (EffectivePrompt(text, path: source.path) { _ in nil }, false)
        }

        func format(_ source: SourceFile) -> FormatIdentity? { readings[source.path]?.format }

        /// Names under `input.default` of the front matter.
        func defaults(_ source: SourceFile) -> Set<String> {
            let roots = readings[source.path]?.settings?.roots ?? []
            return Set(roots.flatMap { $0["input"]?["default"]?.entries.map(\.key.text) ?? [] })
        }
    }
}
