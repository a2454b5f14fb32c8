import Approvals
import PlanModel
import SourceText

/// What a change does to the trust root and to the policy that it pins: the one thing that is judged by more than the
/// root that rules now, because after the merge the new root rules.
struct RootChanges {
    let refusals: [ReleaseEvaluation.Reason]

    init(_ trust: TrustState, from target: Snapshot, to merged: Snapshot, pin: TrustPin?) throws {
        var refusals: [ReleaseEvaluation.Reason] = []
        // Each version that is trusted already has to stay as it is, byte for byte.
        for version in trust.chain.versions
        where try merged.files.file(version.path)?.blob != target.files.file(version.path)?.blob {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "root-changed", message: "the change edits or deletes \(version.path)",
                    mend: "Versions of the trust root never change; a new version is a new file."))
        }
        let examination = try TrustExamination(of: merged, pin: pin, beside: [target])
        if refusals.isEmpty {
            refusals += examination.failures.map {
                ReleaseEvaluation.Reason(code: $0.code, message: $0.message, mend: $0.mend)
            }
        }
        if refusals.isEmpty, let root = examination.validVersions.last?.root,
            PolicyRequirement.pinnedPolicy(in: merged, root: root) == nil
        {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "policy-not-pinned",
                    message:
                        "after the merge no materiality policy has the bytes that \(root.envelope.source.path) pins, "
                        + "so that nothing could be released",
                    mend: "Propose a new trust root version that pins the new policy: `imprimatur trust propose`."))
        }
        self.refusals = refusals
    }
}
