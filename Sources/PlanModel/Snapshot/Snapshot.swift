package import SourceText

/// One tree as the tool sees it: the documents that could be read, what was wrong with the others, and all files.
package struct Snapshot: Sendable {
    /// How a reader would name the tree: `the worktree`, `the index`, a commit.
    package let label: String
    package let documents: DocumentSet
    package let problems: [DocumentProblem]
    package let files: FileListing
    /// How many files the globs of the project lead to, the project file not counted.
    package let globbedFileCount: Int
    /// What was not looked at although the project's globs lead there, and why: one sentence each.
    package let remarks: [String]
    /// False for a tree that was read only to be compared: what a schema refuses is then not among the problems.
    package let schemasWereAsked: Bool
    package let memory = SnapshotMemory()

    package init(
        label: String, documents: DocumentSet, problems: [DocumentProblem], files: FileListing,
        globbedFileCount: Int = 0, remarks: [String] = [], schemasWereAsked: Bool = true
    ) {
        self.label = label
        self.documents = documents
        self.problems = problems
        self.files = files
        self.globbedFileCount = globbedFileCount
        self.remarks = remarks
        self.schemasWereAsked = schemasWereAsked
    }
}

/// What reading and the schema found; the rules of family DOC turn it into findings.
package struct DocumentProblem: Sendable {
    package enum Kind: Sendable {
        /// The bytes are not one YAML document tree, or exceed a limit.
        case unreadable
        /// Duplicate keys, merge keys, undefined or cyclic aliases.
        case badStructure
        /// A plain word that older YAML tools read differently.
        case ambiguousScalar
        case unknownKind
        case schema
        /// Something the schema requires is not there; a rule that speaks of the same field says it better.
        case schemaMissing
    }

    package let kind: Kind
    package let severity: Severity
    package let location: Location
    package let message: String
    package let mend: String
    package let field: String?
    package let related: [RelatedLocation]

    package init(
        _ kind: Kind, severity: Severity = .error, at location: Location, _ message: String, mend: String,
        field: String? = nil, related: [RelatedLocation] = []
    ) {
        self.kind = kind
        self.severity = severity
        self.location = location
        self.message = message
        self.mend = mend
        self.field = field
        self.related = related
    }
}
