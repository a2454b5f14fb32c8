import FindingPolicy
import PlanModel
import PlanRules
import Reports
import Snapshots
import SourceText

/// The check of one tree, or of what some commits have changed, under the policy of its project. `check` and the
/// pre-commit hook are two ways to ask for it.
struct Check {
    enum Subject {
        case tree(Snapshot)
        /// What the second has and the first had not.
        case range(from: Snapshot, to: Snapshot)
    }

    struct Result {
        private(set) var findings: [JudgedFinding]
        /// The tree that was judged; of a range, the one at its end.
        let snapshot: Snapshot
        fileprivate let subjectLabel: String
        fileprivate let remarks: [String]

        mutating func keep(_ isWanted: (Finding) -> Bool) { findings = findings.filter { isWanted($0.finding) } }

        var report: CheckReport {
            CheckReport(
                findings: findings, subjectLabel: subjectLabel, documentCount: snapshot.documents.all.count,
                remarks: remarks)
        }
    }

    let session: Session
    /// Of the command line; relative to the working folder.
    var baselineFile: String?
    var showsAll = false

    func judged(_ subject: Subject) throws -> Result {
        switch subject {
        case .tree(let snapshot):
            return result(try findings(in: snapshot), snapshot, label: snapshot.label)
        case .range(let before, let after):
            let known = Set(try findings(in: before).filter { !$0.isWaived }.map(\.fingerprint))
            let findings = try findings(in: after).map { finding in
                finding.isOpen && known.contains(finding.fingerprint) ? finding.with(.preexisting) : finding
            }
            return result(findings, after, label: "\(after.label) since \(before.label)")
        }
    }

    private func result(_ findings: [JudgedFinding], _ snapshot: Snapshot, label: String) -> Result {
        Result(findings: findings, snapshot: snapshot, subjectLabel: label, remarks: snapshot.remarks)
    }

    private func findings(in snapshot: Snapshot) throws -> [JudgedFinding] {
        try requireDocuments(snapshot)
        if showsAll { return try RuleCatalogue.findings(in: snapshot, now: session.now).judgedAsOpen() }
        let baseline = try baselineFile.map { try Baseline(session.read($0)) }
        return try JudgedFinding.all(in: snapshot, baseline: baseline, now: session.now)
    }

    /// A check of nothing would pass; so globs that lead nowhere are an error.
    private func requireDocuments(_ snapshot: Snapshot) throws {
        let documents = snapshot.documents
        let project = documents.of(Project.self).first
        guard snapshot.problems.isEmpty, documents.all.allSatisfy({ $0 is Project }) else { return }
        throw SnapshotError.noDocuments(tree: snapshot.label, globs: project?.documents.map(\.value) ?? [])
    }
}
