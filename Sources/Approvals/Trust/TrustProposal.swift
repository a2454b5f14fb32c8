package import PlanModel
import SourceText

/// What a pull request does to the trust root, judged by the root of its target: the rules come from what was already
/// trusted, never from the change that they judge.
package struct TrustProposal: Sendable {
    /// Everything that stands in the way of the merge but the signatures that new versions still lack. Empty, with
    /// `unsigned`, when the trust root stays as it is or gets further versions that are valid.
    package private(set) var failures: [TrustFailure] = []
    /// What new versions lack in signatures. A version that the target has and that loses its signatures is no new one.
    package private(set) var unsigned: [(version: TrustExamination.Version, failure: TrustFailure)] = []
    /// The root that rules after the merge; nil when none does.
    package private(set) var result: TrustRoot?

    /// - Parameters:
    ///   - target: the tip that the change is merged into.
    ///   - merged: the result of the merge.
    package init(from target: Snapshot, to merged: Snapshot, pin: TrustPin?) throws {
        let before = try TrustExamination(of: target, pin: pin)
        let after = try TrustExamination(of: merged, pin: pin)
        let known = Set(before.versions.map(\.number))
        for version in after.versions where !known.contains(version.number) {
            unsigned += version.failures.filter(\.isShortOfSignatures).map { (version, $0) }
        }
        failures = after.chainFailures
        for version in after.versions {
            failures += version.failures.filter { known.contains(version.number) || !$0.isShortOfSignatures }
        }
        if after.failures.isEmpty { result = after.versions.last?.version?.root }
        for version in before.versions {
            let path = version.path
            let old = try Self.bytes(of: version, in: target)
            guard let new = try Self.bytes(of: version, in: merged) else {
                // Of version 1 the examination says so; of a middle one that the chain has a gap.
                if version.number == before.versions.last?.number, version.number > 1 {
                    add(.rollback, "the change deletes \(path)", mend: "Restore it; a version never goes away.")
                }
                continue
            }
            guard new != old else { continue }
            let older = try before.versions.filter { $0.number < version.number }.map { other in
                try Self.bytes(of: other, in: target)
            }
            if older.contains(new) {
                add(
                    .rollback, "the change puts an older version of the trust root into \(path)",
                    mend: "Restore version \(version.number).")
            } else if version.number > 1, [before, after].allSatisfy({ $0.validVersions.count >= version.number }) {
                add(
                    .equivocation, "the change replaces \(path) by another text that is signed by enough people, too",
                    mend: "Find out who signed two texts of one version; the control owners have to say which one is "
                        + "meant before anything is released.")
            } else {
                add(
                    .changed, "the change edits \(path)",
                    mend: "Versions of the trust root never change; a new version is a new file.")
            }
        }
    }

    /// Nil when the tree has no such file.
    private static func bytes(of version: TrustExamination.Version, in tree: Snapshot) throws -> [UInt8]? {
        try tree.files.file(version.path).map { try tree.files.source($0).bytes }
    }

    /// Once for each code and message.
    private mutating func add(_ code: TrustFailure.Code, _ message: String, mend: String) {
        guard !failures.contains(where: { $0.reason == code && $0.message == message }) else { return }
        failures.append(TrustFailure(code, message, mend: mend))
    }
}
