import DiskFiles
import PlanModel
import SchemaValidation
import SourceText
import YAMLDocuments

/// Reads files into typed documents, and keeps what was wrong on the way.
struct DocumentReader: Sendable {
    private let limits: ReadLimits
    private(set) var documents: [any PlanDocument] = []
    private(set) var problems: [DocumentProblem] = []

    /// The organisation's own schemas.
    private var overlays: SchemaOverlays
    /// Whether schemas are asked. Documents are the same either way.
    private let judges: Bool

    init(limits: ReadLimits, overlays: SchemaOverlays = SchemaOverlays(), judges: Bool = true) {
        self.limits = limits
        self.overlays = overlays
        self.judges = judges
    }

    /// Also asks what the organisation's own schemas say of the documents read so far.
    mutating func apply(_ overlays: SchemaOverlays) {
        self.overlays = overlays
        for document in documents {
            report(overlays.failures(of: document.envelope.document, kind: type(of: document).kind))
        }
    }

    /// Reads many files, on several threads when there are enough of them; the result is as if one after another.
    mutating func read(_ wanted: [ListedFile], from files: FileListing) throws {
        let (limits, overlays, judges) = (self.limits, self.overlays, self.judges)
        let readers = try wanted.mapInParallel { file in
            var reader = DocumentReader(limits: limits, overlays: overlays, judges: judges)
            try reader.read(file, from: files)
            return reader
        }
        documents += readers.flatMap(\.documents)
        problems += readers.flatMap(\.problems)
    }

    mutating func read(_ file: ListedFile, from files: FileListing) throws {
        guard file.mode == .file || file.mode == .executable else {
            let what = file.mode == .symlink ? "a symbolic link" : "a submodule"
            problems.append(
                DocumentProblem(
                    .unreadable, at: .file(path: file.path), "\(file.path) is \(what), not a document",
                    mend: "Replace it by the file itself: what it points at is not part of this tree."))
            return
        }
        let source = try files.source(file)
        let stream = YAMLReader.read(source, limits: limits)
        problems += stream.problems.map { Self.problem($0, in: source) }
        if stream.documents.isEmpty, !stream.hasErrors {
            problems.append(
                DocumentProblem(
                    .unreadable, at: .file(path: file.path), "the file holds no document",
                    mend: "Write a document, or delete the file."))
        }
        for document in stream.documents { try readDocument(document) }
    }

    private mutating func readDocument(_ document: YAMLDocument) throws {
        let envelope = Envelope(document)
        guard let type = kind(of: envelope) else { return }
        if judges {
            report(try KindSchemas.failures(of: document, kind: type.kind))
            report(overlays.failures(of: document, kind: type.kind))
        }
        documents.append(type.init(envelope: envelope, spec: Fields(document: document.root).mapping("spec")))
    }

    private mutating func report(_ failures: [SchemaFailure]) {
        for failure in failures {
            problems.append(
                DocumentProblem(
                    Self.kind(of: failure), at: failure.location, failure.message,
                    mend: failure.mend, field: failure.path.description, related: failure.relatedLocations))
        }
    }

    private static func kind(of failure: SchemaFailure) -> DocumentProblem.Kind {
        // What could not be judged to the end is as bad as what could not be read: nobody knows what it hides.
        if failure.isUndecided { return .unreadable }
        return failure.keyword == "required" ? .schemaMissing : .schema
    }

    private mutating func kind(of envelope: Envelope) -> (any PlanDocument.Type)? {
        guard let version = envelope.apiVersion else {
            report(
                envelope, "the document has no apiVersion", "Start it with `apiVersion: \(Envelope.currentVersion)`.")
            return nil
        }
        guard version.value == Envelope.currentVersion else {
            problems.append(
                DocumentProblem(
                    .unknownKind, at: version.location, "unknown apiVersion \"\(version.value)\"",
                    mend: "Write `apiVersion: \(Envelope.currentVersion)`.", field: "apiVersion"))
            return nil
        }
        guard let kind = envelope.kind else {
            report(
                envelope, "the document has no kind",
                "Add `kind:` with one of the kinds that `imprimatur schema` lists.")
            return nil
        }
        if let type = DocumentKinds.named(kind.value) { return type }
        let names = DocumentKinds.all.map { $0.kind.name }
        let near = nearestName(to: kind.value, among: names)
        problems.append(
            DocumentProblem(
                .unknownKind, at: kind.location,
                "unknown kind \"\(kind.value)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
                mend: near.map { "Write `kind: \($0)`." } ?? "Use one of \(names.joined(separator: ", ")).",
                field: "kind"))
        return nil
    }

    private mutating func report(_ envelope: Envelope, _ message: String, _ mend: String) {
        problems.append(DocumentProblem(.unknownKind, at: envelope.location, message, mend: mend))
    }

    private static func problem(_ problem: YAMLProblem, in source: SourceFile) -> DocumentProblem {
        let kind: DocumentProblem.Kind =
            switch problem.kind {
            case .encoding, .syntax, .limit: .unreadable
            case .duplicateKey, .mergeKey, .badAlias, .badKey, .badTag: .badStructure
            case .ambiguousScalar, .ignoredDirective: .ambiguousScalar
            }
        return DocumentProblem(
            kind, severity: problem.severity, at: .span(source, range: problem.range), problem.message,
            mend: problem.mend, related: problem.relatedLocations(in: source))
    }
}
