import Approvals

/// Which releases a checkpoint of the trust root covers: what it names and everything that leads up to that by its hash
/// links was there when that version of the root was made.
struct ReleaseSeals: Sendable {
    /// For each covered release the first version whose checkpoint covers it.
    private let firstVersion: [String: Int]

    /// - Parameter previous: for each release statement the one that it names as `Previous`.
    init(of system: String, trust: TrustState, previous: [String: String]) {
        var firstVersion: [String: Int] = [:]
        for checkpoint in trust.chain.checkpoints(of: system) {
            var next: String? = checkpoint.statement
            // Versions ascend, so that what is known already was covered earlier, and so was all before it.
            while let id = next, firstVersion[id] == nil {
                firstVersion[id] = checkpoint.version
                next = previous[id]
            }
        }
        self.firstVersion = firstVersion
    }

    /// The first version that covers a release and is later than the one of its own tree: a version cannot vouch for
    /// what was tagged under itself.
    func version(covering id: String, after own: Int) -> Int? { firstVersion[id].flatMap { $0 > own ? $0 : nil } }

    /// True when a key that is compromised since a version may have made a release, or a statement of it, in the wrong
    /// hands: under a root at or above that version, or without anything that shows that it was there before.
    func leavesOpen(_ id: String, under own: Int, compromisedSince since: Int) -> Bool {
        guard own < since, let covered = firstVersion[id] else { return true }
        return covered >= since
    }
}
