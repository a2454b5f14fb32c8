import FindingPolicy
import Reports
import SourceText
import Testing

/// Workflow commands as the GitHub runner reads them.
struct GitHubAnnotationsTests {
    @Test("Each open finding is one command; what is known already is only counted")
    func full() {
        #expect(
            GitHubAnnotations.write(CheckSamples.full, .plain) == """
                ::error file=governance/plan.yaml,line=3,endLine=3,col=11,endColumn=15,title=APR-001 quorum-unmet::the \
                rollback target is never named%0AName a release that is tagged.
                ::warning file=z.yaml,title=X-2::nobody reads it%0AIs it needed?
                ::notice title=X-3::approve/a/1: the tag is old%0AMake a new one.
                1 error, 1 warning, 1 note in commit 1a2b since 0f0e (2 waived, 1 in the baseline, 1 was there before)
                note: vendor/ is a submodule, which was not entered

                """)
        #expect(
            GitHubAnnotations.write(CheckSamples.clean, .plain)
                == "No findings: 12 documents checked in the worktree\n")
    }

    @Test("Nothing in a document can end a command, add a property or begin a command of its own")
    func escaping() {
        let message =
            "a <b>|*c* `d` & \"e\" {0} [f](1) 100%25 @ana #12 <U+202E><U+001B>[31m next: x, ::error::y ##[error]z"
        let log = "a <b>|*c* `d` & \"e\" {0} [f](1) 100% @ana #12 <U+202E><U+001B>[31m next: x, ::error::y ## [error]z"
        #expect(
            GitHubAnnotations.write(CheckSamples.hostile, .plain) == """
                ::error file=a%2C b%3A ü%25.yaml,line=1,endLine=1,col=1,endColumn=5,title=X-1::\(message)%0AIs it \(message)?
                1 error in \(log)
                note: \(log)

                """)
    }

    @Test("A path with line breaks stays the path that git knows")
    func path() {
        let finding = Finding("X-1", .error, at: .file(path: "a\r\n::error::b\u{200B}"), "m", mend: "n")
        let report = CheckReport(findings: [finding].judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        #expect(
            GitHubAnnotations.write(report, .plain)
                == "::error file=a%0D%0A%3A%3Aerror%3A%3Ab\u{200B},title=X-1::m%0An\n1 error in x\n")
    }

    @Test("A span of several lines has no columns, which the runner would refuse")
    func severalLines() {
        let file = SourceFile(path: "a", bytes: Array("a:\n  b: 1\n\nc: 2\n".utf8))
        let finding = Finding("X-1", .error, at: .span(file, range: 0..<11), "m", mend: "n")
        let report = CheckReport(findings: [finding].judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        #expect(GitHubAnnotations.write(report, .plain).hasPrefix("::error file=a,line=1,endLine=2,title=X-1::m%0An\n"))
    }

    @Test("Beyond GitHub's limits the most severe are annotated, and the rest is listed and counted")
    func limits() {
        let lines = GitHubAnnotations.write(CheckSamples.many, .plain).split(separator: "\n").map(String.init)
        func count(_ command: String) -> Int { lines.count { $0.hasPrefix("::\(command) ") } }
        #expect(count("error") == 10)
        #expect(count("warning") == 10)
        #expect(count("notice") == 10)
        #expect(lines[0].hasSuffix("::finding 2%0ADo it."))
        #expect(
            lines.suffix(9) == [
                "error[X-1] f.yaml:1:1: finding 32; help: Do it.", "error[X-1] f.yaml:1:1: finding 35; help: Do it.",
                "warning[X-1] f.yaml:1:1: finding 31; help: Do it.",
                "warning[X-1] f.yaml:1:1: finding 34; help: Do it.",
                "note[X-1] f.yaml:1:1: finding 30; help: Do it.", "note[X-1] f.yaml:1:1: finding 33; help: Do it.",
                "note[X-1] f.yaml:1:1: finding 36; help: Do it.", "::endgroup::",
                "::notice title=imprimatur::12 errors, 12 warnings, 12 notes in the worktree. 7 findings are listed only "
                    + "in the log of this step: GitHub shows at most 10 annotations of each severity.",
            ])
    }
}
