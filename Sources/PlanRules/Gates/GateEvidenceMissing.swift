package import SourceText

package enum GateEvidenceMissing: CandidateRule {
    package static let description = RuleDescription(
        "GAT-001", "gate-evidence-missing", .error, .release,
        summary: "Every gate that the policy and the plan require has evidence.",
        why: "A release without its evaluation is a release on trust. The gates are what an approver relies on.",
        requirements: ["S7", "S21", "S52", "S53", "S55"],
        failing: "matrix row: gates [safety-eval]\nno GateEvidence for gate safety-eval of support-assistant@1.1.0",
        passing:
            "kind: GateEvidence\nspec:\n  subject: {release: release:support-assistant@1.1.0, …}\n  gate: safety-eval")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.requiredGates.filter { candidate.evidence(for: $0.name).isEmpty }.map { gate in
            finding(
                at: candidate.location,
                "\(gate.askedBy) needs the gate \(gate.name), and \(candidate.name) has no evidence for it",
                mend:
                    "Run the gate on package sha256:\(candidate.packageSHA256) and record a GateEvidence document for it."
            )
        }
    }
}
