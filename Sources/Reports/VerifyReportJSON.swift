import Approvals
import Releases

extension VerifyReport {
    /// `schemas/v1/output/verify.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                protectedBranch: protected, freshness: freshness.map(SystemFreshness.init),
                outcome: outcome.rawValue, releases: releases.map(Release.init),
                notes: notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/verify/v1"
        let protectedBranch: String?
        let freshness: [SystemFreshness]
        let outcome: String
        let releases: [Release]
        let notes: [ReasonJSON]
    }

    private struct SystemFreshness: Encodable {
        let system: String
        let freshness: String
        let trustRootVersion: Int?

        init(_ entry: (system: String, freshness: Freshness)) {
            system = entry.system
            freshness = entry.freshness.word
            if case .checkpoint(let version) = entry.freshness {
                trustRootVersion = version
            } else {
                trustRootVersion = nil
            }
        }
    }

    private struct Release: Encodable {
        let tag: String
        let system: String
        let version: String
        let outcome: String
        /// Listed as void by the trust root: shown, and deciding nothing.
        let isVoid: Bool
        let sequence: Int?
        let statement: String?
        let commit: String?
        let signer: String?
        let findings: [FindingJSON]
        let refusals: [ReasonJSON]
        let undecided: [ReasonJSON]
        let evaluation: EvaluationJSON?

        private enum CodingKeys: String, CodingKey {
            case tag, system, version, outcome, sequence, statement, commit, signer, findings, refusals, undecided
            case evaluation
            case isVoid = "void"
        }

        init(_ release: VerifiedRelease) {
            tag = release.tag
            system = release.system
            version = release.version
            outcome = release.outcome.rawValue
            isVoid = release.isVoid
            sequence = release.link?.fields.sequence
            statement = release.link?.id
            findings = release.findings.map(FindingJSON.init)
            commit = release.link.map { "\($0.commit)" }
            signer = release.link?.signer
            refusals = release.refusals.map(ReasonJSON.init)
            undecided = release.undecided.map(ReasonJSON.init)
            evaluation = release.evaluation.map { EvaluationJSON($0) }
        }
    }
}
