package import SourceText

extension RuleReport {
    /// `schemas/v1/output/rules.schema.json`
    package static func json(_ rules: [RuleDescription]) throws -> String {
        try JSONText.of(Output(rules: rules.map(Rule.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/rules/v1"
        let rules: [Rule]
    }

    private struct Rule: Encodable {
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
}
