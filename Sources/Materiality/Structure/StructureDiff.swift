import ComponentFormats
import YAMLDocuments

/// Compares two trees value by value. Keys are matched by name, list items by what identifies them; order counts in
/// lists only.
struct StructureDiff {
    /// A difference at one path. An absent side is nil.
    struct Edit {
        let path: FieldPath
        let meaning: SettingMeaning
        let action: Change.Action
        let old: YAMLNode?
        let new: YAMLNode?
        /// The mappings or lists around the value, for rules that need the neighbours.
        let oldParent: YAMLNode?
        let newParent: YAMLNode?
    }

    private let vocabulary: SettingVocabulary
    private(set) var edits: [Edit] = []

    static func edits(
        from old: YAMLNode?, to new: YAMLNode?, at path: FieldPath = FieldPath(), _ vocabulary: SettingVocabulary
    ) -> [Edit] {
        var diff = StructureDiff(vocabulary: vocabulary)
        diff.compare(old, new, at: path, in: (nil, nil))
        return diff.edits
    }

    private init(vocabulary: SettingVocabulary) { self.vocabulary = vocabulary }

    private typealias Parents = (old: YAMLNode?, new: YAMLNode?)

    private mutating func compare(_ old: YAMLNode?, _ new: YAMLNode?, at path: FieldPath, in parents: Parents) {
        guard let old, let new else {
            if let present = old ?? new { compareOneSided(present, old, new, at: path, in: parents) }
            return
        }
        if old.kind != .scalar || new.kind != .scalar, vocabulary.isWhole(path) {
            if !Self.areEqual(old, new) { emit(.change, old, new, at: path, in: parents) }
            return
        }
        switch (old.kind, new.kind) {
        case (.mapping, .mapping): compareMappings(old, new, at: path)
        case (.sequence, .sequence): compareLists(old, new, at: path, in: parents)
        case (.scalar, .scalar):
            if !ScalarEquality.areEqual(old, new) { emit(.change, old, new, at: path, in: parents) }
        default:
            // A list that became a text, for instance: everything in it is gone.
            compareOneSided(old, old, nil, at: path, in: parents)
            compareOneSided(new, nil, new, at: path, in: parents)
        }
    }

    /// Something that only one side has. Where the vocabulary names parts of it, it is taken apart, so that rules see
    /// the parts that they know; else it is one edit.
    private mutating func compareOneSided(
        _ present: YAMLNode, _ old: YAMLNode?, _ new: YAMLNode?, at path: FieldPath, in parents: Parents
    ) {
        let meaning = vocabulary.meaning(of: path)
        let isStage = meaning == .guardedStage
        guard isStage || meaning == .unknown, hasNamedPart(present, at: path) else {
            emit(new == nil ? .remove : .add, old, new, at: path, in: parents)
            return
        }
        if isStage { emit(new == nil ? .remove : .add, old, new, at: path, in: parents) }
        for part in parts(of: present, at: path) {
            compareOneSided(
                part.node, old == nil ? nil : part.node, new == nil ? nil : part.node, at: path.appending(part.step),
                in: (old, new))
        }
    }

    private func parts(of node: YAMLNode, at path: FieldPath) -> [(step: FieldPath.Step, node: YAMLNode)] {
        if node.kind == .mapping { return node.entries.map { (.key($0.key.text), $0.value) } }
        return ListIdentities(node, at: path, vocabulary)?.items.map { (.item($0.name.label), $0.node) }
            ?? node.items.enumerated().map { (.index($0.offset), $0.element) }
    }

    private func hasNamedPart(_ node: YAMLNode, at path: FieldPath) -> Bool {
        parts(of: node, at: path).contains { part in
            let path = path.appending(part.step)
            return vocabulary.meaning(of: path) != .unknown || hasNamedPart(part.node, at: path)
        }
    }

    private mutating func compareMappings(
        _ old: YAMLNode, _ new: YAMLNode, at path: FieldPath, skipping skipped: String? = nil
    ) {
        let (oldKeys, newKeys) = (KeyIndex(old), KeyIndex(new))
        for entry in old.entries where entry.key.text != skipped {
            let path = path.appending(.key(entry.key.text))
            let other = newKeys[entry.key]
            compare(entry.value, other?.value, at: path, in: (old, new))
            if let other, !ScalarEquality.areEqual(entry.key, other.key) {
                // `on` and `"on"`: two keys for some readers.
                emit(.change, entry.key, other.key, at: path, in: (old, new))
            }
        }
        for entry in new.entries where oldKeys[entry.key] == nil {
            compare(nil, entry.value, at: path.appending(.key(entry.key.text)), in: (old, new))
        }
    }

