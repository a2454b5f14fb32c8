import ComponentFormats
import SourceText
import YAMLDocuments

/// Compares texts under keys: one finding for each key, which the most telling rule has.
struct KeyedTextComparison {
    let old: SettingsDocument
    let new: SettingsDocument
    let format: FormatIdentity
    let subject: Subject

    func changes() -> [Change] {
        guard let before = old.roots.first, let after = new.roots.first else { return [] }
        let languages = Self.languages(before).union(Self.languages(after))
        return StructureDiff.edits(from: before, to: after, new.vocabulary).map { edit in
            change(edit, claim(edit, languages))
        }
    }

    // MARK: Claims

    private func claim(_ edit: StructureDiff.Edit, _ languages: Set<String>) -> Claim {
        let name = edit.path.description
        if edit.path.steps.count == 1, let key = edit.path.lastKey, languages.contains(key) {
            if edit.new == nil {
                return Claim(
                    ExperienceRules.noticeChanged, .critical,
                    "Users who read \(key) are no longer told what others are: all texts of that language are gone.")
            }
            if edit.old == nil {
                return Claim(ExperienceRules.noticeChanged, "The texts come in a further language: \(key).")
            }
        }
        for promise in Promise.all {
            let (had, has) = (keeps(promise, edit.old, edit.path), keeps(promise, edit.new, edit.path))
            if had, !has && !isKeptElsewhere(promise, edit) || losesWords(promise, edit) {
                return Claim(promise.removed, "Users are no longer told \(promise.what): \(name).")
            }
        }
        for promise in Promise.all {
            let (had, has) = (keeps(promise, edit.old, edit.path), keeps(promise, edit.new, edit.path))
            if has, !had, edit.old == nil || isNamed(promise, edit) {
                return Claim(promise.added, "Users are told \(promise.what): \(name).")
            }
            // The words that stood there before are gone.
            if gainsWords(promise, edit) {
                return Claim(promise.added, .material, "Users are told \(promise.what) now: \(name).")
            }
        }
        switch edit.action {
        case .add: return Claim(ExperienceRules.noticeChanged, "Users see a further text: \(name).")
        case .remove: return Claim(ExperienceRules.noticeChanged, "A text for users is gone: \(name).")
        default: return Claim(ExperienceRules.noticeChanged, "A text for users is another: \(name).")
        }
    }

    /// Whether one side of an edit keeps a promise: by its key, unless the value is empty or false, or by its words.
    private func keeps(_ promise: Promise, _ node: YAMLNode?, _ path: FieldPath) -> Bool {
        guard let node else { return false }
        if isNamed(promise, path) {
            let isSilent =
                node.isNull || node.boolean == false
                || node.string.map { ShownText.of($0).allSatisfy(\.isWhitespace) } ?? false
            // What the words say in a language that the list does not know is for a person to judge.
            return !isSilent
        }
        return Self.entry(promise, in: node) != nil || Self.texts(node).contains { says(promise, $0) }
    }

    /// A text whose key names the promise, and that no longer says it although it did.
    private func losesWords(_ promise: Promise, _ edit: StructureDiff.Edit) -> Bool {
        guard isNamed(promise, edit.path), let old = edit.old?.string, let new = edit.new?.string else { return false }
        return (says(promise, old) || promise.isDenied(in: ShownText.of(new))) && !says(promise, new)
    }

    /// A text that says it and did not, under a key that names the promise, or where no other text of its language said
    /// it.
    private func gainsWords(_ promise: Promise, _ edit: StructureDiff.Edit) -> Bool {
        guard let before = edit.old?.string, let after = edit.new?.string, says(promise, after), !says(promise, before)
        else { return false }
        if isNamed(promise, edit.path) { return true }
        guard let scope = language(of: edit, in: old) else { return true }
        return Self.entry(promise, in: scope) == nil && !Self.texts(scope).contains { says(promise, $0) }
    }

    private func isNamed(_ promise: Promise, _ edit: StructureDiff.Edit) -> Bool { isNamed(promise, edit.path) }

    private func isNamed(_ promise: Promise, _ path: FieldPath) -> Bool {
        path.steps.contains { step in
            switch step {
            case .key(let key), .item(let key): promise.isKey(key)
            case .index: false
            }
        }
    }

    /// Where only words told of the promise, another text may tell it as well.
    private func isKeptElsewhere(_ promise: Promise, _ edit: StructureDiff.Edit) -> Bool {
        if isNamed(promise, edit.path) || edit.old.flatMap({ Self.entry(promise, in: $0) }) != nil { return false }
        guard let scope = language(of: edit, in: new) else { return false }
        let known = Set(old.roots.first.map(Self.texts) ?? [])
        return Self.entry(promise, in: scope) != nil
            || Self.texts(scope).contains { !known.contains($0) && says(promise, $0) }
    }

    /// The texts beside an edited one. With all languages in one file another language does not help its readers.
    private func language(of edit: StructureDiff.Edit, in document: SettingsDocument) -> YAMLNode? {
        guard case .key(let key)? = edit.path.steps.first, Languages.isTag(key), edit.path.steps.count > 1 else {
            return document.roots.first
        }
        return document.roots.first?[key]
    }

    private func says(_ promise: Promise, _ text: String) -> Bool {
        promise.isSaid(in: ShownText.of(text))
    }

    // MARK: Trees

    /// The first entry, at any depth, whose key names a promise that its value keeps.
    static func entry(_ promise: Promise, in node: YAMLNode) -> YAMLEntry? {
        for entry in node.entries {
            let isSilent =
                entry.value.isNull || entry.value.boolean == false
                || ShownText.of(NodeText.describe(entry.value)).allSatisfy(\.isWhitespace)
            if promise.isKey(entry.key.text), !isSilent { return entry }
            if let inner = Self.entry(promise, in: entry.value) { return inner }
        }
        for item in node.items {
            if let inner = entry(promise, in: item) { return inner }
        }
        return nil
    }

    private static func texts(_ node: YAMLNode) -> [String] {
        if let text = node.string { return [text] }
        return node.entries.flatMap { texts($0.value) } + node.items.flatMap { texts($0) }
    }

    /// The keys of a file that has a mapping for each language.
    private static func languages(_ root: YAMLNode) -> Set<String> {
        let keys = root.entries.map(\.key.text)
        guard keys.allSatisfy(Languages.isTag), root.entries.allSatisfy({ $0.value.kind == .mapping }) else {
            return []
        }
        return Set(keys)
    }

    // MARK: Places

    private func change(_ edit: StructureDiff.Edit, _ claim: Claim) -> Change {
        Change(
            claim, subject, field: edit.path.description, path: new.source.path, action: edit.action,
            old: side(edit.old, edit.oldParent, edit, old.source),
            new: side(edit.new, edit.newParent, edit, new.source),
            format: format)
    }

    /// What came or went is marked with its key.
    private func side(
        _ node: YAMLNode?, _ parent: YAMLNode?, _ edit: StructureDiff.Edit, _ source: SourceFile
    ) -> ChangeSide? {
        guard let node else { return nil }
        let isWhole = edit.old == nil || edit.new == nil
        guard isWhole, case .key(let key)? = edit.path.steps.last, let entry = parent?.entry(key) else {
            return ChangeSide(NodeText.describe(node), at: .span(source, range: node.range))
        }
        return ChangeSide(NodeText.describe(node), at: .span(source, range: entry.range))
    }
}
