package import FindingPolicy
import SourceText

/// The findings of one run as a file that later runs compare with (`schemas/v1/output/baseline.schema.json`).
///
/// Only the fingerprints count when it is read; the rest is there for the person who reviews the file.
package struct BaselineFile {
    private let findings: [JudgedFinding]

    /// - Parameter findings: those that may be left for later.
    package init(_ findings: [JudgedFinding]) { self.findings = findings }

    package func json() throws -> String {
        try JSONText.of(
            Output(
                findings: findings.map { judged in
                    Entry(
                        fingerprint: judged.fingerprint, rule: judged.finding.rule.rawValue,
                        path: judged.finding.location.path, message: judged.finding.message)
                }))
    }

    private struct Output: Encodable {
        let report = Baseline.format
        let findings: [Entry]
    }

    private struct Entry: Encodable {
        let fingerprint: String
        let rule: String
        let path: String?
        let message: String
    }
}
