import FindingPolicy
import Reports
import SourceText
import Testing

/// Reports stay quick when everything is wrong: the work grows with the findings, not with their square.
struct ManyFindingsTests {
    /// A file with a finding in each line.
    private func report(_ count: Int, lineBreak: String) -> CheckReport {
        let line = "key: value" + lineBreak
        let bytes = Array(String(repeating: line, count: count).utf8)
        let file = SourceFile(path: "a.yaml", bytes: bytes)
        let findings = (0..<count).map { number in
            let start = number * line.utf8.count
            return JudgedFinding(
                Finding(
                    "DOC-002", .error, at: .span(file, range: start + 5..<start + 10), "the value is wrong",
                    mend: "Write another one.",
                    related: [RelatedLocation(.span(file, range: start..<start + 3), label: "its key")]),
                fingerprint: CheckSamples.fingerprint(number))
        }
        return CheckReport(findings: findings, subjectLabel: "the worktree", documentCount: 1)
    }

    /// Ten times the work, with room for a busy machine, and not the hundred times that a square would take.
    @Test("Ten times the findings take about ten times as long", arguments: ["\n", " "])
    func linear(lineBreak: String) throws {
        let clock = ContinuousClock()
        func time(_ count: Int) throws -> Duration {
            let report = report(count, lineBreak: lineBreak)
            return try clock.measure {
                for format in CheckReport.formats { _ = try report.written(as: format, .plain) }
            }
        }
        _ = try time(10)
        let (few, many) = (try time(150), try time(1_500))
        #expect(many < few * 40, "150 findings: \(few), 1,500: \(many)")
    }

    @Test("The file is read once for all positions in it, also when it is one line", arguments: ["\n", " "])
    func positions(lineBreak: String) {
        let bytes = Array(String(repeating: "schlüssel: 値" + lineBreak, count: 40_000).utf8)
        let file = SourceFile(path: "a.yaml", bytes: bytes)
        let clock = ContinuousClock()
        let first = clock.measure { _ = file.position(at: bytes.count) }
        let others = clock.measure { for number in 0..<4_000 { _ = file.position(at: number * bytes.count / 4_000) } }
        // Reading it each time would take thousands of times as long.
        #expect(others < first * 200, "first: \(first), 4,000 others: \(others)")
    }
}
