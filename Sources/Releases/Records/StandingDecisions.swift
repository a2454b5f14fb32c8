import Approvals
import PlanModel
import SourceText

/// Decisions that stop one version of a system: `halt`, until somebody resumes it, and `withdraw`, for good.
///
/// A record that stops something counts by being there, whoever typed it. One that lets it go on counts only with the
/// signed statement of the person whom it names, in the role that it names, and only when it came after the halt.
struct StandingDecisions {
    let refusals: [ReleaseEvaluation.Reason]
    /// About decisions that came after the release was made, and about those that do not count.
    let notes: [ReleaseEvaluation.Reason]
    /// What lifted a halt: a release statement has to list it.
    let statements: [JudgedStatement]

    /// - Parameters:
    ///   - version: of the release that is judged.
    ///   - base: the tree of the release before.
    init(
        about version: String, _ subject: ReleaseEvaluator.Subject, since base: Snapshot?, tip: Snapshot,
        bench: RecordBench
    ) throws {
        // What was there may have been deleted or edited since, which does not unsay it. What came after a release was
        // made is no reason against having made it.
        let before = [base].compactMap { $0 }
        let others = before + (subject.sealed == nil ? [tip] : [])
        let decisions = try Self.all(in: [subject.snapshot] + others, about: version, of: subject.system)
        let resuming = decisions.filter { $0.decision?.value == "resume" }
        let documents = DocumentSet(resuming)
        var refusals: [ReleaseEvaluation.Reason] = []
        var notes: [ReleaseEvaluation.Reason] = []
        var statements: [JudgedStatement] = []
        var unsigned: Set<String> = []
        for stop in decisions where stop.isStop {
            var isLifted = false
            for resume in resuming where resume.mayLift(stop) {
                let record = try bench.judge("decision:\(resume.name)", in: documents)
                if record.isInForce {
                    isLifted = true
                    statements += record.statements.filter(\.counts)
                } else if unsigned.insert(resume.name).inserted {
                    notes.append(
                        ReleaseEvaluation.Reason(
                            code: "decision-unsigned",
                            message: "\(resume.envelope.source.path) lets \(subject.system) \(version) go on, and "
                                + "\(record.whoIsMissing) did not sign it",
                            mend:
                                "Have them run `imprimatur approve record decision:\(resume.name)`, in the role that the "
                                + "record names."))
                }
            }
            if !isLifted { refusals.append(Self.refusal(stop, system: subject.system, version: version)) }
        }
        if subject.sealed != nil {
            let known = Set(decisions.map(\.envelope.source.bytes))
            for later in try Self.all(in: [tip], about: version, of: subject.system)
            where later.isStop && !known.contains(later.envelope.source.bytes) {
                notes.append(Self.refusal(later, system: subject.system, version: version))
            }
        }
        self.refusals = refusals
        self.notes = notes
        self.statements = statements
    }

    /// Decisions that a change deletes, edits, or takes out of what the settings lead to. They are only ever added to.
    static func lost(from target: Snapshot, to merged: Snapshot) -> [ReleaseEvaluation.Reason] {
        let kept = Set(merged.documents.of(ReleaseDecision.self).map(\.envelope.source.bytes))
        return target.documents.of(ReleaseDecision.self)
            .filter { $0.isStop && !kept.contains($0.envelope.source.bytes) }
            .map { decision in
                ReleaseEvaluation.Reason(
                    code: "decision-lost",
                    message: "the change deletes, edits or hides \(decision.envelope.source.path), which says "
                        + "\(decision.decision?.value ?? "?") of \(decision.release?.value.description ?? "?")",
                    mend: "Leave the record as it is and under `documents` of imprimatur.yaml; what changed is said in "
                        + "a record of its own.")
            }
    }

    private static func all(
        in trees: [Snapshot], about version: String, of system: String
    ) throws -> [ReleaseDecision] {
        var seen: Set<[UInt8]> = []
        return try trees.flatMap { tree in try tree.decisions(alsoAlong: trees) }.filter { decision in
            decision.release?.value.name == system && decision.release?.value.version == version
                && seen.insert(decision.envelope.source.bytes).inserted
        }
    }

    private static func refusal(
        _ decision: ReleaseDecision, system: String, version: String
    ) -> ReleaseEvaluation.Reason {
        let isHalt = decision.decision?.value == "halt"
        let who = decision.decidedBy.map { " by \($0.value)" } ?? ""
        return ReleaseEvaluation.Reason(
            code: isHalt ? "release-halted" : "release-withdrawn",
            message:
                "\(system) \(version) was \(isHalt ? "halted" : "withdrawn")\(who) (\(decision.envelope.source.path))",
            mend: isHalt
                ? "Record a later decision `resume` and have the person whom it names sign it: `imprimatur approve "
                    + "record decision:<name>`."
                : "Give what comes next another version.")
    }
}

extension ReleaseDecision {
    fileprivate var isStop: Bool { decision?.value == "halt" || decision?.value == "withdraw" }

    /// True when this decision, if it counts, ends a halt.
    fileprivate func mayLift(_ stop: ReleaseDecision) -> Bool {
        guard stop.decision?.value == "halt", let halted = stop.decidedAt?.value, let resumed = decidedAt?.value
        else { return false }
        return halted < resumed
    }
}
