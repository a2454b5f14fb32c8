package import Releases

/// What changed between two commits or releases, how much each change matters and why, and what approving it takes.
package struct DiffReport: Sendable {
    /// Both sides as the user named them.
    package let base: String
    package let head: String
    /// The systems that differ.
    package let systems: [SystemDifference]
    /// Names of the systems of which nothing differs, sorted.
    package let unchangedSystems: [String]
    /// What the reader should know beside the changes, such as a trust root that nobody pinned.
    package let notes: [ReleaseEvaluation.Reason]
    /// Git's names for what was compared.
    package let objects: ComparedObjects

    package init(
        base: String, head: String, systems: [SystemDifference], unchangedSystems: [String] = [],
        notes: [ReleaseEvaluation.Reason] = [], objects: ComparedObjects = ComparedObjects()
    ) {
        self.base = base
        self.head = head
        self.systems = systems
        self.unchangedSystems = unchangedSystems
        self.notes = notes
        self.objects = objects
    }

    /// A sentence about the systems that do not differ; nil when there is none.
    var unchangedSentence: String? {
        switch unchangedSystems.count {
        case 0: nil
        case 1...3: "Unchanged: \(unchangedSystems.joined(separator: ", "))."
        default: "\(unchangedSystems.count) \(systems.isEmpty ? "" : "other ")systems are unchanged."
        }
    }
}
