import PlanModel

extension Scenario {
    /// What can happen to a file of any component.
    static let fileScenarios = ComponentCategory.allCases.flatMap { category -> [Scenario] in
        let folder = "extra/\(category.rawValue)"
        let rule: String
        switch category {
        case .prompts: rule = "prompt"
        case .guardrails: rule = "guardrail"
        case .tools: rule = "tool"
        default: rule = category.rawValue
        }
        let removedClass = category == .guardrails ? "critical" : "material"
        let common = [
            Scenario("\(rule) file more", .write("\(folder)/new.dat", "new"), expect: ["\(rule)/file-added material"]),
            Scenario(
                "\(rule) file less", .delete("\(folder)/kept.dat"), expect: ["\(rule)/file-removed \(removedClass)"]),
            Scenario(
                "\(rule) file renamed", .rename("\(folder)/kept.dat", "\(folder)/moved.dat"),
                expect: ["\(rule)/renamed material"]),
            Scenario(
                "\(rule) file with another name and other bytes", .rename("\(folder)/kept.dat", "\(folder)/moved.dat"),
                .write("\(folder)/moved.dat", "other\n"),
                expect: ["\(rule)/file-added material", "\(rule)/file-removed \(removedClass)"]),
        ]
        let whole: String
        switch category {
        case .guardrails: whole = "guardrail/rule-text-changed material"
        case .experience: whole = "experience/notice-changed material"
        default: whole = "\(rule)/opaque-changed material"
        }
        let changed = Scenario(
            "\(rule) file of no known format", .write("\(folder)/kept.dat", "other"), expect: [whole])
        return common + [
            changed,
            Scenario(
                "\(rule) file that was there all along", adding: ["\(folder)/new.dat": "new"],
                .write("\(folder)/new.dat", "other"), expect: [whole]),
            Scenario(
                "\(rule) pointer that cannot be read", .replace("\(folder)/kept.dvc", "outs:", "outs: ["),
                expect: ["\(rule)/opaque-changed material"]),
            Scenario(
                "\(rule) pointer with a comment", .replace("\(folder)/kept.dvc", "outs:", "# data\nouts:"),
                expect: ["\(rule)/source-only none"]),
        ]
    }
}
