import ComponentFormats
import PlanModel
import YAMLDocuments

/// Who may approve, and what one person may not do alone.
enum TrustRootClaims {
    /// Pairs that one person must not fill; the order of pairs, and within a pair, says nothing.
    static func duties(_ edit: SettingEdit) -> Claim {
        func pairs(_ node: YAMLNode?) -> Set<Set<String>> {
            Set(
                node?.items.map { pair in
                    Set(pair.items.map { $0.text.hasPrefix("role:") ? String($0.text.dropFirst(5)) : $0.text })
                } ?? [])
        }
        let (old, new) = (pairs(edit.old), pairs(edit.new))
        func names(_ pairs: Set<Set<String>>) -> String {
            pairs.map { $0.sorted().joined(separator: " and ") }.sorted().joined(separator: "; ")
        }
        let (gone, come) = (old.subtracting(new), new.subtracting(old))
        if !gone.isEmpty { return Claim(ApprovalRules.dutiesJoined, "One person may be both now: \(names(gone)).") }
        if !come.isEmpty {
            return Claim(ApprovalRules.dutiesSeparated, "One person may no longer be both: \(names(come)).")
        }
        return Claim(ApprovalRules.metadataOnly, "The same duties are kept apart, written in another order.")
    }

    /// The stricter value, which also holds where the key is absent; except for `requiredAt`, where release is the default.
    static func safeguard(_ edit: SettingEdit) -> Claim {
        func isStrict(_ node: YAMLNode?) -> Bool? {
            if edit.path.lastKey == "requiredAt" {
                let text = node?.text ?? "release"
                return ["merge", "release"].contains(text) ? text == "merge" : nil
            }
            return node == nil ? true : node?.boolean.map(!)
        }
        switch (isStrict(edit.old), isStrict(edit.new)) {
        case (true?, false?): return Claim(ApprovalRules.safeguardOff, "A safeguard is off: \(edit.step).")
        case (false?, true?): return Claim(ApprovalRules.safeguardOn, "A safeguard is on: \(edit.step).")
        case (let old?, let new?) where old == new:
            return Claim(ApprovalRules.metadataOnly, "A default is written out, or no longer: \(edit.step).")
        default:
            return Claim(ApprovalRules.changed, "A switch of the approval engine is set differently: \(edit.step).")
        }
    }

    static func principal(_ edit: SettingEdit) -> Claim? {
        let what = edit.meaning == .principalKey ? "The key \(edit.name)" : "The principal \(edit.name)"
        switch edit.action {
        case .add: return Claim(ApprovalRules.authorityGranted, "\(what) is new, and what it signs counts.")
        case .remove:
            return Claim(ApprovalRules.authorityWithdrawn, "\(what) is gone, and what it signs no longer counts.")
        case .move: return Claim(ApprovalRules.metadataOnly, "The entries are in another order, which says nothing.")
        default: return nil
        }
    }

    /// A role for all systems and environments, or for some.
    static func grant(_ edit: SettingEdit) -> Claim? {
        switch edit.action {
        case .add:
            return Claim(ApprovalRules.authorityGranted, "Somebody may act in a further role: \(edit.ownerAndName).")
        case .remove:
            return Claim(ApprovalRules.authorityWithdrawn, "Somebody no longer acts in a role: \(edit.ownerAndName).")
        case .move: return Claim(ApprovalRules.metadataOnly, "The roles are in another order, which says nothing.")
        default: break
        }
        let (old, new) = (Reach(edit.old), Reach(edit.new))
        guard let old, let new, old != new else { return nil }
        if new.isWithin(old) {
            return Claim(ApprovalRules.authorityWithdrawn, "A role is held for less than before: \(edit.step).")
        }
        return Claim(ApprovalRules.authorityGranted, "A role is held for more, or for other systems: \(edit.step).")
    }

    static func keyProtection(_ edit: SettingEdit) -> Claim {
        switch (edit.old?.boolean ?? false, edit.new?.boolean ?? false) {
        case (true, false):
            Claim(ApprovalRules.safeguardOff, "A key no longer has to be touched or unlocked: \(edit.step).")
        case (false, true): Claim(ApprovalRules.safeguardOn, "A key has to be touched or unlocked: \(edit.step).")
        default: Claim(ApprovalRules.metadataOnly, "A default is written out, or no longer: \(edit.step).")
        }
    }

    /// For which systems and environments a role is held; an empty set means all.
    private struct Reach: Equatable {
        let systems: Set<String>
        let environments: Set<String>

        /// Nil for a grant that says something else as well, such as a delegation.
        init?(_ node: YAMLNode?) {
            guard let node else { return nil }
            if node.kind == .mapping,
                !node.entries.allSatisfy({ ["role", "systems", "environments"].contains($0.key.text) })
            {
                return nil
            }
            systems = Set(node["systems"]?.items.map(\.text) ?? [])
            environments = Set(node["environments"]?.items.map(\.text) ?? [])
        }

        func isWithin(_ other: Reach) -> Bool {
            func fits(_ inner: Set<String>, _ outer: Set<String>) -> Bool {
                outer.isEmpty || !inner.isEmpty && inner.isSubset(of: outer)
            }
            return fits(systems, other.systems) && fits(environments, other.environments)
        }
    }
}

extension SettingEdit {
    /// `risk-approver of nora`.
    fileprivate var ownerAndName: String {
        let items = path.steps.compactMap { step in
            if case .item(let item) = step { item } else { nil }
        }
        return items.reversed().joined(separator: " of ")
    }
}
