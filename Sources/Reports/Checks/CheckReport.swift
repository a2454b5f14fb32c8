package import FindingPolicy
import SourceText

/// What was found in a set of documents: by `check` against schemas and rules, by `validate` against one schema. Knows
/// nothing of plans.
package struct CheckReport: Sendable {
    /// In the order of their places.
    package let findings: [JudgedFinding]
    /// What was checked, as a sentence names it: `the worktree`, `the index`, `commit 1a2b3c4d5e6f`; with a schema the
    /// files that were held against it.
    package let subjectLabel: String
    /// The one schema that everything was held against, by the name the user gave; nil where each document has its own.
    package let schemaLabel: String?
    package let documentCount: Int
    /// What was not looked at and why, such as a submodule; one sentence each.
    package let remarks: [String]

    package init(
        findings: [JudgedFinding], subjectLabel: String, schemaLabel: String? = nil, documentCount: Int,
        remarks: [String] = []
    ) {
        self.findings = findings
        self.subjectLabel = subjectLabel
        self.schemaLabel = schemaLabel
        self.documentCount = documentCount
        self.remarks = remarks
    }

    /// True when an open finding refuses.
    package var isRefused: Bool { findings.hasErrors }

    /// Open findings, the most severe first, within a severity in the order of their places: for readers that show only
    /// the first few.
    var openBySeverity: [JudgedFinding] {
        let open = findings.open
        return Severity.allCases.sorted(by: >).flatMap { severity in open.filter { $0.finding.severity == severity } }
    }
}

extension [JudgedFinding] {
    var waived: [(finding: JudgedFinding, waiver: Waiver)] {
        compactMap { finding in
            if case .waived(let waiver) = finding.standing { (finding, waiver) } else { nil }
        }
    }

    var preexisting: [JudgedFinding] {
        filter { if case .preexisting = $0.standing { true } else { false } }
    }
}
