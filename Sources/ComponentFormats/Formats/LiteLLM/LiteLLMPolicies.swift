import SourceText
import YAMLDocuments

/// The `policies` of a LiteLLM proxy with inheritance worked out: a policy has its parent's guardrails, and those that
/// it adds, without those that it removes, from the root down (litellm/proxy/policy_engine/policy_resolver.py).
struct LiteLLMPolicies {
    let derived: DerivedNode
    let defects: [ReadingDefect]

    /// - Parameters:
    ///   - file: the file that is read; what is wrong in one that it includes is located at its start.
    ///   - mayLackParents: true when a policy may inherit from one that another file defines.
    init(_ section: YAMLNode, in file: SourceFile, mayLackParents: Bool) {
        func place(_ node: YAMLNode) -> Range<Int> { node.source === file ? node.range : 0..<0 }
        let policies = Dictionary(
            section.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        var defects: [ReadingDefect] = []
        var entries: [(key: DerivedNode, value: DerivedNode)] = []
        for entry in section.entries {
            let chain = Self.chain(from: entry, in: policies)
            switch chain.end {
            case .root: break
            case .cycle(let inherit):
                defects.append(
                    ReadingDefect(
                        "the policy \(entry.key.text) inherits from itself", at: place(inherit),
                        mend: "Let one of the policies in the circle inherit from none."))
            case .unknown(let inherit) where !mayLackParents:
                defects.append(
                    ReadingDefect(
                        "the policy \(entry.key.text) inherits from \(inherit.text), which is not defined",
                        at: place(inherit),
                        mend: "Define the policy \(inherit.text), or name another one under `inherit`."))
            case .unknown: break
            }
            if let list = Self.malformedList(of: entry.value) {
                defects.append(
                    ReadingDefect(
                        "the guardrails of the policy \(entry.key.text) are no lists of names", at: place(list),
                        mend: "Write `add` and `remove` as lists of guardrail names."))
            }
            entries.append((.written(entry.key), Self.policy(entry.value, chain)))
        }
        derived = .mapping(entries, for: section)
        self.defects = defects
    }

    // MARK: Inheritance

    private struct Chain {
        enum End {
            case root
            /// The node under `inherit` that leads back into the chain, or to no policy of the file.
            case cycle(YAMLNode)
            case unknown(YAMLNode)
        }

        /// From the root on; the name of each is where its child writes it.
        var parents: [(name: YAMLNode, policy: YAMLNode)] = []
        let policy: YAMLNode
        var end = End.root

        /// From the root to the policy itself.
        var policies: [YAMLNode] { parents.map(\.policy) + [policy] }
    }

    private static func chain(from entry: YAMLEntry, in policies: [String: YAMLNode]) -> Chain {
        var chain = Chain(policy: entry.value)
        var names: Set<String> = [entry.key.text]
        var policy = entry.value
        while let inherit = policy["inherit"], !inherit.isNull {
            guard let parent = policies[inherit.text] else {
                chain.end = .unknown(inherit)
                break
            }
            guard names.insert(inherit.text).inserted else {
                chain.end = .cycle(inherit)
                break
            }
            chain.parents.insert((inherit, parent), at: 0)
            policy = parent
        }
        return chain
    }

    /// The guardrails of a chain, by name: they are a set, whose order means nothing.
    private static func guardrails(_ chain: Chain) -> [YAMLNode] {
        var names: [String: YAMLNode] = [:]
        for policy in chain.policies {
            for name in policy["guardrails"]?["add"]?.items.map({ $0 }) ?? [] where names[name.text] == nil {
                names[name.text] = name
            }
            for name in policy["guardrails"]?["remove"]?.items.map({ $0 }) ?? [] { names[name.text] = nil }
        }
        return names.sorted { $0.key < $1.key }.map(\.value)
    }

    // MARK: The policy in force

    private static func policy(_ policy: YAMLNode, _ chain: Chain) -> DerivedNode {
        guard policy.kind == .mapping else { return .written(policy) }
        var entries: [(key: DerivedNode, value: DerivedNode)] = []
        for entry in policy.entries {
            switch entry.key.text {
            case "guardrails": break
            case "inherit":
                if let inherited = inherited(entry.value, chain) {
                    entries.append((.written(entry.key), inherited))
                }
            case "pipeline": entries.append((.written(entry.key), pipeline(entry.value)))
            default: entries.append((.written(entry.key), .written(entry.value)))
            }
        }
        let own = policy.entry("guardrails")
        let key = own.map { DerivedNode.written($0.key) } ?? .text("guardrails", for: policy)
        let names = guardrails(chain).map { DerivedNode.written($0) }
        entries.append((key, .sequence(names, for: own?.value ?? policy)))
        return .mapping(entries, for: policy)
    }

    /// What `inherit` says beside the list of guardrails: on which models the parents' part of it depends, by parent.
    /// Nil when it says no more.
    private static func inherited(_ inherit: YAMLNode, _ chain: Chain) -> DerivedNode? {
        guard case .root = chain.end else { return .written(inherit) }
        let conditions = chain.parents.compactMap { parent -> (key: DerivedNode, value: DerivedNode)? in
            guard let condition = parent.policy["condition"], !condition.isNull else { return nil }
            return (.written(parent.name), .written(condition["model"] ?? condition))
        }
        return conditions.isEmpty ? nil : .mapping(conditions, for: inherit)
    }

    /// What a step does where it does not say so (docs.litellm.ai, "Policy flow builder", pipeline).
    private static let stepDefaults = [("on_pass", "allow"), ("on_fail", "block"), ("pass_data", "false")]

    private static func pipeline(_ pipeline: YAMLNode) -> DerivedNode {
        guard pipeline.kind == .mapping else { return .written(pipeline) }
        var entries = pipeline.entries.map { entry -> (key: DerivedNode, value: DerivedNode) in
            guard entry.key.text == "steps", entry.value.kind == .sequence else {
                return (.written(entry.key), .written(entry.value))
            }
            return (
                .written(entry.key),
                .sequence(entry.value.items.map { $0.with(defaults: stepDefaults) }, for: entry.value)
            )
        }
        if pipeline["mode"] == nil {
            entries.append((.text("mode", for: pipeline), .text("pre_call", for: pipeline)))
        }
        return .mapping(entries, for: pipeline)
    }

    /// The first part of `guardrails` that is not what the proxy accepts.
    private static func malformedList(of policy: YAMLNode) -> YAMLNode? {
        guard let guardrails = policy["guardrails"], !guardrails.isNull else { return nil }
        guard guardrails.kind == .mapping else { return guardrails }
        return guardrails.entries.first { entry in
            !["add", "remove"].contains(entry.key.text)
                || !entry.value.isNull
                    && (entry.value.kind != .sequence || entry.value.items.contains { $0.string == nil })
        }?.value
    }
}
