import FindingPolicy
import Reports
import SourceText

/// Reports with everything that makes a format stumble.
enum CheckSamples {
    static let clean = CheckReport(findings: [], subjectLabel: "the worktree", documentCount: 12)

    /// One finding of each standing, in files, about a file as a whole and about a git object.
    static let full = CheckReport(
        findings: judged, subjectLabel: "commit 1a2b since 0f0e", documentCount: 12,
        remarks: ["vendor/ is a submodule, which was not entered"])

    static let schema = CheckReport(
        findings: [JudgedFinding(Samples.finding, fingerprint: fingerprint(1))], subjectLabel: "a.yaml, b.yaml",
        schemaLabel: "plan.schema.json", documentCount: 2)

    /// Text that is markup in one format or another.
    static let markup =
        "a <b>|*c* `d` & \"e\" {0} [f](1) 100% @ana #12 \u{202E}\u{1B}[31m\nnext: x, ::error::y ##[error]z"

    static let hostile = CheckReport(
        findings: [
            JudgedFinding(
                Finding(
                    "X-1", .error,
                    at: .span(SourceFile(path: "a, b: ü%.yaml", bytes: Array("k: v\n".utf8)), range: 0..<4), markup,
                    mend: "Is it \(markup)?", related: [RelatedLocation(.object(name: "tag `x`|y"), label: markup)]),
                fingerprint: fingerprint(1))
        ], subjectLabel: markup, documentCount: 1, remarks: [markup])

    /// Two findings more of each severity than GitHub shows.
    static let many = CheckReport(
        findings: (1...36).map { number in
            let severity = Severity.allCases[number % 3]
            let file = SourceFile(path: "f.yaml", bytes: Array("a\n".utf8))
            return JudgedFinding(
                Finding("X-1", severity, at: .span(file, range: 0..<1), "finding \(number)", mend: "Do it."),
                fingerprint: fingerprint(number))
        }, subjectLabel: "the worktree", documentCount: 1)

    static func fingerprint(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }

    private static let waived = SourceFile(
        path: "a.yaml", bytes: Array("# imprimatur: allow DOC-004\nwindow: 12:30\nno: no\n".utf8))

    private static let judged: [JudgedFinding] = [
        JudgedFinding(
            Finding("DOC-004", .warning, at: .span(waived, range: 36..<41), "12:30 is text here", mend: "Quote it."),
            fingerprint: fingerprint(1),
            standing: .waived(
                Waiver(reason: "old tools are gone", until: "2026-12-31", location: .span(waived, range: 0..<27)))),
        JudgedFinding(
            Finding("DOC-004", .warning, at: .span(waived, range: 42..<44), "no is text here", mend: "Quote it."),
            fingerprint: fingerprint(2), standing: .preexisting),
        JudgedFinding(
            Finding("DOC-001", .error, at: .file(path: "b.yaml"), "the file is a folder", mend: "Remove it."),
            fingerprint: fingerprint(3),
            standing: .waived(
                Waiver(reason: "moved soon", until: nil, location: .file(path: "imprimatur.yaml")))),
        JudgedFinding(
            Finding("DOC-001", .error, at: .file(path: "c.yaml"), "the kind is unknown", mend: "Name one."),
            fingerprint: fingerprint(4), standing: .baselined),
        JudgedFinding(Samples.finding, fingerprint: fingerprint(5)),
        JudgedFinding(
            Finding("X-2", .warning, at: .file(path: "z.yaml"), "nobody reads it", mend: "Is it needed?"),
            fingerprint: fingerprint(6)),
        JudgedFinding(
            Finding("X-3", .note, at: .object(name: "approve/a/1"), "the tag is old", mend: "Make a new one."),
            fingerprint: fingerprint(7)),
    ]
}
