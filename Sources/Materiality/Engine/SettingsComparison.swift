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
        let rule: ChangeRule
        switch category {
        case .model: rule = ModelWeightsRules.weightsChanged
        case .retrieval: rule = RetrievalRules.indexChanged
        default: rule = FileRules.of(category).opaqueChanged
        }
        let isSameDigest = old.digest == new.digest
        return Change(
            Claim(
                rule,
                "The pointer \(new.source.path) stands for other content, \(new.size) instead of \(old.size) bytes."),
            subject,
            field: isSameDigest ? "size" : "oid", path: new.source.path, action: .change,
            old: side(old, isSameDigest), new: side(new, isSameDigest))
    }

    private static func side(_ pointer: ContentPointer, _ isSameDigest: Bool) -> ChangeSide {
        isSameDigest
            ? ChangeSide(pointer.size, at: .span(pointer.source, range: pointer.sizeRange))
            : ChangeSide(
                "\(pointer.algorithm):\(pointer.digest)", at: .span(pointer.source, range: pointer.digestRange))
    }
}
