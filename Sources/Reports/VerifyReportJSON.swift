import Releases

extension VerifyReport {
    /// `schemas/v1/output/verify.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                freshness: freshness, outcome: outcome.rawValue, releases: releases.map(Release.init),
                notes: notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/verify/v1"
        let freshness: String
        let outcome: String
        let releases: [Release]
        let notes: [ReasonJSON]
    }

    private struct Release: Encodable {
        let tag: String
        let system: String
        let version: String
        let outcome: String
        let commit: String?
        let signer: String?
        let refusals: [ReasonJSON]
        let undecided: [ReasonJSON]
        let evaluation: EvaluationJSON?

        init(_ release: VerifiedRelease) {
            tag = release.tag
            system = release.system
            version = release.version
            outcome = release.outcome.rawValue
            commit = release.link.map { "\($0.commit)" }
            signer = release.link?.signer
            refusals = release.refusals.map(ReasonJSON.init)
            undecided = release.undecided.map(ReasonJSON.init)
            evaluation = release.evaluation.map { EvaluationJSON($0) }
        }
    }
}
