import ComponentFormats
import YAMLDocuments

/// What a call has to show, as OpenAPI says it: each entry of `security` is enough by itself, all schemes of an entry
/// are needed together, and an empty entry or an empty list asks for nothing (OpenAPI Specification 3.1, OpenAPI Object,
/// Operation Object and Security Requirement Object).
///
/// A scope is two things: what a call has to show, and what the tool can do with the token that holds it. The second
/// weighs more, so that a further scope widens.
enum ToolAuthorisationClaims {
    static func claim(_ edit: SettingEdit) -> Claim {
        let isRoot = edit.path.steps.count == 1
        switch (edit.old.map(Demand.init), edit.new.map(Demand.init)) {
        case (let old?, let new?): return compare(old, new, edit)
        case (nil, let new?) where isRoot: return compare(.nothing, new, edit)
        case (let old?, nil) where isRoot: return compare(old, .nothing, edit)
        // Without a list of its own an operation takes the document's, whatever that asks for.
        case (nil, let new?) where new.asksNothing, (let new?, nil) where !new.asksNothing:
            return Claim(ToolRules.scopeWidened, "A call may need less authorisation than before: \(edit.step).")
        case (_, nil):
            return Claim(
                ToolRules.scopeNarrowed, .material,
                "A call needs what the whole document asks for, where it needed nothing: \(edit.step).")
        default:
            return Claim(
                ToolRules.settingChanged, "What authorisation a call needs is said differently: \(edit.step).")
        }
    }

    private static func compare(_ old: Demand, _ new: Demand, _ edit: SettingEdit) -> Claim {
        let (gained, lost) = (new.scopes.subtracting(old.scopes), old.scopes.subtracting(new.scopes))
        if !gained.isEmpty {
            return Claim(ToolRules.scopeWidened, "The tool may do more: \(gained.sorted().joined(separator: ", ")).")
        }
        switch (new.schemesOnly.implies(old.schemesOnly), old.schemesOnly.implies(new.schemesOnly)) {
        case (false, true): return widened(edit)
        case (false, false): return another(edit)
        case (true, _) where !lost.isEmpty:
            return Claim(
                ToolRules.scopeNarrowed, "The tool may no longer do this: \(lost.sorted().joined(separator: ", ")).")
        default: break
        }
        switch (new.implies(old), old.implies(new)) {
        case (true, true):
            return Claim(ToolRules.settingChanged, .minor, "A call needs the same authorisation: \(edit.step).")
        case (true, false):
            return Claim(ToolRules.scopeNarrowed, "A call needs more authorisation than before: \(edit.step).")
        case (false, true): return widened(edit)
        case (false, false): return another(edit)
        }
    }

    private static func widened(_ edit: SettingEdit) -> Claim {
        Claim(ToolRules.scopeWidened, "A call may need less authorisation than before: \(edit.step).")
    }

    private static func another(_ edit: SettingEdit) -> Claim {
        Claim(ToolRules.settingChanged, "A call is authorised in another way: \(edit.step).")
    }

    /// The alternatives of a list: of each, the schemes and the scopes that have to be shown together.
    private struct Demand {
        private let alternatives: [Set<String>]
        let scopes: Set<String>
        private let schemes: [Set<String>]

        static let nothing = Demand(alternatives: [[]], schemes: [[]], scopes: [])

        init(_ list: YAMLNode) {
            let entries = list.items.map { Array($0.entries) }
            guard !entries.isEmpty else { self = .nothing; return }
            func scopes(_ entry: YAMLEntry) -> [String] { entry.value.items.map(\.text) }
            self.init(
                alternatives: entries.map { entry in
                    Set(entry.flatMap { part in [part.key.text] + scopes(part).map { "\(part.key.text) \($0)" } })
                },
                schemes: entries.map { Set($0.map(\.key.text)) }, scopes: Set(entries.joined().flatMap(scopes)))
        }

        private init(alternatives: [Set<String>], schemes: [Set<String>], scopes: Set<String>) {
            self.alternatives = alternatives
            self.schemes = schemes
            self.scopes = scopes
        }

        var schemesOnly: Demand { Demand(alternatives: schemes, schemes: schemes, scopes: []) }

        var asksNothing: Bool { alternatives.contains([]) }

        /// Whether every call that is let through here would be let through there.
        func implies(_ other: Demand) -> Bool {
            alternatives.allSatisfy { one in other.alternatives.contains { one.isSuperset(of: $0) } }
        }
    }
}
