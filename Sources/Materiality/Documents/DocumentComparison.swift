import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Compares our own documents field by field: the release package without its components, the system, the plan.
enum DocumentComparison {
    static func edits(_ context: ComparisonContext) -> [SettingEdit] {
        package(context) + system(context) + plan(context)
    }

    private static func package(_ context: ComparisonContext) -> [SettingEdit] {
        let (old, new) = (context.base.closure.package, context.head.closure.package)
        let components: FieldPath = FieldPath([.key("spec"), .key("components")])
        return edits(
            from: old.envelope, to: new.envelope, DocumentVocabularies.package, skipping: components
        ) { path in
            Subject(category: category(ofPackageField: path), id: new.name)
        }
    }

    /// Fields of the package that belong to the plan's part of a release, or to what users are told.
    private static func category(ofPackageField path: FieldPath) -> ChangeCategory {
        guard path.steps.first == .key("spec"), path.steps.count > 1, case .key(let key) = path.steps[1] else {
            return .system
        }
        switch key {
        case "plan", "rollout", "rollback": return .plan
        case "disclosure": return .experience
        default: return .system
        }
    }

    private static func system(_ context: ComparisonContext) -> [SettingEdit] {
        let (old, new) = (context.base.closure.system, context.head.closure.system)
        return edits(from: old.envelope, to: new.envelope, DocumentVocabularies.system) { _ in
            Subject(category: .system, id: new.name)
        }
    }

    private static func plan(_ context: ComparisonContext) -> [SettingEdit] {
        guard let old = context.base.plan, let new = context.head.plan else { return [] }
        return edits(from: old.envelope, to: new.envelope, DocumentVocabularies.plan) { _ in
            Subject(category: .plan, id: new.name)
        }
    }

    private static func edits(
        from old: Envelope, to new: Envelope, _ vocabulary: SettingVocabulary, skipping skipped: FieldPath? = nil,
        subject: (FieldPath) -> Subject
    ) -> [SettingEdit] {
        let isSame = old.document.root.range == new.document.root.range && old.source.bytes == new.source.bytes
        if isSame { return [] }
        return StructureDiff.edits(from: old.document.root, to: new.document.root, vocabulary).compactMap { edit in
            if let skipped, edit.path.steps.starts(with: skipped.steps) { return nil }
            return SettingEdit(
                subject: subject(edit.path), format: nil, difference: edit, oldSource: old.source, newSource: new.source
            )
        }
    }
}
