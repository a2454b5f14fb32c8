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
        guard vocabulary.meaning(of: path) == .unknown, hasNamedPart(present, at: path) else {
            emit(new == nil ? .remove : .add, old, new, at: path, in: parents)
            return
        }
        for part in parts(of: present) {
            compareOneSided(
                part.node, old == nil ? nil : part.node, new == nil ? nil : part.node, at: path.appending(part.step),
                in: (old, new))
        }
    }

    private func parts(of node: YAMLNode) -> [(step: FieldPath.Step, node: YAMLNode)] {
        if node.kind == .mapping { return node.entries.map { (.key($0.key.text), $0.value) } }
        return ListIdentities(node, keys: vocabulary.identityKeys)?.items.map { (.item($0.name), $0.node) }
            ?? node.items.enumerated().map { (.index($0.offset), $0.element) }
    }

    private func hasNamedPart(_ node: YAMLNode, at path: FieldPath) -> Bool {
        parts(of: node).contains { part in
            let path = path.appending(part.step)
            return vocabulary.meaning(of: path) != .unknown || hasNamedPart(part.node, at: path)
        }
    }

    private mutating func compareMappings(_ old: YAMLNode, _ new: YAMLNode, at path: FieldPath) {
        let (oldKeys, newKeys) = (KeyIndex(old), KeyIndex(new))
        for entry in old.entries {
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
        guard let oldItems = ListIdentities(old, keys: vocabulary.identityKeys),
            let newItems = ListIdentities(new, keys: vocabulary.identityKeys)
        else { return compareByPosition(Array(old.items), Array(new.items), at: path, in: (old, new)) }
        for (name, item) in oldItems.items {
            compare(item, newItems.byName[name], at: path.appending(.item(name)), in: (old, new))
        }
        for (name, item) in newItems.items where oldItems.byName[name] == nil {
            compare(nil, item, at: path.appending(.item(name)), in: (old, new))
        }
        let kept = oldItems.items.map(\.name).filter { newItems.byName[$0] != nil }
        let keptNow = newItems.items.map(\.name).filter { oldItems.byName[$0] != nil }
        if kept != keptNow { emit(.move, old, new, at: path, in: parents) }
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
