import Approvals
import Materiality
import PlanModel
import PlanRules
import Releases
import SourceText

/// Everything known about releasing one system, as people read it: the facts, what is missing, and why.
struct EvaluationText {
    private let evaluation: ReleaseEvaluation
    private let refusals: [ReleaseEvaluation.Reason]
    private let undecided: [ReleaseEvaluation.Reason]
    private let notes: [ReleaseEvaluation.Reason]

    /// - Parameters:
    ///   - refusals: what stands against the release beside the evaluation, such as the tag itself.
    ///   - undecided: doubts about the judgement as a whole, beside those of the evaluation.
    ///   - notes: what to know about the clone.
    init(
        _ evaluation: ReleaseEvaluation, refusals: [ReleaseEvaluation.Reason] = [],
        undecided: [ReleaseEvaluation.Reason] = [], notes: [ReleaseEvaluation.Reason] = []
    ) {
        self.evaluation = evaluation
        self.refusals = refusals + evaluation.refusals
        self.undecided = undecided + evaluation.undecided
        self.notes = evaluation.notes + notes
    }

    func write(to page: inout Page) {
        writeFacts(to: &page)
        writeChanges(to: &page)
        writeGates(to: &page)
        writeCounted(to: &page)
        MissingText(evaluation).write(to: &page)
        writeReasons(to: &page)
        writeUncounted(to: &page)
        writeRemaining(to: &page)
    }

    /// Class, tier, what it is compared with, and the digest that people approve.
    func writeFacts(to page: inout Page) {
        let name = evaluation.changeClass.name
        let meaning = ClassWords.meaning(name).map { " (\($0))" } ?? ""
        page.paragraph("class: \(name, ClassWords.ink(name))\(meaning)", hanging: 2)
        for sentence in evaluation.cumulative.map({ CumulativeWords($0).sentences }) ?? [] {
            page.indented { $0.paragraph(StyledText(sentence), hanging: 2) }
        }
        if let use = evaluation.candidate?.classVerdict.predetermined, use.isInside {
            page.paragraph(
                "predetermined change: \(use.id.value), inside its bounds, so that the gates of its protocol suffice",
                hanging: 2)
        }
        page.paragraph("risk tier: \(evaluation.tier.rawValue)")
        if let base = evaluation.base {
            page.paragraph("compared with: \(base.version), the tag \(base.tag)", hanging: 2)
        } else {
            page.paragraph("compared with: nothing, because no release came before")
        }
        if let digest = evaluation.packageSHA256 {
            page.line("package: sha256:\(digest)")
        } else {
            page.paragraph("package: has no digest, because it could not be put together")
        }
        if let plan = evaluation.plan { page.line(StyledText(plan.text.withColonAfterFirstWord)) }
    }

    private func writeChanges(to page: inout Page) {
        guard let changes = evaluation.comparison?.changes, !changes.isEmpty else { return }
        section("What changed", &page) { page in
            for change in changes { page.paragraph("- \(ChangeText(change).summary)", hanging: 2) }
        }
    }

    private func writeGates(to page: inout Page) {
        guard let candidate = evaluation.candidate, !candidate.requiredGates.isEmpty else { return }
        section("Gates", &page) { page in
            for gate in candidate.requiredGates {
                let status = GateStatus(of: gate, in: candidate).words
                page.paragraph("- \(gate.name, .strong) \(status) (asked for by \(gate.askedBy))", hanging: 2)
            }
        }
    }

    private func writeCounted(to page: inout Page) {
        writeCounted(.approve, "Approvals that count", to: &page)
        writeCounted(.reject, "Rejections that count", to: &page)
    }

    private func writeCounted(_ decision: Statement.Decision, _ title: String, to page: inout Page) {
        let counted = evaluation.statements.filter { $0.counts && $0.decision == decision }
        guard !counted.isEmpty else { return }
        section(title, &page) { page in
            for judged in counted {
                let who = "\(judged.principal ?? "?") as \(judged.role ?? "?")"
                page.paragraph("- \(who): \(judged.found.place.label)", hanging: 2)
            }
        }
    }

    /// What stands against the release, what is not known, and what else is worth knowing. Findings that another
    /// section tells in full are left out: what is missing, and statements that do not count.
    func writeReasons(to page: inout Page) {
        let findings = evaluation.findings.filter { !Self.toldElsewhere.contains($0.rule) }
        guard !(refusals + undecided + notes).isEmpty || !findings.isEmpty else { return }
        section("Why", &page) { page in
            for refusal in refusals { ReasonText(refusal).write("refused", .error, to: &page) }
            for finding in findings { FindingText(finding).writeConcisely(to: &page) }
            for doubt in undecided { ReasonText(doubt).write("undecided", .warning, to: &page) }
            for note in notes { ReasonText(note).write("note", .note, to: &page) }
        }
    }

    private static let toldElsewhere: Set<RuleID> = [
        QuorumUnmet.description.id, GateEvidenceMissing.description.id, UntrustedApproval.description.id,
        ApprovalOfOtherDigest.description.id, AuthorApproved.description.id,
    ]

    private func writeUncounted(to page: inout Page) {
        let uncounted = evaluation.statements.filter { !$0.counts }
        guard !uncounted.isEmpty else { return }
        section("Statements that do not count", &page) { page in
            for judged in uncounted { StatementText(judged).writeReasons(to: &page) }
        }
    }

    private func writeRemaining(to page: inout Page) {
        guard let words = evaluation.remaining?.words else { return }
        page.gap()
        page.paragraph("The least that would fill what it takes: \(words).", hanging: 2)
    }

    private func section(_ title: String, _ page: inout Page, _ write: (inout Page) -> Void) {
        page.gap()
        page.line(StyledText(title, .strong))
        page.indented(by: 2, write)
    }
}

extension String {
    /// `plan customer-ai@4 sha256:…` as `plan: customer-ai@4 sha256:…`.
    fileprivate var withColonAfterFirstWord: String {
        guard let space = firstIndex(of: " ") else { return self }
        return self[..<space] + ":" + self[space...]
    }
}
