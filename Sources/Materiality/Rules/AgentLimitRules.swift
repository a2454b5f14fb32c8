import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// How far an agent goes before it has to stop.
enum AgentLimitRules: SettingRules {
    static let raised = ChangeRule(
        "tool/limit-raised", .material, .loosened, mirror: "tool/limit-lowered",
        "An agent may go on for more steps, longer or for more money, or decides more by itself.")
    static let lowered = ChangeRule(
        "tool/limit-lowered", .minor, .tightened, mirror: "tool/limit-raised", "An agent has to stop sooner.")
    static let changed = ChangeRule(
        "tool/limit-changed", .material, noMirror: "The direction is unknown.",
        "How far an agent goes is said in a way that cannot be compared."
    )
    .or(.minor, when: "the same is written differently")

    static let rules = [raised, lowered, changed]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .agentLimit: limit(edit)
        case .agentAutonomy: autonomy(edit)
        default: nil
        }
    }

    private static func limit(_ edit: SettingEdit) -> Claim {
        switch (amount(edit.old), amount(edit.new)) {
        case (.number(let old), .number(let new)) where old < new:
            return Claim(raised, "An agent may go further: \(edit.step).")
        case (.number(let old), .number(let new)) where new < old:
            return Claim(lowered, "An agent has to stop sooner: \(edit.step).")
        case (.unlimited, .unlimited), (.number, .number):
            return Claim(changed, .minor, "A limit is written differently, and the same: \(edit.step).")
        case (.number, .unlimited): return Claim(raised, "An agent has no limit of its own any more: \(edit.step).")
        case (.unlimited, .number): return Claim(lowered, "An agent has a limit now: \(edit.step).")
        case (.absent, .number): return Claim(lowered, "An agent has a limit of its own now: \(edit.step).")
        case (.number, .absent): return Claim(raised, "The limit is left to the framework: \(edit.step).")
        case (_, .unlimited): return Claim(raised, "An agent has no limit now: \(edit.step).")
        default: return Claim(changed, "A limit of the agent is said differently: \(edit.step).")
        }
    }

    private enum Amount {
        case number(DecimalNumber), unlimited, absent, other
    }

    /// A number, or a duration in seconds. Null and -1 are no limit (CrewAI, "Agents": `max_rpm`).
    private static func amount(_ node: YAMLNode?) -> Amount {
        guard let node else { return .absent }
        if node.isNull { return .unlimited }
        if let number = node.decimal { return number.isNegative ? .unlimited : .number(number) }
        if let duration = PlanDuration(node.text) { return .number(DecimalNumber(Int(duration.seconds))) }
        if node.text.hasSuffix("s"), let seconds = DecimalNumber(String(node.text.dropLast())) {
            return .number(seconds)
        }
        return .other
    }

    /// From the agent that only proposes to the one that acts alone; what teams write, a convention.
    private static let levels: [[String]] = [
        ["none", "off", "manual"], ["suggest", "assist", "assisted", "low"],
        ["supervised", "ask", "human-in-the-loop", "semi", "semi-autonomous", "medium"],
        ["monitored", "human-on-the-loop", "high"], ["auto", "autonomous", "full", "full-auto", "fully-autonomous"],
    ]

    private static func autonomy(_ edit: SettingEdit) -> Claim {
        if let old = edit.old?.decimal, let new = edit.new?.decimal { return step(old < new, old == new, edit) }
        let level = { (node: YAMLNode?) in
            node.flatMap { node in levels.firstIndex { $0.contains(node.text.lowercased()) } }
        }
        guard let old = level(edit.old), let new = level(edit.new) else {
            return Claim(changed, "How much an agent decides by itself is said differently: \(edit.step).")
        }
        return step(old < new, old == new, edit)
    }

    private static func step(_ isHigher: Bool, _ isSame: Bool, _ edit: SettingEdit) -> Claim {
        if isSame { return Claim(changed, .minor, "How much an agent decides is written differently: \(edit.step).") }
        return isHigher
            ? Claim(raised, "An agent decides more by itself: \(edit.step).")
            : Claim(lowered, "An agent decides less by itself: \(edit.step).")
    }
}
