import Approvals
import Materiality
import PlanModel

/// What a release statement says must be what its tree gives.
struct ReleaseBinding {
    private let link: ReleaseChain.Link
    private let evaluation: ReleaseEvaluation
    private let snapshot: Snapshot

    init(_ link: ReleaseChain.Link, evaluation: ReleaseEvaluation, in snapshot: Snapshot) {
        self.link = link
        self.evaluation = evaluation
        self.snapshot = snapshot
    }

    var refusals: [ReleaseEvaluation.Reason] {
        var refusals: [ReleaseEvaluation.Reason] = []
        func refuse(_ code: String, _ message: String) {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: code, message: "\(link.tag) \(message)",
                    mend: "Do not deploy it; find out how the tag was made."))
        }
        if evaluation.version != link.version {
            refuse("version-mismatch", "points at a tree of version \(evaluation.version)")
        }
        if evaluation.packageSHA256 != link.packageSHA256 {
            refuse("digest-mismatch", "names another package than its tree holds")
        }
        if let plan = evaluation.plan, !link.statement.subjects.contains(plan) {
            refuse("subject-incomplete", "does not name the \(plan.text) that its package pins")
        }
        let claimed = link.statement.materiality.first.flatMap { ChangeClass($0.changeClass) }
        if claimed?.covers(evaluation.changeClass) != true {
            refuse("materiality-understated", "says another class than \(evaluation.changeClass.name)")
        }
        if !isBaseAsWritten {
            refuse("base-mismatch", "names another base than the release before it")
        }
        let evidence = EvidenceDigest.digest(
            statements: link.fields.approvals.map(\.id), system: link.system, version: link.version, in: snapshot)
        if evidence != link.fields.evidenceSHA256 {
            refuse("evidence-mismatch", "was sealed over other records than the tagged tree holds")
        }
        return refusals
    }

    private var isBaseAsWritten: Bool {
        switch (link.statement.bases.first, evaluation.base) {
        case (Statement.Base.none?, nil): true
        case (.package(_, let version, let sha256)?, let base?):
            version == base.version && sha256 == base.packageSHA256
        default: false
        }
    }
}
