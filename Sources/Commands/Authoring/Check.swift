import FindingPolicy
import GitObjects
import PlanModel
import PlanRules
import Reports
import Snapshots
import SourceText

/// The check of one tree, or of what some commits have changed, under the policy of its project. `check`, the
/// pre-commit hook and `release` are ways to ask for it.
struct Check {
    enum Subject {
        case tree(Snapshot)
        /// What the second has and the first had not. The first is nil where nothing was governed yet.
        case range(from: Snapshot?, fromLabel: String, to: Snapshot)
    }

    /// Which findings of earlier runs refuse nothing.
    enum KnownFindings {
        /// Those in the file that the project names.
        case ofProject
        /// Those in a file of the command line, relative to the working folder.
        case inFile(String)
        case none
    }

    struct Result {
        private(set) var findings: [JudgedFinding]
        /// The tree that was judged; of a range, the one at its end.
        let snapshot: Snapshot
        fileprivate let subjectLabel: String
        private(set) var remarks: [String]
        private var documentCount: Int

        fileprivate init(_ findings: [JudgedFinding], _ snapshot: Snapshot, label: String, remarks: [String] = []) {
            self.findings = findings
            self.snapshot = snapshot
            subjectLabel = label
            self.remarks = snapshot.remarks + remarks
            documentCount = snapshot.documents.all.count
        }

        /// Keeps what is about some files.
        mutating func keep(_ patterns: [PathPattern]) {
            guard !patterns.isEmpty else { return }
            func isWanted(_ path: String?) -> Bool {
                path.map { path in patterns.contains { $0.matches(path) } } ?? false
            }
            findings = findings.filter { isWanted($0.finding.location.path) }
            let paths = snapshot.documents.all.map(\.envelope.location.path)
            documentCount = paths.count(where: isWanted)
            let read = paths + snapshot.problems.map(\.location.path)
            for pattern in patterns where !read.contains(where: { $0.map(pattern.matches) ?? false }) {
                remarks.append("\(pattern.text) holds no document of this project: none of its globs leads there.")
            }
        }

        var report: CheckReport {
            CheckReport(
                findings: findings, subjectLabel: subjectLabel, documentCount: documentCount, remarks: remarks)
        }
    }

    let session: Session
    var known = KnownFindings.ofProject
    var ignoresWaivers = false

    func judged(_ subject: Subject) throws -> Result {
        switch subject {
        case .tree(let snapshot):
            try requireDocuments(snapshot)
            let baseline = try baseline(of: snapshot)
            let findings = try judge(snapshot, baseline: baseline)
            let mended = baseline.mendedCount(among: findings)
            let remark = "Findings of the baseline that are mended: \(mended). Write it anew with --write-baseline."
            return Result(findings, snapshot, label: snapshot.label, remarks: mended > 0 ? [remark] : [])
        case .range(let before, let beforeLabel, let after):
            try requireDocuments(after)
            let older = try before.map { try OlderFindings(judge($0, baseline: Baseline()), in: $0) }
            let findings = try judge(after, baseline: baseline(of: after)).map { judged in
                guard judged.isOpen, try older?.has(judged, in: after) ?? false else { return judged }
                return judged.with(.preexisting)
            }
            return Result(findings, after, label: "\(after.label) since \(beforeLabel)")
        }
    }

    private func judge(_ snapshot: Snapshot, baseline: Baseline) throws -> [JudgedFinding] {
        try JudgedFinding.all(
            in: snapshot, baseline: baseline, now: session.now, ignoresWaivers: ignoresWaivers)
    }

    /// A check of nothing would pass; so globs that lead nowhere are an error. What is wrong with the project file
    /// itself is found by the rules.
    private func requireDocuments(_ snapshot: Snapshot) throws {
        let hasProblem = snapshot.problems.contains { $0.severity == .error && $0.location.path == Project.path }
        guard snapshot.globbedFileCount == 0, !hasProblem else { return }
        let project = snapshot.documents.of(Project.self).first
        throw SnapshotError.noDocuments(tree: snapshot.label, globs: project?.documents.map(\.value) ?? [])
    }

    private func baseline(of snapshot: Snapshot) throws -> Baseline {
        if ignoresWaivers { return Baseline() }
        switch known {
        case .ofProject: return try .ofProject(in: snapshot)
        case .inFile(let path): return try Baseline(session.read(path))
        case .none: return Baseline()
        }
    }
}

/// What the tree at the start of a range had already.
private struct OlderFindings {
    private let severities: [String: Severity]
    private let files: FileListing

    init(_ findings: [JudgedFinding], in snapshot: Snapshot) {
        let open = findings.filter { !$0.isWaived }
        severities = Dictionary(
            open.map { ($0.fingerprint, $0.finding.severity) }, uniquingKeysWith: { first, _ in first })
        files = snapshot.files
    }

    /// True for the same finding at no lower severity. One that may not be lowered hides what nobody knows, so it counts
    /// as older only in a file that has not changed.
    func has(_ judged: JudgedFinding, in after: Snapshot) throws -> Bool {
        guard let severity = severities[judged.fingerprint], severity >= judged.finding.severity else { return false }
        guard !judged.mayBeLowered else { return true }
        guard let path = judged.finding.location.path, let file = try after.files.file(path) else { return false }
        return try files.file(path)?.blob == file.blob
    }
}
