import ComponentFormats
import PackageContents
import PlanModel
import SourceText

/// Compares the files that ship, pair by pair: by what they hold where a format is known, by their bytes where not.
struct FileComparison {
    let pairs: [FilePairs.Pair]
    let context: ComparisonContext

    init(pairs: [FilePairs.Pair], _ context: ComparisonContext) {
        self.pairs = pairs
        self.context = context
    }

    func run(into collector: inout ChangeCollector) {
        for pair in pairs {
            switch (pair.old, pair.new) {
            case (let old?, let new?): compare(old, new, of: pair, into: &collector)
            default: addOneSided(pair, into: &collector)
            }
        }
    }

    private func compare(
        _ old: SourceFile, _ new: SourceFile, of pair: FilePairs.Pair, into collector: inout ChangeCollector
    ) {
        let subject = Subject(category: ChangeCategory(pair.category), id: pair.subject)
        if old.bytes == new.bytes {
            if old.path != new.path { collector.add(FileChanges.renamed(old, new, subject, pair.category)) }
            return
        }
        guard let before = ComponentFormats.recognise(old, category: pair.category),
            let after = ComponentFormats.recognise(new, category: pair.category), before.format.name == after.format.name
        else {
            collector.add(FileChanges.opaque(old, new, subject, pair.category))
            return
        }
        collector.add(settingEdits(before, after, subject))
    }

    private func settingEdits(
        _ before: ComponentReading, _ after: ComponentReading, _ subject: Subject
    ) -> [SettingEdit] {
        guard let old = before.settings, let new = after.settings else { return [] }
        return zip(old.roots, new.roots).flatMap { one, other in
            StructureDiff.edits(from: one, to: other, new.vocabulary).map { edit in
                SettingEdit(
                    subject: subject, format: after.format.name, difference: edit, oldSource: old.source,
                    newSource: new.source)
            }
        }
    }

    private func addOneSided(_ pair: FilePairs.Pair, into collector: inout ChangeCollector) {
        let subject = Subject(category: ChangeCategory(pair.category), id: pair.subject)
        collector.add(FileChanges.cameOrWent(pair, subject))
    }
}
