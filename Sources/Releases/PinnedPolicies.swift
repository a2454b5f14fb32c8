import Approvals
import PackageContents
import PlanModel
import SourceText

/// Whether a tree holds the materiality policies that a trust root pins. The yardstick is as trusted as the root: who
/// could edit it in a quiet pull request could let the next one pass.
enum PinnedPolicies {
    static func refusals(of root: TrustRoot, in snapshot: Snapshot) throws -> [ReleaseEvaluation.Reason] {
        let pinned = Dictionary(grouping: root.policies, by: \.path.value)
        return try pinned.sorted { $0.key < $1.key }.compactMap { path, pins in
            let file = try snapshot.files.file(path)
            let digest = try file.map { ContentDigest.sha256(try snapshot.files.source($0).bytes) }
            guard !pins.contains(where: { $0.sha256.value == digest }) else { return nil }
            let version = root.fileVersion ?? 1
            let what = file == nil ? "is not there" : "has other bytes"
            return ReleaseEvaluation.Reason(
                code: "policy-not-pinned",
                message: "\(path) \(what), and version \(version) of the trust root pins it with a digest",
                mend: "Restore the policy, or have a new version of the trust root pin the new one.")
        }
    }
}
