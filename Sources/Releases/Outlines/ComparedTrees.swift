import DiskFiles
package import GitObjects
package import PlanModel
import Snapshots
import SourceText

/// Two trees, and which of their systems differ. Only what these are made of is read.
package struct ComparedTrees {
    /// One state of a repository: a commit, the index, the files on disk, the result of a merge.
    package struct Side {
        /// As the reader named it, such as `main`, or `the worktree`.
        package let name: String
        package let files: FileListing
        /// Nil for a state that no commit holds.
        package let commit: ObjectID?
        /// Name of the tree object, under which its outline may be kept.
        package let tree: ObjectID?

        package init(name: String, files: FileListing, commit: ObjectID?, tree: ObjectID?) {
            self.name = name
            self.files = files
            self.commit = commit
            self.tree = tree
        }
    }

    package let base: Side
    package let head: Side
    private let outlines: (base: TreeOutline, head: TreeOutline)

    /// Systems that either side has, sorted.
    package let systems: [String]

    package init(from base: Side, to head: Side, store: (any OutlineStore)?) throws {
        self.base = base
        self.head = head
        outlines = (try Self.outline(of: base, store), try Self.outline(of: head, store))
        systems = Set((outlines.base.units + outlines.head.units).map(\.system)).sorted()
    }

    private static func outline(of side: Side, _ store: (any OutlineStore)?) throws -> TreeOutline {
        let id = side.tree?.description
        if let id, let kept = store?.outline(ofTree: id) { return kept }
        let outline = try TreeOutline(reading: side.files, label: side.name)
        if let id { store?.keep(outline, ofTree: id) }
        return outline
    }

    /// True when everything that a system is made of, and all that governs it, is the same on both sides.
    package func isUnchanged(_ system: String) -> Bool {
        guard let before = outlines.base.unit(system), let after = outlines.head.unit(system) else { return false }
        return before == after && outlines.base.governing == outlines.head.governing
    }

    /// What changed in each of some systems.
    ///
    /// - Parameter releases: those behind the head, to sum up what changed since; nil when that is not asked for.
    package func comparisons(of systems: [String], after releases: ReleasesBehind? = nil) throws -> [SystemComparison] {
        let before = try snapshot(base, outlines.base, of: systems)
        let after = try snapshot(head, outlines.head, of: systems)
        // The comparisons take the time, and know nothing of one another; history is looked up afterwards, on one thread.
        let steps = try systems.mapInParallel(batch: 1) { try SystemStep($0, from: before, to: after) }
        return try steps.map { step in
            try lostSystem(step.system, in: before) ?? SystemComparison(step, behind: releases)
        }
    }

    /// A system that the head no longer has although its documents' files are there: they cannot be read, or no
    /// document lists them any more. Nil for a system that is there, and for one that was taken away with its files.
    private func lostSystem(_ system: String, in before: Snapshot) throws -> SystemComparison? {
        guard let unit = outlines.base.unit(system), outlines.head.unit(system) == nil else { return nil }
        let own = try SystemUnit(system, in: before)
        let paths = [own.system.envelope.source.path, own.package.envelope.source.path, Project.path]
        guard try paths.dropLast().contains(where: { try head.files.file($0) != nil }) else { return nil }
        let left = try SnapshotLoader.unjudged(head.files, label: head.name, only: Set(unit.documents.map(\.path)))
        let problem = left.problems.first { $0.severity == .error && paths.contains($0.location.path ?? "") }
        let missing = try paths.first { try head.files.file($0) == nil }
        return try SystemComparison(
            lost: own, in: before, at: problem?.location ?? .file(path: missing ?? paths[0]),
            because: problem.map { "\($0.location.path ?? "a document") cannot be read: \($0.message)" }
                ?? missing.map { "\($0) is gone" } ?? "its documents are not listed any more, or are another system's")
    }

    private func snapshot(_ side: Side, _ outline: TreeOutline, of systems: [String]) throws -> Snapshot {
        let documents = systems.compactMap(outline.unit).flatMap(\.documents) + outline.governing
        return try SnapshotLoader.unjudged(side.files, label: side.name, only: Set(documents.map(\.path)))
    }
}
