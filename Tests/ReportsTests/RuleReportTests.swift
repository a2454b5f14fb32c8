import Reports
import SourceText
import Testing

/// Rules in words.
struct RuleReportTests {
    private let rule = RuleDescription(
        "RBK-007", "rollback-drill-missing", .error, .release, summary: "The way back was tried | once.",
        why: "A rollback that nobody tried is a hope.", requirements: ["S94", "S95"],
        failing: "target: none\n  why: ```",
        passing: "target: previous")

    @Test("A rule explains itself")
    func explain() {
        #expect(
            RuleReport.explain(rule, .plain) == """
                RBK-007 rollback-drill-missing

                The way back was tried | once.
                A rollback that nobody tried is a hope.

                Severity: error, a finding refuses (exit status 1)
                Asked: when a release is made, and when it is looked at again later
                Serves: requirements S94 and S95
                Waiving: not possible: whoever is judged by it does not set the bar

                Refused
                  target: none
                    why: ```

                Accepted
                  target: previous

                """)
    }

    @Test("A rule that may be waived says how")
    func waiving() {
        let rule = RuleDescription(
            "DOC-9", "x", .warning, .authoring, summary: "S.", why: "W.", requirements: ["S1"], failing: "a",
            passing: "b")
        let text = RuleReport.explain(rule, .plain)
        #expect(
            text.contains(
                """
                Serves: requirement S1
                Waiving: with a reason, in a comment beside the line or above it, or by path under rules in imprimatur.yaml
                         # imprimatur: allow DOC-9 reason="why it may stand" until=2026-12-31

                """))
        #expect(
            RuleReport.markdown(rule).contains(
                ": `# imprimatur: allow DOC-9 reason=\"why it may stand\" until=2026-12-31`.\n"))
    }

    @Test("A rule whose errors stand lets only warnings be waived")
    func errorsStand() {
        let rule = RuleDescription(
            "DOC-9", "x", .error, .authoring, summary: "S.", why: "W.", failing: "a", passing: "b", errorsStand: true)
        let text = RuleReport.explain(rule, .plain)
        #expect(text.contains("Waiving: warnings only, because an error hides what else is wrong; with a reason"))
        #expect(text.contains("# imprimatur: allow DOC-9 "))
    }

    @Test("The list has one line for each rule, in columns")
    func list() {
        let other = RuleDescription(
            "A-1", "x", .warning, .authoring, summary: "Something.", why: "", failing: "", passing: "")
        #expect(
            RuleReport.list([rule, other]) == """
                RBK-007  error    rollback-drill-missing  The way back was tried | once.
                A-1      warning  x                       Something.

                """)
    }

    @Test("The page of the documentation keeps its table and its code apart")
    func markdown() {
        let page = RuleReport.markdown([rule])
        #expect(
            page.contains(
                "| [RBK-007](#rbk-007-rollback-drill-missing) | `rollback-drill-missing` | error | release | "
                    + "The way back was tried \\| once. |\n"))
        #expect(page.contains("## RBK-007 rollback-drill-missing\n"))
        #expect(page.contains("````yaml\ntarget: none\n  why: ```\n````\n"))
        #expect(page.hasSuffix("```\n"))
        #expect(page.hasSuffix("\n" + RuleReport.markdown(rule)))
    }
}
