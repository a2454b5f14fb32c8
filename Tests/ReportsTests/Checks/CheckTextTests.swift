import FindingPolicy
import Reports
import SourceText
import Testing

/// What a terminal shows of findings that are known already.
struct CheckTextTests {
    @Test("Open findings with their code, then what is known, then remarks and the sum")
    func full() {
        #expect(
            CheckSamples.full.text(.plain) == """
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

                warning[X-2]: nobody reads it
                 --> z.yaml
                 help: Is it needed?

                note[X-3]: the tag is old
                 --> approve/a/1
                 help: Make a new one.

                waived[DOC-004 unclear-yaml]: a.yaml:2:9: 12:30 is text here (reason: old tools are gone, until \
                2026-12-31; allowed at a.yaml:1:1)
                waived[DOC-001 unknown-kind]: b.yaml: the file is a folder (reason: moved soon; allowed at \
                imprimatur.yaml)

                Were there before:
                  a.yaml:3:1: warning[DOC-004 unclear-yaml]: no is text here

                note: vendor/ is a submodule, which was not entered
                1 error, 1 warning, 1 note in commit 1a2b since 0f0e (2 waived, 1 in the baseline, 1 was there before)

                """)
    }

    @Test("The concise form has a line for each open finding, and the sum")
    func concise() {
        #expect(
            CheckSamples.full.text(.plain, isConcise: true) == """
                governance/plan.yaml:3:11: error[APR-001 quorum-unmet]: the rollback target is never named; help: Name a \
                release that is tagged.
                z.yaml: warning[X-2]: nobody reads it; help: Is it needed?
                approve/a/1: note[X-3]: the tag is old; help: Make a new one.
                note: vendor/ is a submodule, which was not entered
                1 error, 1 warning, 1 note in commit 1a2b since 0f0e (2 waived, 1 in the baseline, 1 was there before)

                """)
    }

    @Test("Findings that are known already leave nothing to do")
    func knownOnly() {
        let finding = CheckSamples.full.findings.filter { !$0.isOpen }
        let report = CheckReport(findings: finding, subjectLabel: "the index", documentCount: 3)
        #expect(!report.isRefused)
        #expect(
            report.text(.plain).hasSuffix(
                "\nNo findings: 3 documents checked in the index (2 waived, 1 in the baseline, 1 was there before)\n"))
    }

    @Test("With one schema the last line names it")
    func schema() {
        #expect(
            CheckSamples.schema.text(.plain).hasSuffix("\n1 error in 2 documents checked against plan.schema.json\n"))
        let clean = CheckReport(
            findings: [], subjectLabel: "a.yaml", schemaLabel: "plan.schema.json", documentCount: 1)
        #expect(clean.text(.plain) == "No findings: 1 document is valid against plan.schema.json\n")
    }

    @Test("A finding in a file with several documents says which one it means")
    func documents() {
        let text = "a: 1\n---\nb: 2\n---\nc: 3\n"
        let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        file.rememberDocuments(DocumentStarts([0, 5, 14], isComplete: true))
        let finding = Finding("X-1", .error, at: .span(file, range: 9..<10), "m", mend: "n")
        let report = CheckReport(findings: [finding].judgedAsOpen(), subjectLabel: "x", documentCount: 3)
        #expect(report.text(.plain).contains(" --> a.yaml:3:1 (document 2 of 3)\n"))
        let torn = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        torn.rememberDocuments(DocumentStarts([0, 5], isComplete: false))
        #expect(torn.document(at: 24)?.number == 2 && torn.document(at: 24)?.count == nil)
        let single = SourceFile(path: "a.yaml", bytes: Array("a: 1\n".utf8))
        single.rememberDocuments(DocumentStarts([0], isComplete: true))
        #expect(single.document(at: 0) == nil)
    }

    @Test("Colour and ASCII change no words of ours")
    func styles() {
        for report in [CheckSamples.full, CheckSamples.hostile, CheckSamples.clean, CheckSamples.schema] {
            for isConcise in [false, true] {
                let coloured = report.text(TextStyle(color: true, unicode: true, width: nil), isConcise: isConcise)
                #expect(coloured.withoutColour == report.text(.plain, isConcise: isConcise))
                #expect(!report.text(.plain, isConcise: isConcise).contains("\u{1B}"))
                #expect(!report.text(.plain, isConcise: isConcise).contains("\u{202E}"))
            }
        }
    }
}
