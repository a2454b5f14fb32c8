import FindingPolicy
import Reports
import SourceText
import Testing

/// Findings as people and programs read them.
struct FindingTests {
    @Test("A finding with a second place, in full")
    func full() {
        let text = CheckReport(
            findings: [Samples.finding].judgedAsOpen(), subjectLabel: "the worktree", documentCount: 12
        ).text(
            .plain)
        #expect(
            text == """
                error[APR-001 quorum-unmet]: the rollback target is never named
                  --> governance/plan.yaml:3:11
                   │
                 3 │   target: none
                   │           ^^^^
                  ::: governance/système.yaml:12:1
                   │
                12 │ owner: x
                   │ -------- the system is here
                  help: Name a release that is tagged.
                  more: imprimatur explain APR-001

                1 error in the worktree

                """)
    }

    @Test("A finding in one line, which editors and grep can read")
    func concise() {
        let findings = [
            Samples.finding, Finding("X-1", .note, at: .object(name: "release/a/1"), "m\nn", mend: "Do it."),
        ]
        let report = CheckReport(findings: findings.judgedAsOpen(), subjectLabel: "the index", documentCount: 1)
        #expect(
            report.text(.plain, isConcise: true) == """
                governance/plan.yaml:3:11: error[APR-001 quorum-unmet]: the rollback target is never named; help: Name a \
                release that is tagged.
                release/a/1: note[X-1]: m n; help: Do it.
                1 error, 1 note in the index

                """)
    }

    @Test("Findings about whole files and git objects have no frame")
    func noFrame() {
        let findings = [
            Finding("XXX-1", .warning, at: .file(path: "a.yaml"), "it is a folder", mend: "Remove it."),
            Finding(
                "XXX-2", .note, at: .object(name: "approve/a/1"), "it is old", mend: "Nothing.",
                related: [RelatedLocation(.object(name: "release/a/1"), label: "it came with this")]),
        ]
        let text = CheckReport(findings: findings.judgedAsOpen(), subjectLabel: "commit 1a2b", documentCount: 0).text(
            .plain)
        #expect(
            text == """
                warning[XXX-1]: it is a folder
                 --> a.yaml
                 help: Remove it.

                note[XXX-2]: it is old
                 --> approve/a/1
                 ::: release/a/1 it came with this
                 help: Nothing.

                1 warning, 1 note in commit 1a2b

                """)
    }

    @Test("The last line counts, or says that all is well")
    func summary() {
        let clean = CheckReport(findings: [], subjectLabel: "the worktree", documentCount: 12)
        #expect(clean.text(.plain) == "No findings: 12 documents checked in the worktree\n")
        #expect(
            CheckReport(findings: [], subjectLabel: "the index", documentCount: 1).text(.plain)
                == "No findings: 1 document checked in the index\n")
        let findings = [
            Finding("A-1", .error, at: .file(path: "a"), "x", mend: "y"),
            Finding("A-1", .error, at: .file(path: "b"), "x", mend: "y"),
            Finding("A-2", .warning, at: .file(path: "a"), "x", mend: "y"),
        ]
        let report = CheckReport(
            findings: (findings + findings).judgedAsOpen(), subjectLabel: "the worktree", documentCount: 2)
        #expect(report.text(.plain).hasSuffix("\n2 errors, 1 warning in the worktree\n"))
    }

    @Test("Colour changes no words")
    func colour() {
        let report = CheckReport(
            findings: [Samples.finding].judgedAsOpen(), subjectLabel: "the worktree", documentCount: 12)
        let coloured = report.text(TextStyle(color: true, unicode: true, width: nil))
        #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m[\u{1B}[1mAPR-001\u{1B}[0m quorum-unmet]"))
        #expect(coloured.withoutColour == report.text(.plain))
    }
}

extension String {
    var withoutColour: String {
        var text = ""
        var isInside = false
        for character in self {
            if character == "\u{1B}" { isInside = true }
            if !isInside { text.append(character) }
            if isInside, character == "m" { isInside = false }
        }
        return text
    }
}
