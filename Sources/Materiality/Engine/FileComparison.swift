import ComponentFormats
import PackageContents
import PlanModel
import SourceText

/// Compares the files that ship, pair by pair: by what they hold where a format is known, by their bytes where not.
struct FileComparison {
    let pairs: [FilePairs.Pair]
    let context: ComparisonContext
    private let taxonomies: GuardTaxonomies
    private let inclusions: Inclusions
    private var prompts: PromptFiles

    /// How much of the prompts' text changed; known after `run`.
    var promptChangeCount: PromptChangeCount { prompts.changeCount }

    init(pairs: [FilePairs.Pair], _ taxonomies: GuardTaxonomies, _ context: ComparisonContext) {
        self.pairs = pairs
        self.taxonomies = taxonomies
        self.context = context
        inclusions = Inclusions(pairs, context)
        prompts = PromptFiles(context)
    }

    mutating func run(into collector: inout ChangeCollector) {
        prompts.compare(pairs, into: &collector)
        for pair in pairs where pair.category == .guardrails || pair.category == .experience {
            HiddenCharacterComparison.compareTexts(pair, in: context, into: &collector)
        }
        for pair in pairs where !inclusions.covers(pair) {
            if let old = pair.old, let new = pair.new {
                compare(old, new, of: pair, into: &collector)
            } else {
                addOneSided(pair, into: &collector)
            }
        }
        for pair in pairs where inclusions.covers(pair) { addIncluded(pair, into: &collector) }
    }

    // MARK: Both sides

    private func compare(
        _ old: SourceFile, _ new: SourceFile, of pair: FilePairs.Pair, into collector: inout ChangeCollector
    ) {
        if old.bytes == new.bytes, !inclusions.differ(pair) {
            // A partial that a prompt includes under its new name is part of that prompt.
            if old.path != new.path, !prompts.isIncluded(new.path) {
                collector.add(FileChanges.renamed(old, new, pair.key, pair.category))
            }
            return
        }
        compareContent(old, new, of: pair, into: &collector)
    }

    private func compareContent(
        _ old: SourceFile, _ new: SourceFile, of pair: FilePairs.Pair, into collector: inout ChangeCollector
    ) {
        let readings =
            pair.category == .prompts
            ? prompts.readings(old, new)
            : (
                ComponentFormats.recognise(old, category: pair.category, shipped: context.base.files),
                ComponentFormats.recognise(new, category: pair.category, shipped: context.head.files)
            )
        if let defective = FileChanges.defective(readings, old, new, pair.key, pair.category) {
            collector.add(defective)
            return
        }
        if pair.category == .experience, compareTexts(readings, old, new, of: pair, into: &collector) { return }
        guard let before = readings.0, let after = readings.1, before.format.name == after.format.name else {
            collector.add(FileChanges.unknown(old, new, pair.key, pair.category))
            return
        }
        if let one = before.pointer, let other = after.pointer {
            collector.add(PointerComparison.change(one, other, pair.key, pair.category))
            return
        }
        let settings = SettingsComparison(before.settings, after.settings, format: after.format, pair.key)
        collector.add(settings.edits.filter { !taxonomies.explains($0) })
        if settings.hasOtherHints {
            collector.add(
                FileChanges.opaque(
                    old, new, pair.key, pair.category,
                    because: "it has other tags or directives, which tools read in their own way"))
        }
        if pair.category == .prompts {
            for edit in UnreadTexts(before, after).edits(among: settings.edits) {
                let claim = Claim(PromptRules.settingChanged, "A text in the prompt's file is another: \(edit.step).")
                collector.add(edit.change(claim))
            }
        }
        if collector.mentions(new.path) || old.path != new.path && collector.mentions(old.path) { return }
        if old.bytes == new.bytes { return }
        // Nothing found: only what is certainly the same may be called so.
        if before.prompts.map(\.template.rendered) == after.prompts.map(\.template.rendered)
            && before.hostedPrompts.isEmpty && after.hostedPrompts.isEmpty || prompts.isSameText(pair)
        {
            collector.add(FileChanges.sourceOnly(old, new, pair.key, pair.category))
        } else if !prompts.isExplained(pair) {
            collector.add(FileChanges.opaque(old, new, pair.key, pair.category))
        }
    }

    /// Texts for users. False for a pointer and the like, and for what cannot be read.
    private func compareTexts(
        _ readings: (old: ComponentReading?, new: ComponentReading?), _ old: SourceFile, _ new: SourceFile,
        of pair: FilePairs.Pair, into collector: inout ChangeCollector
    ) -> Bool {
        if let before = readings.old?.settings, let after = readings.new?.settings,
            let format = readings.new?.format, format.name == KeyedTexts.name,
            readings.old?.format.name == format.name, before.readerHints == after.readerHints
        {
            let keyed = KeyedTextComparison(old: before, new: after, format: format, subject: pair.key)
            let changes = keyed.changes()
            for change in changes { collector.add(change) }
            if changes.isEmpty { collector.add(FileChanges.sourceOnly(old, new, pair.key, pair.category)) }
            return true
        }
        guard [(old, readings.old), (new, readings.new)].allSatisfy({ FileChanges.isText($0, $1) }) else {
            return false
        }
        for change in ExperienceComparison.changes(old, new, pair.key) { collector.add(change) }
        return true
    }

    // MARK: Parts of other files

    /// What an included file says is found in the file that includes it; here remains that it is written differently.
    private func addIncluded(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) {
        guard pair.old?.bytes != pair.new?.bytes,
            ![pair.old, pair.new].contains(where: { $0.map { collector.mentions($0.path) } ?? false })
        else { return }
        if let old = pair.old, let new = pair.new {
            collector.add(FileChanges.sourceOnly(old, new, pair.key, pair.category))
        } else {
            collector.add(FileChanges.partialCameOrWent(pair, pair.key))
        }
    }

    // MARK: One side

    private func addOneSided(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) {
        let path = pair.new?.path ?? pair.old?.path ?? ""
        if prompts.isIncluded(path) {
            collector.add(FileChanges.partialCameOrWent(pair, pair.key))
            return
        }
        // The entry in the release package that names the file says it better.
        let hasEntry = collector.changes.contains { change in
            change.category == pair.key.category && change.subject == pair.subject
                && change.action == (pair.new == nil ? .remove : .add)
        }
        if pair.category == .experience {
            for change in ExperienceComparison.promises(pair.old, pair.new, pair.key) { collector.add(change) }
        }
        if let dropped = ExperienceComparison.droppedLanguage(pair, in: context.head) {
            collector.add(dropped)
        } else if !hasEntry {
            collector.add(FileChanges.cameOrWent(pair, pair.key))
        }
    }
}

extension FilePairs.Pair {
    var key: Subject { Subject(category: ChangeCategory(category), id: subject) }
}
