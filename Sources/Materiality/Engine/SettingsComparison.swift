import ComponentFormats
import PlanModel
import SourceText

/// Compares the named values of two files of one format.
struct SettingsComparison {
    let edits: [SettingEdit]
    /// True when the files differ in something that the values do not show.
    let hasOtherHints: Bool

    init(_ old: SettingsDocument?, _ new: SettingsDocument?, format: FormatIdentity, _ subject: Subject) {
        guard let known = new ?? old else {
            edits = []
            hasOtherHints = false
            return
        }
        let count = max(old?.roots.count ?? 0, new?.roots.count ?? 0)
        edits = (0..<count).flatMap { index in
            StructureDiff.edits(
                from: old?.roots.dropFirst(index).first, to: new?.roots.dropFirst(index).first, known.vocabulary
            ).map { edit in
                SettingEdit(
                    subject: subject, format: format, difference: edit, oldSource: old?.source ?? known.source,
                    newSource: new?.source ?? known.source)
            }
        }
        hasOtherHints = (old?.readerHints ?? []) != (new?.readerHints ?? [])
    }
}

/// Compares two pointers to content elsewhere.
enum PointerComparison {
    static func change(
        _ old: ContentPointer, _ new: ContentPointer, _ subject: Subject, _ category: ComponentCategory
    ) -> Change {
        guard let (before, after) = firstDifference(old, new) else {
            return FileChanges.sourceOnly(old.source, new.source, subject, category)
        }
        let rule: ChangeRule
        switch category {
        case .model: rule = ModelWeightsRules.weightsChanged
        case .retrieval: rule = RetrievalRules.indexChanged
        default: rule = FileRules.of(category).opaqueChanged
        }
        return Change(
            Claim(
                rule,
                "The pointer \(new.source.path) stands for other content, \(new.size.value) instead of \(old.size.value) bytes."
            ),
            subject, field: (after ?? before)?.name, path: new.source.path, action: .change,
            old: side(before, old.source), new: side(after, new.source))
    }

    private typealias Parts = (old: ContentPointer.Part?, new: ContentPointer.Part?)

    /// The first part that differs, or that only one side has.
    private static func firstDifference(_ old: ContentPointer, _ new: ContentPointer) -> Parts? {
        for part in old.parts {
            let other = new.parts.first { $0.name == part.name }
            if other?.value != part.value { return (part, other) }
        }
        return new.parts.first { part in !old.parts.contains { $0.name == part.name } }.map { (nil, $0) }
    }

    private static func side(_ part: ContentPointer.Part?, _ source: SourceFile) -> ChangeSide? {
        part.map { ChangeSide($0.value, at: .span(source, range: $0.range)) }
    }
}
