import SourceText
import YAMLDocuments

/// A proxy's configuration as it is in force, each value where it is written.
struct LiteLLMEffectiveSettings {
    let root: DerivedNode
    /// Policies that the proxy would refuse.
    let defects: [ReadingDefect]

    /// - Parameters:
    ///   - file: the file that is read, in which defects are located.
    ///   - isComplete: false when a part of the configuration is not known.
    init(_ written: YAMLNode, of file: SourceFile, isComplete: Bool) {
        var defects: [ReadingDefect] = []
        let entries = written.entries.map { entry -> (key: DerivedNode, value: DerivedNode) in
            let section = entry.value
            let value: DerivedNode
            switch entry.key.text {
            case "policies" where section.kind == .mapping:
                let policies = LiteLLMPolicies(section, in: file, mayLackParents: !isComplete)
                defects += policies.defects
                value = policies.derived
            case "policy_attachments":
                value = Self.attachments(section)
            case "router_settings", "litellm_settings":
                value = Self.routing(section)
            default:
                value = .written(section)
            }
            return (.written(entry.key), value)
        }
        root = .mapping(entries, for: written)
        self.defects = defects
    }

    /// Attachments by the policy that they attach: their order means nothing, and several add up.
    private static func attachments(_ section: YAMLNode) -> DerivedNode {
        var names: [YAMLNode] = []
        var byName: [String: [YAMLNode]] = [:]
        for attachment in section.items {
            // A list of which one item cannot be read is compared as it is written.
            guard let policy = attachment["policy"], policy.kind == .scalar else { return .written(section) }
            if byName[policy.text] == nil { names.append(policy) }
            byName[policy.text, default: []].append(attachment)
        }
        guard section.kind == .sequence, !names.isEmpty else { return .written(section) }
        let entries = names.map { name -> (key: DerivedNode, value: DerivedNode) in
            let attached = byName[name.text] ?? []
            return (.written(name), .sequence(attached.map { .written($0) }, for: attached.first ?? section))
        }
        return .mapping(entries, for: section)
    }

    private static let fallbackLists: Set<String> = [
        "fallbacks", "context_window_fallbacks", "content_policy_fallbacks",
    ]

    /// `fallbacks: [{a: [b]}, {c: [d]}]` by the model that is stood in for, and the older form of guardrails by name.
    private static func routing(_ section: YAMLNode) -> DerivedNode {
        guard section.kind == .mapping else { return .written(section) }
        let entries = section.entries.map { entry -> (key: DerivedNode, value: DerivedNode) in
            let isKeyed = fallbackLists.contains(entry.key.text) || entry.key.text == "guardrails"
            return (.written(entry.key), isKeyed ? keyed(entry.value) : .written(entry.value))
        }
        return .mapping(entries, for: section)
    }

    /// A list of mappings with one key each, as one mapping; as it is written when it is something else, or when a key
    /// comes twice.
    private static func keyed(_ list: YAMLNode) -> DerivedNode {
        let items = list.items
        let keys = items.compactMap { $0.count == 1 ? $0.entries.first?.key.text : nil }
        guard !items.isEmpty, keys.count == items.count, Set(keys).count == keys.count else { return .written(list) }
        let entries = items.compactMap { item -> (key: DerivedNode, value: DerivedNode)? in
            // The whole item, so that a reader sees for which model the targets stand in.
            item.entries.first.map { (.written($0.key), .placed(.written($0.value), at: item)) }
        }
        return .mapping(entries, for: list)
    }
}
