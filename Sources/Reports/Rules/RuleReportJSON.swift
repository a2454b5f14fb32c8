package import SourceText

extension RuleReport {
    /// The catalogue, or a part of it, for programs (schemas/v1/output/rules.schema.json).
    package static func json(_ rules: [RuleDescription]) throws -> String {
        try JSONText.of(RuleListData(rules: rules.map(RuleData.init)))
    }
}

private struct RuleListData: Encodable {
    let report = "imprimatur/rules/v1"
    let rules: [RuleData]
}

private struct RuleData: Encodable {
    let id: String
    let name: String
    let severity: String
    let phase: String
    let summary: String
    let why: String
    let requirements: [String]
    let failing: String
    let passing: String

    init(_ rule: RuleDescription) {
        id = rule.id.rawValue
        name = rule.name
        severity = rule.severity.rawValue
        phase = rule.phase.rawValue
        summary = rule.summary
        why = rule.why
        requirements = rule.requirements
        failing = rule.failing
        passing = rule.passing
    }
}
