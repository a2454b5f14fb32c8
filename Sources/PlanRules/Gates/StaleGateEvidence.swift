import PlanModel
package import SourceText

package enum StaleGateEvidence: CandidateRule {
    package static let description = RuleDescription(
        "GAT-003", "stale-gate-evidence", .error, .release,
        summary: "The evidence of every required gate was made on the bytes that ship.",
        why: "An evaluation of yesterday's prompt says nothing about today's.",
        requirements: ["S7", "S52"],
        failing: "subject: {packageDigest: {sha256: 1f2e…}}   # the package is now 9b74…",
        passing: "subject: {packageDigest: {sha256: 9b74…}}")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.requiredGates.compactMap { gate in
            guard candidate.currentEvidence(for: gate.name).isEmpty,
                let latest = candidate.evidence(for: gate.name).last
            else { return nil }
            let digest = latest.packageSHA256
            return finding(
                at: digest?.location ?? latest.envelope.location, field: digest?.field,
                "the evidence for \(gate.name) was made on package \(digest?.value.prefix(12) ?? "?")…, and the package is "
                    + "now \(candidate.packageSHA256.prefix(12))…",
                mend: "Run the gate again on sha256:\(candidate.packageSHA256) and record it.")
        }
    }
}
