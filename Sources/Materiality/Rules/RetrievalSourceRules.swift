import ComponentFormats
import SourceText
import YAMLDocuments

/// What the model may be given to read, and on whose behalf.
enum RetrievalSourceRules: SettingRules {
    static let sourceAdded = ChangeRule(
        "retrieval/source-added", .material, .loosened, mirror: "retrieval/source-removed",
        "A further index or source is read."
    )
    .or(.critical, when: "it is the public web, where anybody can write")
    static let sourceRemoved = ChangeRule(
        "retrieval/source-removed", .material, mirror: "retrieval/source-added",
        "An index or source is no longer read.")
    static let accessFilterRemoved = ChangeRule(
        "retrieval/access-filter-removed", .critical, .loosened, mirror: "retrieval/access-filter-added",
        "Passages are no longer held back from readers who may not see them, or from fewer.")
    static let accessFilterAdded = ChangeRule(
        "retrieval/access-filter-added", .minor, .tightened, mirror: "retrieval/access-filter-removed",
        "Passages are held back from some readers."
    )
    .or(.material, when: "a filter that was there has a condition more")
    static let accessFilterChanged = ChangeRule(
        "retrieval/access-filter-changed", .material, noMirror: "The direction is unknown.",
        "Other passages are held back, or from other readers.")

    static let rules = [sourceAdded, sourceRemoved, accessFilterRemoved, accessFilterAdded, accessFilterChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.subject.category == .retrieval else { return nil }
        switch edit.meaning {
        case .retrievalItem:
            return edit.new == nil
                ? Claim(sourceRemoved, "The index \(edit.name) is no longer read.")
                : Claim(sourceAdded, "A further index is read: \(edit.name).")
        case .retrievalSource: return source(edit)
        case .webAccess: return webAccess(edit)
        case .retrievalComponent:
            if edit.new.map({ PublicWeb.isKind($0.text) }) ?? false { return fromTheWeb(edit) }
            return edit.old.map { PublicWeb.isKind($0.text) } ?? false
                ? Claim(sourceRemoved, "The public web is no longer read: \(edit.step).") : nil
        case .accessFilter: return accessFilter(edit)
        default: return nil
        }
    }

    // MARK: Sources

    private static func source(_ edit: SettingEdit) -> Claim? {
        guard let new = edit.new else { return Claim(sourceRemoved, "A source is no longer read: \(edit.step).") }
        if edit.action == .move { return nil }
        let wasWeb = edit.old.map(PublicWeb.isNamed) ?? false
        let isWeb = PublicWeb.isNamed(in: new) || edit.path.lastKey.map(PublicWeb.isKind) ?? false
        if isWeb, !wasWeb || edit.old != nil { return fromTheWeb(edit) }
        return edit.old == nil
            ? Claim(sourceAdded, "A further source is read: \(edit.step).")
            : Claim(sourceAdded, "Another source is read: \(edit.step).")
    }

    private static func fromTheWeb(_ edit: SettingEdit) -> Claim {
        Claim(sourceAdded, .critical, "Content of the public web is read, where anybody can write: \(edit.step).")
    }

    private static func webAccess(_ edit: SettingEdit) -> Claim {
        // Anything but a plain no is taken for yes: a mapping of settings, a provider's name.
        let isOn = edit.new.map { $0.boolean ?? !$0.isNull } ?? false
        return isOn ? fromTheWeb(edit) : Claim(sourceRemoved, "The public web is no longer read: \(edit.step).")
    }

    // MARK: Filters

    private static func accessFilter(_ edit: SettingEdit) -> Claim {
        let (old, new) = (edit.old.flatMap(conditions), edit.new.flatMap(conditions))
        switch (old, new) {
        case (nil, _?): return Claim(accessFilterAdded, "Passages are held back from some readers: \(edit.step).")
        case (_?, nil): return Claim(accessFilterRemoved, "Passages are no longer held back: \(edit.step).")
        case (let old?, let new?) where isWider(from: old, to: new, key: edit.path.lastKey ?? ""):
            return Claim(accessFilterRemoved, "Passages are held back from fewer readers: \(edit.step).")
        case (let old?, let new?) where isWider(from: new, to: old, key: edit.path.lastKey ?? ""):
            // A filter with alternatives (`or`) holds back less with one condition more.
            return Claim(
                accessFilterAdded, .material, "Passages may be held back from more readers: \(edit.step).")
        default:
            return Claim(accessFilterChanged, "Which passages are held back is another: \(edit.step).")
        }
    }

    /// The parts of a filter, as texts; nil for one that holds nothing back.
    private static func conditions(_ node: YAMLNode) -> Set<String>? {
        switch node.kind {
        case .scalar:
            let text = node.text
            return node.isNull || ["", "*", "all", "false", "none"].contains(text.lowercased()) ? nil : [text]
        case .sequence: return node.count == 0 ? nil : Set(node.items.map(NodeText.describe))
        case .mapping:
            return node.count == 0
                ? nil : Set(node.entries.map { "\($0.key.text): \(NodeText.describe($0.value))" })
        }
    }

    /// A list of who may read grows, or a filter has a condition less. Which of both a filter is its name says; a filter
    /// with alternatives (`or`) is neither, so that a condition less is taken for the worse.
    private static func isWider(from old: Set<String>, to new: Set<String>, key: String) -> Bool {
        let isAllowList = key.hasPrefix("allowed") || key == "acl"
        return isAllowList ? new.isStrictSuperset(of: old) || new.contains("*") : new.isStrictSubset(of: old)
    }
}

extension SettingMeaning {
    static let retrievalItem: SettingMeaning = "retrieval.item"
}
