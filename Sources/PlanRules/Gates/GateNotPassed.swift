import PlanModel
package import SourceText

package enum GateNotPassed: CandidateRule {
    package static let description = RuleDescription(
        "GAT-002", "gate-not-passed", .error, .release,
        summary: "The latest evidence of every required gate says passed.",
        why: "A failed, skipped or broken evaluation is not a passed one, whoever is in a hurry.",
        requirements: ["S7", "S52"],
        failing: "kind: GateEvidence\nspec: {gate: safety-eval, result: failed, …}",
        passing: "kind: GateEvidence\nspec: {gate: safety-eval, result: passed, …}")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.requiredGates.compactMap { gate in
            guard let latest = candidate.currentEvidence(for: gate.name).last, latest.result?.value != "passed" else {
                return nil
            }
            let result = latest.result?.value ?? "not given"
            return finding(
                at: latest.result?.location ?? latest.envelope.location, field: latest.result?.field,
                "the result of \(gate.name) is \(result), and \(gate.askedBy) needs it passed",
                mend: "Mend what failed and run the gate again; the newer evidence counts.")
        }
    }
}
