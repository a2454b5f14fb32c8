import Approvals
package import Releases
import SourceText

/// Whether a version of a plan is approved: the answer of `verify plan` and of `approve plan`.
package struct PlanReport: Sendable {
    private let plan: PlanJudgement

    package init(_ plan: PlanJudgement) { self.plan = plan }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        let name = "plan \(plan.name) version \(plan.version)"
        switch plan.outcome {
        case .pass: page.paragraph("\("pass:", .good) \(name, .strong) is approved", hanging: 2)
        case .fail: page.paragraph("\("fail:", .error) \(name, .strong) is not approved", hanging: 2)
        case .incomplete:
            page.paragraph("\("incomplete:", .warning) whether \(name, .strong) is approved is not decided", hanging: 2)
        }
        page.indented { page in
            page.line(StyledText("digest: \(plan.subject.sha256)"))
            let base =
                plan.lastApproved.map { "version \($0), the last approved one" } ?? "nothing, as no version is approved"
            page.paragraph("class: \(plan.changeClass.name), compared with \(base)", hanging: 2)
            page.paragraph("what it takes: \(plan.requirement)", hanging: 2)
            for judged in plan.statements { StatementText(judged).write(to: &page) }
            for missing in plan.missing {
                page.paragraph("missing: \(missing.what)", hanging: 2)
                page.indented { $0.line("\("run:", .good) \(missing.command)") }
                if !missing.who.isEmpty { page.indented { $0.paragraph("who: \(Prose.list(missing.who, "or"))") } }
            }
            for refusal in plan.refusals { ReasonText(refusal).write("refused", .error, to: &page) }
            for doubt in plan.undecided { ReasonText(doubt).write("undecided", .warning, to: &page) }
        }
        return page.text
    }

    /// `schemas/v1/output/plan.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                plan: plan.name, version: plan.version, digest: "sha256:\(plan.subject.sha256)",
                outcome: plan.outcome.rawValue, class: plan.changeClass.name, requirement: plan.requirement,
                lastApproved: plan.lastApproved, commit: "\(plan.commit)",
                statements: plan.statements.map(StatementJSON.init),
                missing: plan.missing.map { Missing(what: $0.what, command: $0.command, who: $0.who) },
                refusals: plan.refusals.map(ReasonJSON.init), undecided: plan.undecided.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/plan/v1"
        let plan: String
        let version: Int
        let digest: String
        let outcome: String
        let `class`: String
        let requirement: String
        let lastApproved: Int?
        let commit: String
        let statements: [StatementJSON]
        let missing: [Missing]
        let refusals: [ReasonJSON]
        let undecided: [ReasonJSON]
    }

    private struct Missing: Encodable {
        let what: String
        let command: String
        let who: [String]
    }
}
