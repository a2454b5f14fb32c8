package import Releases

/// What changed between two commits or releases, how much each change matters and why, and what approving it takes.
package struct DiffReport: Sendable {
    /// Both sides as the user named them.
    package let base: String
    package let head: String
    package let systems: [SystemDifference]
    /// What the reader should know beside the changes, such as a trust root that nobody pinned.
    package let notes: [ReleaseEvaluation.Reason]
    /// Git's names for what was compared.
    package let objects: ComparedObjects

    package init(
        base: String, head: String, systems: [SystemDifference], notes: [ReleaseEvaluation.Reason] = [],
        objects: ComparedObjects = ComparedObjects()
    ) {
        self.base = base
        self.head = head
        self.systems = systems
        self.notes = notes
        self.objects = objects
    }
}
