import FindingPolicy
import Reports
import SourceText
import Testing

/// The comment on a pull request.
struct CheckMarkdownTests {
    @Test("The verdict first, then a table, and what is known already folded away")
    func full() {
        #expect(
            CheckMarkdown.write(CheckSamples.full, .plain) == """
                ### ❌ Refused

                1 error, 1 warning, 1 note in commit 1a2b since 0f0e (2 waived, 1 in the baseline, 1 was there before).

                |  | place | rule | what | how to mend it |
                | --- | --- | --- | --- | --- |
                | error | `governance/plan.yaml:3:11` | **APR-001** quorum-unmet | the rollback target is never named<br>the \
                system is here: `governance/système.yaml:12:1` | Name a release that is tagged. |
                | warning | `z.yaml` | **X-2** | nobody reads it | Is it needed? |
                | note | `approve/a/1` | **X-3** | the tag is old | Make a new one. |

                <details><summary>2 waived</summary>

                |  | place | rule | what | why it may stand |
                | --- | --- | --- | --- | --- |
                | warning | `a.yaml:2:9` | **DOC-004** unclear-yaml | 12:30 is text here | old tools are gone, until \
                2026-12-31<br>`a.yaml:1:1` |
                | error | `b.yaml` | **DOC-001** unknown-kind | the file is a folder | moved soon<br>`imprimatur.yaml` |

                </details>

                <details><summary>1 was there before</summary>

                |  | place | rule | what | how to mend it |
                | --- | --- | --- | --- | --- |
                | warning | `a.yaml:3:1` | **DOC-004** unclear-yaml | no is text here | Quote it. |

                </details>

                - vendor/ is a submodule, which was not entered

                """)
        #expect(
            CheckMarkdown.write(CheckSamples.clean, .plain)
                == "### ✅ Passed\n\nNo findings: 12 documents checked in the worktree.\n")
    }

    @Test("Values from documents stay text: no markup, no mention, no further cell or row")
    func escaping() {
        let text =
            "a &lt;b&gt;\\|\\*c\\* \\`d\\` &amp; \"e\" {0} \\[f\\](1) 100% @<!-- -->ana #<!-- -->12 "
            + "&lt;U+202E&gt;&lt;U+001B&gt;\\[31m next: x, ::error::y #<!-- -->#<!-- -->\\[error\\]z"
        #expect(
            CheckMarkdown.write(CheckSamples.hostile, .plain) == """
                ### ❌ Refused

                1 error in \(text).

                |  | place | rule | what | how to mend it |
                | --- | --- | --- | --- | --- |
                | error | `a, b: ü%.yaml:1:1` | **X-1** | \(text)<br>\(text): ``tag `x`\\|y`` | Is it \(text)? |

                - \(text)

                """)
    }

    @Test("A comment keeps within GitHub's limit, and says how much it leaves out")
    func limit() {
        let findings = (0..<2_000).map { number in
            Finding(
                "X-1", number == 1_999 ? .error : .warning, at: .file(path: "f\(number).yaml"),
                String(repeating: "long ", count: 40), mend: "Shorten it.")
        }
        let report = CheckReport(findings: findings.judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        let text = CheckMarkdown.write(report, .plain)
        #expect(text.utf8.count < 65_536)
        let rows = text.split(separator: "\n").count { $0.contains(".yaml`") }
        #expect(text.hasSuffix("\nAnd \(2_000 - rows) more, for which a comment has no room.\n"))
        // The most severe come first, so that they are not the ones left out.
        #expect(text.contains("| error | `f1999.yaml` |"))
        let huge = CheckReport(
            findings: [
                Finding("X-1", .error, at: .file(path: "f"), String(repeating: "x", count: 99_999), mend: "Shorten it.")
            ].judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        #expect(CheckMarkdown.write(huge, .plain).contains("\n\nAnd 1 more, for which a comment has no room.\n"))
    }
}
