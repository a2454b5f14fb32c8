import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Flows of Colang. Their words may mean anything, which is material; what certainly guards weighs more when it goes.
enum GuardrailFlowClaims {
    private typealias Rules = GuardrailRules

    /// Flows that NeMo Guardrails calls at each stage when a configuration defines them (nemoguardrails/colang/v2_x/
    /// library/guardrails.co).
    private static let stageFlows: Set<String> = [
        "input rails", "output rails", "dialog rails", "retrieval rails", "run input rails", "run output rails",
    ]

    static func flow(_ edit: SettingEdit, in context: ComparisonContext) -> Claim {
        switch edit.action {
        case .add:
            guard let flow = edit.new, guards(flow) || context.headNames.place(of: edit.name) != nil else {
                return Claim(Rules.ruleTextChanged, "A flow is new: \(edit.name).")
            }
            // It may take the place of a flow of the library that has the same name and does more.
            return Claim(Rules.added, .material, "A flow that can stop something is new: \(edit.name).")
        case .remove:
            if let place = context.headNames.place(of: edit.name) {
                return Claim(
                    Rules.removed, "The flow \(edit.name) is gone, and \(place.label) still asks for it.")
            }
            guard let flow = edit.old, guards(flow) || context.baseNames.place(of: edit.name) != nil else {
                return Claim(Rules.ruleTextChanged, "The flow \(edit.name) is gone.")
            }
            return Claim(Rules.removed, "The flow \(edit.name), which could stop something, is gone.")
        case .rename: return renamed(edit, in: context)
        case .change, .move: return Claim(Rules.ruleTextChanged, "The flow \(edit.name) is another.")
        }
    }

    /// The lines of a flow, or what stands above it. What else a flow with other lines does is for a person to judge, so
    /// that it is material even where it certainly guards more.
    static func body(_ edit: SettingEdit) -> Claim {
        let name = edit.path.innermostItem ?? edit.name
        let (old, new) = (lines(edit.old), lines(edit.new))
        if let lost = activations(old).subtracting(activations(new)).min() {
            return Claim(Rules.disabled, "The flow \(name) no longer activates \(lost).")
        }
        if old.contains(where: isActive), !new.contains(where: isActive) {
            return Claim(Rules.disabled, "The flow \(name) is no longer active from the start.")
        }
        if new.count(where: stops) < old.count(where: stops) {
            return Claim(Rules.actionWeakened, "The flow \(name) stops or refuses in fewer places.")
        }
        if let gained = activations(new).subtracting(activations(old)).min() {
            return Claim(Rules.enabled, .material, "The flow \(name) activates \(gained) now.")
        }
        if new.contains(where: isActive), !old.contains(where: isActive) {
            return Claim(Rules.enabled, .material, "The flow \(name) is active from the start now.")
        }
        if new.count(where: stops) > old.count(where: stops) {
            return Claim(Rules.actionStrengthened, .material, "The flow \(name) stops or refuses in more places.")
        }
        return Claim(Rules.ruleTextChanged, "The flow \(name) is another.")
    }

    private static func renamed(_ edit: SettingEdit, in context: ComparisonContext) -> Claim {
        if let flow = edit.difference.oldParent,
            guards(flow) || context.headNames.place(of: edit.old?.text ?? "") != nil
        {
            return GuardrailNames.renamed(edit, in: context)
        }
        let names = "\(edit.oldText) is called \(edit.newText) now"
        return GuardrailNames.isExact(edit)
            ? Claim(FileRules.of(.guardrails).renamed, .material, "The flow \(names) and is the same otherwise.")
            : Claim(Rules.ruleTextChanged, "The flow \(names) and is not the same.")
    }

    private static func guards(_ flow: YAMLNode) -> Bool {
        let name = flow["name"]?.text ?? ""
        return stageFlows.contains(name) || lines(flow["body"]).contains(where: stops)
            || lines(flow["decorators"]).contains(where: isActive)
    }

    private static func lines(_ node: YAMLNode?) -> [String] {
        node?.items.map { $0.text.split(separator: " ").joined(separator: " ") } ?? []
    }

    /// Ends what goes on, or has the bot decline. The words are those of the library's own flows.
    private static func stops(_ line: String) -> Bool {
        line == "stop" || line == "abort" || line.hasPrefix("bot refuse") || line.hasPrefix("bot inform cannot")
            || line.hasPrefix("bot inform answer unknown")
    }

    private static func isActive(_ line: String) -> Bool { line == "@active" || line.hasPrefix("@active(") }

    private static func activations(_ lines: [String]) -> Set<String> {
        Set(lines.filter { $0.hasPrefix("activate ") }.map { String($0.dropFirst("activate ".count)) })
    }
}
