import Materiality
import PlanModel
import Releases
import Reports
import Testing

/// The reports as people read them.
struct ReportTests {
    static var diff: DiffReport {
        DiffReport(
            base: "support-assistant@1.0.0", head: "topic",
            systems: [
                SystemDifference(
                    system: "support-assistant", baseVersion: "1.0.0", headVersion: "1.1.0", changeClass: "critical",
                    comparison: Samples.refused.comparison, gates: ["safety-eval", "red-team"],
                    approvals: ["risk-approver × 1", "product-owner × 1"]),
                SystemDifference(
                    system: "search", baseVersion: nil, headVersion: "0.1.0", changeClass: "initial", comparison: nil,
                    gates: [], approvals: []),
                SystemDifference(
                    system: "old", baseVersion: "3.0.0", headVersion: nil, changeClass: "removed", comparison: nil,
                    gates: [], approvals: []),
            ],
            notes: [.unpinned])
    }

    @Test("A difference: changes by component with reason, values and places, then the verdict and what it takes")
    func difference() {
        #expect(
            Self.diff.text(.plain) == """
                critical: support-assistant 1.0.0 → 1.1.0
                  2 changes: 1 critical, 1 material.

                  Prompts
                    material prompt/instruction-removed in system-prompt
                      a sentence was removed.
                      The policy sets this class, at policy.yaml; by itself it would be minor. Why: we count every sentence.
                      This was read from the words of the text, so a person should look at it.
                      - Never give medical advice.
                      - Always cite.
                      was at prompts/system.md

                  Guardrails
                    critical guardrail/threshold-loosened in reply-content, threshold
                      the threshold rose from 0.4 to 0.7, so more gets through.
                      This is a substantial modification (EU AI Act, article 3(23)): it needs a new impact assessment.
                      0.4 → 0.7
                      at guardrails/output.yaml:1:12

                              critical  material  minor  none
                  Prompts            –         1      –     –
                  Guardrails         1         –      –     –
                  All                1         1      –     –

                  critical means: a protection gets weaker, or the system serves another purpose.
                  To release this:
                  - passed evidence for safety-eval and red-team, made on exactly these files
                  - approval by risk-approver × 1 and product-owner × 1

                initial: search 0.1.0
                  initial means: the first release, with nothing before it to compare.

                removed: old, last at 3.0.0
                  removed means: the system is no longer there.

                Compared: support-assistant@1.0.0 → topic
                note[unpinned]: nobody told this clone which trust root to trust.
                  help: Get the digest of governance/trust/1.yaml from your control owner and run `git config imprimatur.trustRoot sha256:…`, or pass --trust-root.

                """)
    }

    @Test("What is missing comes in order, with the command and the people")
    func missing() {
        let text = EvaluationReport(Samples.refused).text(.plain)
        #expect(text.hasPrefix("fail: support-assistant 1.1.0 cannot be released as it is\n"))
        #expect(
            text.contains(
                """
                  What is missing
                    1. passed evidence for red-team on package sha256:\(Samples.digest)
                       do: add a GateEvidence document for support-assistant@1.1.0 and commit it
                    2. 2 approvals as risk-approver
                       run: imprimatur approve support-assistant --role risk-approver
                       who: maya or ana

                """))
        #expect(text.contains("- safety-eval passed (asked for by tier medium × critical)"))
        #expect(text.contains("- red-team has evidence only for other files than those that would ship"))
        #expect(text.contains("- load-test did not pass"))
        #expect(text.contains("- privacy-review has no evidence for this release"))
    }

    @Test("A doubt about the whole judgement makes a pass incomplete, and a failure no better")
    func doubts() {
        #expect(EvaluationReport(Samples.passed).outcome == .pass)
        #expect(EvaluationReport(Samples.passed, undecided: [.unpinned]).outcome == .incomplete)
        #expect(EvaluationReport(Samples.refused, undecided: [.unpinned]).outcome == .fail)
        #expect(
            EvaluationReport(Samples.passed, undecided: [.unpinned]).text(.plain)
                .hasPrefix("incomplete: whether support-assistant 1.0.0 can be released could not be decided\n"))
    }

    @Test("The gate gives both verdicts first and says which of them decides")
    func gate() {
        let report = GateReport(Samples.gate([Samples.refused]), required: .release)
        #expect(report.outcome == .fail)
        #expect(
            report.text(.plain).hasPrefix(
                """
                merge verdict:   pass, eeeeeeeeeeee may be merged into dddddddddddd
                release verdict: fail, 2 things are missing, see below
                The release verdict decides here.

                support-assistant 1.1.0 could not be released yet
                  class: critical (a protection gets weaker, or the system serves another purpose)
                  risk tier: medium
                  compared with: 1.0.0, the tag release/support-assistant/1.0.0
                """))
        #expect(GateReport(Samples.gate([Samples.refused]), required: .merge).outcome == .pass)
        let withFinding = GateReport(Samples.gate([], findings: [Samples.finding]), required: .merge)
        #expect(withFinding.text(.plain).hasPrefix("merge verdict:   fail, 1 reason against merging, below\n"))
        let nothing = GateReport(Samples.gate([]), required: .release)
        #expect(nothing.text(.plain).contains("release verdict: pass, no system's package changes"))
    }

    @Test("Each statement gets four separate answers")
    func approvals() {
        let text = ApprovalsReport([Samples.refused]).text(.plain)
        #expect(text.hasPrefix("support-assistant 1.1.0: 4 statements found, 1 of them counts\n"))
        #expect(
            text.contains(
                """
                  counts approve/support-assistant/1.1.0/product-owner/tom/9b9b9b9b9b9b
                    tom approves as product-owner.
                    cryptography: yes, the key SHA256:key signed exactly this text
                    identity:     yes, the trust root lists the key under tom
                    authority:    yes, tom may decide this as product-owner
                    binding:      yes, it is about exactly these files, this plan and this class of change

                  does not count approve/support-assistant/1.1.0/risk-approver/eva/9b9b9b9b9b9b
                    eva approves as risk-approver.
                    cryptography: yes, the key SHA256:key signed exactly this text
                    identity:     yes, the trust root lists the key under eva
                    authority:    no, eva worked on what is being approved (commit aaaa)
                    binding:      yes, it is about exactly these files, this plan and this class of change

                  undecided approve/support-assistant/1.1.0/security/x/9b9b9b9b9b9b
                    Somebody unknown approves as security.
                    cryptography: could not be decided, OpenPGP signatures cannot be checked yet
                    identity:     not asked, without a good signature it is nobody's
                    authority:    not asked, nobody known signed it
                    binding:      yes, it is about exactly these files, this plan and this class of change

                  does not count commit cccccccccccc
                    It looks like a statement, but its text cannot be read.
                    cryptography: no, unknown key
                    identity:     not asked, without a good signature it is nobody's
                    authority:    not asked, nobody known signed it
                    binding:      not asked, its text cannot be read

                """))
    }

    @Test("A verification says what it proves, and what not")
    func verification() {
        let text = VerifyReport(
            Samples.releases, freshness: [("support-assistant", .unproved)], protected: "refs/heads/main"
        ).text(.plain)
        #expect(text.hasPrefix("pass: release/support-assistant/1.0.0\n"))
        #expect(text.contains("  approved by: maya (risk-approver) and tom (product-owner)\n"))
        #expect(text.contains("\nfail: release/support-assistant/1.1.0\n"))
        #expect(text.contains("  made at 2026-08-30T10:00:00Z, as the tag claims\n"))
        #expect(
            text.hasSuffix(
                """
                fail: 3 releases, 1 pass, 2 fail
                This proves what was approved, by whose keys and over which bytes. It does not prove what ran.
                protected branch: refs/heads/main
                freshness of support-assistant: unproved, nothing here shows that no newer release was kept from this clone

                """))
        #expect(VerifyReport([]).outcome == .incomplete)
        let proved = VerifyReport([], freshness: [("support-assistant", .checkpoint(version: 2))]).text(.plain)
        #expect(proved.contains("version 2 of the trust root names the last release"))
        #expect(VerifyReport(Array(Samples.releases.prefix(1))).outcome == .pass)
    }

    /// Every report in one string.
    private func everything(_ style: TextStyle) -> String {
        [
            Self.diff.text(style), EvaluationReport(Samples.refused, undecided: [.unpinned]).text(style),
            EvaluationReport(Samples.passed).text(style),
            GateReport(
                Samples.gate([Samples.refused], findings: [Samples.finding], undecided: [.unpinned]), required: .merge
            )
            .text(style),
            ApprovalsReport([Samples.refused, Samples.passed], notes: [.unpinned]).text(style),
            VerifyReport(Samples.releases).text(style),
        ].joined()
    }

    @Test("Without colour there is no escape byte, and colour changes no words")
    func colour() {
        let plain = everything(.plain)
        #expect(!plain.utf8.contains(0x1B))
        let coloured = everything(TextStyle(color: true, unicode: true, width: nil))
        #expect(coloured.utf8.contains(0x1B))
        #expect(coloured.withoutColour == plain)
    }

    @Test("Wrapping loses no words, and the plain form is ASCII wherever the words are ours")
    func forms() {
        let plain = everything(.plain)
        let narrow = everything(TextStyle(color: false, unicode: true, width: 60))
        #expect(narrow.split(whereSeparator: \.isWhitespace).count == plain.split(whereSeparator: \.isWhitespace).count)
        let ascii = everything(TextStyle(color: false, unicode: false, width: nil))
        #expect(ascii.filter { !$0.isASCII } == "è")
    }

    @Test("The word \"verified\" never stands in a report, nor a word in full capitals")
    func words() {
        let text = everything(.plain)
        #expect(!text.lowercased().contains("verified"))
        let words = text.split { !$0.isLetter }
        let shouted = words.filter { $0.count > 2 && $0.allSatisfy(\.isUppercase) }
        #expect(Set(shouted) == ["APR", "SHA"])
    }
}
