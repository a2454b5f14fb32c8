package import PlanModel

/// What a pull request does to the trust root, judged by the root of its target: the rules come from what was already
/// trusted, never from the change that they judge.
package struct TrustProposal: Sendable {
    /// Everything that stands in the way of the merge. Empty when the trust root stays as it is, or gets further
    /// versions that are valid.
    package private(set) var failures: [TrustFailure] = []
    /// The versions that the merge adds, as they are in its result.
    package private(set) var added: [TrustExamination.Version] = []
    /// The root that rules after the merge; nil when none does.
    package private(set) var result: TrustRoot?

    /// - Parameters:
    ///   - target: the tip that the change is merged into.
    ///   - merged: the result of the merge.
    package init(from target: Snapshot, to merged: Snapshot, pin: TrustPin?) throws {
        let before = try TrustExamination(of: target, pin: pin)
        let after = try TrustExamination(of: merged, pin: pin)
        failures = after.failures
        if after.failures.isEmpty { result = after.versions.last?.version?.root }
        added = after.versions.filter { version in !before.versions.contains { $0.number == version.number } }
        for version in before.versions {
            let path = version.path
            let old = try target.files.file(path)
            guard let new = try merged.files.file(path) else {
                // Of version 1 the examination says so; of a middle one that the chain has a gap.
                if version.number == before.versions.last?.number, version.number > 1 {
                    add(.rollback, "the change deletes \(path)", mend: "Restore it; a version never goes away.")
                }
                continue
            }
            guard new.blob != old?.blob else { continue }
            let isOlderText = before.versions.contains { other in
                other.number < version.number && (try? target.files.file(other.path)?.blob) == new.blob
            }
            if isOlderText {
                add(
                    .rollback, "the change puts an older version of the trust root into \(path)",
                    mend: "Restore version \(version.number).")
            } else if try isAnotherFuture(version.number, target, merged, pin: pin) {
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

    private func isAnotherFuture(
        _ number: Int, _ target: Snapshot, _ merged: Snapshot, pin: TrustPin?
    ) throws -> Bool {
        guard number > 1 else { return false }
        return try [target, merged].allSatisfy { tree in
            try TrustExamination(of: tree, pin: pin).validVersions.count >= number
        }
    }

    /// Once for each code and message.
    private mutating func add(_ code: TrustFailure.Code, _ message: String, mend: String) {
        guard !failures.contains(where: { $0.reason == code && $0.message == message }) else { return }
        failures.append(TrustFailure(code, message, mend: mend))
    }
}