    private mutating func compareLists(_ old: YAMLNode, _ new: YAMLNode, at path: FieldPath, in parents: Parents) {
        guard let oldItems = ListIdentities(old, at: path, vocabulary),
            let newItems = ListIdentities(new, at: path, vocabulary)
        else { return compareByPosition(Array(old.items), Array(new.items), at: path, in: (old, new)) }
        if vocabulary.meaning(of: path) == .guardedStage, (old.count == 0) != (new.count == 0) {
            emit(.change, old, new, at: path, in: parents)
        }
        let gone = oldItems.items.filter { newItems[$0.name] == nil }
        let added = newItems.items.filter { oldItems[$0.name] == nil }
        let successors = self.successors(of: gone, among: added, at: path)
        for item in oldItems.items {
            let path = path.appending(.item(item.name.label))
            if let successor = successors[item.name] {
                compareSuccessor(item, successor, at: path, in: (old, new))
            } else {
                compare(item.node, newItems[item.name], at: path, in: (old, new))
            }
        }
        let taken = Set(successors.values.map(\.name))
        for item in added where !taken.contains(item.name) {
            compare(nil, item.node, at: path.appending(.item(item.name.label)), in: (old, new))
        }
        compareColliding(oldItems, newItems, at: path, in: (old, new))
        // A successor keeps the place of what it stands for.
        let kept = oldItems.items.compactMap { newItems[$0.name] != nil ? $0.name : successors[$0.name]?.name }
        let keptNow = newItems.items.map(\.name).filter { oldItems[$0] != nil || taken.contains($0) }
        if kept != keptNow { emit(.move, old, new, at: path, in: parents) }
    }

    /// For items that are gone the new ones that stand for them: the same under another label, or the same text with
    /// other arguments.
    private func successors(
        of gone: [ListIdentities.Item], among added: [ListIdentities.Item], at path: FieldPath
    ) -> [ListIdentities.Name: ListIdentities.Item] {
        var result: [ListIdentities.Name: ListIdentities.Item] = [:]
        for pair in ItemRenames.find(gone: gone, new: added, labelKeys: vocabulary.labelKeys) {
            result[pair.old.name] = pair.new
        }
        if let first = gone.first, vocabulary.meaning(of: path.appending(.item(first.name.label))) == .modelID {
            for pair in ModelSuccessors.find(gone: gone, new: added) { result[pair.old.name] = pair.new }
        }
        if let stem = vocabulary.stem {
            // The first in the list last, to be taken from the end.
            var rest = Dictionary(grouping: added.filter { $0.node.kind == .scalar }.reversed()) { stem($0.node.text) }
            for item in gone where item.node.kind == .scalar {
                result[item.name] = rest[stem(item.node.text)]?.popLast()
            }
        }
        return result
    }

    private mutating func compareSuccessor(
        _ old: ListIdentities.Item, _ new: ListIdentities.Item, at path: FieldPath, in parents: Parents
    ) {
        guard let key = old.key, let before = old.node[key], let after = new.node[key] else {
            return compare(old.node, new.node, at: path, in: parents)
        }
        edits.append(
            Edit(
                path: path, meaning: vocabulary.meaning(of: path), action: .rename, old: before, new: after,
                oldParent: old.node, newParent: new.node))
        compareMappings(old.node, new.node, at: path, skipping: key)
    }

    /// Where several items have one name, the comparison by turn may have taken one for another.
    private mutating func compareColliding(
        _ old: ListIdentities, _ new: ListIdentities, at path: FieldPath, in parents: Parents
    ) {
        var seen: Set<String> = []
        for name in old.collidingNames + new.collidingNames where seen.insert(name).inserted {
            let (before, after) = (old.nodes(named: name), new.nodes(named: name))
            guard let one = before.last, let other = after.last else { continue }
            let isSame = before.count == after.count && zip(before, after).allSatisfy { Self.areEqual($0, $1) }
            if isSame { continue }
            edits.append(
                Edit(
                    path: path.appending(.item(name)), meaning: .collidingNames, action: .change, old: one, new: other,
                    oldParent: parents.old, newParent: parents.new))
        }
    }

    /// Items without identity: what is equal at both ends stays, the rest is compared one after another.
    private mutating func compareByPosition(
        _ old: [YAMLNode], _ new: [YAMLNode], at path: FieldPath, in parents: Parents
    ) {
        let start = zip(old, new).prefix { Self.areEqual($0, $1) }.count
        let tail = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed())
            .prefix { Self.areEqual($0, $1) }.count
        let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
        for index in start..<max(oldEnd, newEnd) {
            compare(
                index < oldEnd ? old[index] : nil, index < newEnd ? new[index] : nil, at: path.appending(.index(index)),
                in: parents)
        }
    }

    private mutating func emit(
        _ action: Change.Action, _ old: YAMLNode?, _ new: YAMLNode?, at path: FieldPath, in parents: Parents
    ) {
        edits.append(
            Edit(
                path: path, meaning: vocabulary.meaning(of: path), action: action, old: old, new: new,
                oldParent: parents.old, newParent: parents.new))
    }

    /// Equal whatever the order of keys.
    static func areEqual(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        guard left.kind == right.kind, left.count == right.count else { return false }
        switch left.kind {
        case .scalar: return ScalarEquality.areEqual(left, right)
        case .sequence: return zip(left.items, right.items).allSatisfy { areEqual($0, $1) }
        case .mapping:
            let keys = KeyIndex(right)
            return left.entries.allSatisfy { entry in
                keys[entry.key].map { ScalarEquality.areEqual(entry.key, $0.key) && areEqual(entry.value, $0.value) }
                    ?? false
            }
        }
    }
}

extension SettingMeaning {
    /// Several items of a list have one name, and they differ.
    static let collidingNames: SettingMeaning = "list.colliding-names"
}
