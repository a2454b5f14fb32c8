extension DiffReport {
    /// `schemas/v1/output/diff.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                base: base, head: head, systems: systems.map(System.init), notes: notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/diff/v1"
        let base: String
        let head: String
        let systems: [System]
        let notes: [ReasonJSON]
    }

    private struct System: Encodable {
        let system: String
        let baseVersion: String?
        let headVersion: String?
        let `class`: String
        let changes: [ChangeJSON]
        let gates: [String]
        let approvals: [String]

        init(_ difference: SystemDifference) {
            system = difference.system
            baseVersion = difference.baseVersion
            headVersion = difference.headVersion
            `class` = difference.changeClass
            changes = difference.changes.map(ChangeJSON.init)
            gates = difference.gates
            approvals = difference.approvals
        }
    }
}
