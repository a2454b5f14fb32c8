package import Releases

/// What changed between two commits or releases, how much each change matters and why, and what approving it takes.
package struct DiffReport: Sendable {
    package let base: String
    package let head: String
    package let systems: [SystemDifference]
    /// What the reader should know beside the changes, such as a trust root that nobody pinned.
    package let notes: [ReleaseEvaluation.Reason]

    package init(
        base: String, head: String, systems: [SystemDifference], notes: [ReleaseEvaluation.Reason] = []
    ) {
        self.base = base
        self.head = head
        self.systems = systems
        self.notes = notes
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        if systems.isEmpty { page.paragraph("No AI system differs between \(base) and \(head).") }
        for system in systems {
            page.gap()
            DifferenceText(system).write(to: &page)
        }
        if !systems.isEmpty {
            page.gap()
            page.paragraph("Compared: \(base) → \(head)")
        }
        for note in notes { ReasonText(note).write("note", .note, to: &page) }
        return page.text
    }
}
