package import PlanModel
package import SourceText
import YAMLDocuments

/// The findings that a project had when it began to check: they are shown, and refuse nothing, until they are mended.
///
/// Findings are named by fingerprint, so that lines added above one do not make it new.
package struct Baseline: Sendable {
    /// The `report` of a baseline file; another version would be another name.
    package static let format = "imprimatur/baseline/v1"

    private let fingerprints: Set<String>

    package init() { fingerprints = [] }

    /// Why a baseline file cannot be used.
    package struct Refusal: Error, Sendable {
        package let location: Location
        /// One sentence without a final full stop.
        package let message: String
        package let mend: String
    }

    /// Reads what `check --write-baseline` wrote.
    package init(_ source: SourceFile) throws(Refusal) {
        let mend = "Write it anew with `imprimatur check --write-baseline \(source.path)`."
        let stream = JSONReader.read(source)
        if let problem = stream.problems.first(where: { $0.severity == .error }) {
            throw Refusal(location: .span(source, range: problem.range), message: problem.message, mend: mend)
        }
        guard let root = stream.documents.first?.root, root["report"]?.string == Self.format,
            let findings = root["findings"], findings.kind == .sequence
        else {
            throw Refusal(location: .file(path: source.path), message: "the file is no baseline", mend: mend)
        }
        var fingerprints: Set<String> = []
        for item in findings.items {
            guard let fingerprint = item["fingerprint"]?.string else {
                throw Refusal(location: item.location, message: "the entry has no fingerprint", mend: mend)
            }
            fingerprints.insert(fingerprint)
        }
        self.fingerprints = fingerprints
    }

    /// The baseline that the project of a tree names, from that tree; an empty one when it names none.
    package static func ofProject(in snapshot: Snapshot) throws -> Baseline {
        guard let path = snapshot.documents.of(Project.self).first?.baseline else { return Baseline() }
        guard let file = try snapshot.files.file(path.value) else {
            throw Refusal(
                location: path.location, message: "there is no baseline \(path.value) in \(snapshot.label)",
                mend: "Write it with `imprimatur check --write-baseline \(path.value)`, or take the field out.")
        }
        return try Baseline(snapshot.files.source(file))
    }

    package var count: Int { fingerprints.count }

    package func contains(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

    /// How many of its findings are not among these any more.
    package func mendedCount(among findings: [JudgedFinding]) -> Int {
        fingerprints.subtracting(findings.map(\.fingerprint)).count
    }
}
