package import PlanModel
package import SourceText

/// Every file that a release of a system ships: the release package, the system's document, what the components
/// resolve to, what those files include, and everything in the governed paths.
package struct PackageClosure: Sendable {
    package struct Entry: Sendable {
        package let file: ListedFile
        package let source: SourceFile
        /// Nil for the two documents.
        package let category: ComponentCategory?
    }

    package let system: AISystem
    package let package: ReleasePackage
    /// Sorted bytewise by path, each path once.
    package let entries: [Entry]
    /// Paths of the files that components name or include; the other entries ship because a governed path has them.
    package let listedPaths: Set<String>
    /// Symbolic links and submodules where files should be, by path: what they lead to is not part of this tree.
    package let foreignEntries: [String: ForeignEntry]
    /// Why the closure is not whole; with problems there is no digest.
    package let problems: [ClosureProblem]

    package struct ForeignEntry: Sendable, Equatable {
        package let file: ListedFile
        package let category: ComponentCategory
    }

    package func entries(of category: ComponentCategory) -> [Entry] { entries.filter { $0.category == category } }
}

extension Snapshot {
    /// What a release package of this tree ships; resolved once. Throws only when a file's bytes cannot be had.
    package func closure(of package: ReleasePackage, system: AISystem) throws -> PackageClosure {
        try memory.value("closure\n\(package.envelope.place)\n\(system.envelope.place)") {
            try PackageClosure(of: package, system: system, in: self)
        }
    }
}

/// Something that keeps a package from having a digest, or that would make what ships differ from what was approved.
package struct ClosureProblem: Sendable {
    package enum Kind: String, Sendable {
        case pathMatchesNothing = "path-matches-nothing"
        case includeUnresolved = "include-unresolved"
        case badMode = "bad-mode"
        case badPath = "bad-path"
        case pathCollision = "path-collision"
        case attribute = "attribute"
        case noVersion = "no-version"
        case ambiguousPackage = "ambiguous-package"
    }

    package let kind: Kind
    package let location: Location
    package let message: String
    package let mend: String
    package let field: String?

    package init(_ kind: Kind, at location: Location, _ message: String, mend: String, field: String? = nil) {
        self.kind = kind
        self.location = location
        self.message = message
        self.mend = mend
        self.field = field
    }
}
