import Approvals
import PlanModel
import PlanRules
import SourceText

/// Exceptions that waive gates of one release.
///
/// Whoever asks for an exception also writes whom it names as its approvers. So it counts only with a signed statement
/// of each of them, about exactly its bytes, in a role that the requirement or a veto gives a say.
struct GateWaivers {
    /// What lets gates go: a release statement has to list it.
    let statements: [JudgedStatement]
    let notes: [ReleaseEvaluation.Reason]
    private let patterns: [PathPattern]

    init(
        _ subject: ReleaseEvaluator.Subject, version: String, requirement: PolicyRequirement, bench: RecordBench
    ) throws {
        let roles = (requirement.quorum?.roles ?? []).union(bench.trust.vetoRoles)
        let documents = subject.snapshot.documents
        var patterns: [PathPattern] = []
        var statements: [JudgedStatement] = []
        var notes: [ReleaseEvaluation.Reason] = []
        for exception in documents.of(ExceptionRecord.self)
        where exception.release?.value.name == subject.system && exception.release?.value.version == version {
            func note(_ code: String, _ sentence: String, _ mend: String) {
                notes.append(
                    ReleaseEvaluation.Reason(
                        code: code, message: "\(exception.envelope.source.path) \(sentence)", mend: mend))
            }
            guard let start = exception.effectiveFrom?.value, let end = exception.expiresAt?.value,
                start <= subject.time, subject.time < end
            else {
                note("exception-not-in-force", "is not in force at this time", "Ask for one that is, or pass the gate.")
                continue
            }
            let record = try bench.judge("exception:\(exception.name)", in: documents).restricted(to: roles)
            guard record.isInForce else {
                note(
                    "exception-unsigned", "waives nothing: \(record.whoIsMissing) did not sign it",
                    "Have them run `imprimatur approve record exception:\(exception.name)`, as one of "
                        + "\(roles.sorted().joined(separator: ", ")).")
                continue
            }
            let gates = exception.waivedGates.map(\.value)
            patterns += gates.map { PathPattern($0) }
            statements += record.statements.filter(\.counts)
            note(
                "gate-waived", "waives \(gates.joined(separator: ", ")) until \(end.rfc3339)",
                "The compensating controls stand in for it until then.")
        }
        self.patterns = patterns
        self.statements = statements
        self.notes = notes
    }

    func waives(_ gate: ReleaseCandidate.RequiredGate) -> Bool { patterns.contains { $0.matches(gate.name) } }
}
