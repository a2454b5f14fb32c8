import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Pairs the entries of `components` on both sides, and compares what they say.
struct ComponentEntries {
    struct Pair {
        let category: ComponentCategory
        let id: String
        let old: ComponentItem?
        let new: ComponentItem?
    }

    let pairs: [Pair]
    private let context: ComparisonContext

    init(_ context: ComparisonContext) {
        self.context = context
        pairs = ComponentCategory.allCases.flatMap { category in
            Self.pair(
                context.base.closure.package.components.items(category),
                context.head.closure.package.components.items(category), category)
        }
    }

    /// By id (models by their role, then by their id); what is left over is paired in order where both sides have as
    /// many, so that giving an entry another name does not hide what else changed in it.
    private static func pair(
        _ old: [ComponentItem], _ new: [ComponentItem], _ category: ComponentCategory
    ) -> [Pair] {
        func name(_ item: ComponentItem) -> String {
            if category == .model { return item.fields.text("role")?.value ?? category.rawValue }
            return item.id?.value ?? category.rawValue
        }
        var rest = new
        var pairs: [Pair] = []
        var unmatched = old
        func match(_ key: (ComponentItem) -> String?) {
            unmatched.removeAll { item in
                guard let index = rest.firstIndex(where: { key($0) == key(item) }) else { return false }
                let other = rest.remove(at: index)
                pairs.append(Pair(category: category, id: name(other), old: item, new: other))
                return true
            }
        }
        match(name)
        if category == .model { match { $0.id?.value } }
        if unmatched.count == rest.count {
            return pairs + zip(unmatched, rest).map { Pair(category: category, id: name($1), old: $0, new: $1) }
        }
        return pairs + unmatched.map { Pair(category: category, id: name($0), old: $0, new: nil) }
            + rest.map { Pair(category: category, id: name($0), old: nil, new: $0) }
    }

    func edits() -> [SettingEdit] {
        pairs.flatMap(edits) + pairs.compactMap(renaming) + ComponentCategory.allCases.flatMap(collisions)
    }

    /// An entry that has another name.
    private func renaming(of pair: Pair) -> SettingEdit? {
        guard let old = pair.old?.id, let new = pair.new?.id, old.value != new.value, pair.category != .model,
            let before = pair.old?.fields.node?["id"], let after = pair.new?.fields.node?["id"]
        else { return nil }
        return edit(
            pair.category, pair.id,
            StructureDiff.Edit(
                path: FieldPath([.key(pair.category.rawValue), .item(pair.id), .key("id")]), meaning: .componentName,
                action: .rename, old: before, new: after, oldParent: nil, newParent: nil))
    }

    /// Entries of the head that share a name where the base's did not, or others than there: tools take one of them.
    private func collisions(in category: ComponentCategory) -> [SettingEdit] {
        guard category != .model else { return [] }
        func shared(_ unit: ReleaseUnit) -> [String: [ComponentItem]] {
            let items = unit.closure.package.components.items(category).filter { $0.id != nil }
            return Dictionary(grouping: items) { $0.id?.value ?? "" }.filter { $0.value.count > 1 }
        }
        let (old, new) = (shared(context.base), shared(context.head))
        return new.keys.sorted().compactMap { name in
            guard let items = new[name], let last = items.last?.fields.node else { return nil }
            if let before = old[name], before.count == items.count,
                zip(before, items).allSatisfy({ one, other in
                    one.fields.node.map(NodeText.describe) == other.fields.node.map(NodeText.describe)
                })
            {
                return nil
            }
            let before = context.base.closure.package.components.items(category).first { $0.id?.value == name }
            return edit(
                category, name,
                StructureDiff.Edit(
                    path: FieldPath([.key(category.rawValue), .item(name)]), meaning: .collidingNames, action: .change,
                    old: before?.fields.node ?? last, new: last, oldParent: nil, newParent: nil))
        }
    }

    private func edit(_ category: ComponentCategory, _ id: String, _ difference: StructureDiff.Edit) -> SettingEdit {
        SettingEdit(
            subject: Subject(category: ChangeCategory(category), id: id), format: nil, difference: difference,
            oldSource: context.base.closure.package.envelope.source,
            newSource: context.head.closure.package.envelope.source)
    }

    private func edits(of pair: Pair) -> [SettingEdit] {
        let category = ChangeCategory(pair.category)
        let vocabulary = DocumentVocabularies.component(category)
        let (old, new) = (pair.old?.fields.node, pair.new?.fields.node)
        let differences: [StructureDiff.Edit]
        if let old, let new {
            differences = StructureDiff.edits(from: old, to: new, vocabulary).filter { isChange($0, in: pair) }
        } else if pair.category == .inference || pair.category == .routing {
            // One mapping without an id: its settings come or go one by one.
            differences = StructureDiff.edits(from: old, to: new, vocabulary)
        } else {
            differences = [
                StructureDiff.Edit(
                    path: FieldPath([.key(category.rawValue), .item(pair.id)]),
                    meaning: Self.itemMeaning(pair.category),
                    action: old == nil ? .add : .remove, old: old, new: new, oldParent: nil, newParent: nil)
            ]
        }
        return differences.map { difference in
            SettingEdit(
                subject: Subject(category: category, id: pair.id), format: nil, difference: difference,
                oldSource: context.base.closure.package.envelope.source,
                newSource: context.head.closure.package.envelope.source)
        }
    }

    /// A path that names one file as before, or the same files, says nothing itself: the files are compared.
    private func isChange(_ edit: StructureDiff.Edit, in pair: Pair) -> Bool {
        guard edit.meaning == .componentPath, edit.action == .change else { return true }
        let old = Set(files(of: pair.old, in: context.base).map(\.file.path))
        let new = Set(files(of: pair.new, in: context.head).map(\.file.path))
        return old != new && !(old.count == 1 && new.count == 1)
    }

    /// The closure's entries that an item names.
    func files(of item: ComponentItem?, in unit: ReleaseUnit) -> [PackageClosure.Entry] {
        let patterns = item?.paths.map { PathPattern($0.value) } ?? []
        return unit.closure.entries.filter { entry in
            entry.category != nil && patterns.contains { $0.matches(entry.file.path) }
        }
    }

    private static func itemMeaning(_ category: ComponentCategory) -> SettingMeaning {
        switch category {
        case .model: .modelItem
        case .prompts: .promptItem
        case .guardrails: .guardrail
        case .retrieval: .retrievalItem
        case .tools: .toolItem
        case .inference, .routing, .experience: .unknown
        }
    }
}

extension SettingMeaning {
    /// The id of an entry of `components`, when it is another.
    static let componentName: SettingMeaning = "component.name"
}
