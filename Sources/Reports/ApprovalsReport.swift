import Approvals
package import Releases

/// Every statement about some systems: whether it counts, and the answers to the four questions asked of it.
package struct ApprovalsReport: Sendable {
    package let evaluations: [ReleaseEvaluation]
    /// What the reader should know beside them, such as a trust root that nobody pinned.
    package let notes: [ReleaseEvaluation.Reason]

    package init(_ evaluations: [ReleaseEvaluation], notes: [ReleaseEvaluation.Reason] = []) {
        self.evaluations = evaluations
        self.notes = notes
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        if evaluations.isEmpty { page.paragraph("There is no system with a release package here.") }
        for evaluation in evaluations {
            page.gap()
            Self.write(evaluation, to: &page)
        }
        page.gap()
        for note in notes { ReasonText(note).write("note", .note, to: &page) }
        return page.text
    }

    private static func write(_ evaluation: ReleaseEvaluation, to page: inout Page) {
        let counted = evaluation.statements.count { $0.counts }
        let found = evaluation.statements.count
        page.paragraph(
            "\("\(evaluation.system) \(evaluation.version)", .strong): \(Prose.count(found, "statement")) found, "
                + "\(counted) of them \(counted == 1 ? "counts" : "count")", hanging: 2)
        page.indented { page in
            EvaluationText(evaluation).writeFacts(to: &page)
            for judged in evaluation.statements {
                page.gap()
                StatementText(judged).write(to: &page)
            }
            for veto in evaluation.vetoes {
                page.gap()
                page.paragraph(
                    "\("veto", .error) \(veto.found.place.label, .strong): \(veto.principal ?? "?") rejected the system as "
                        + "\(veto.role ?? "?"). It stops every release until \(veto.principal ?? "the same person") "
                        + "withdraws it.", hanging: 2)
            }
            MissingText(evaluation).write(to: &page)
        }
    }
}
