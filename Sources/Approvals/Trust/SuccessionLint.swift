import PlanModel

/// What a version of the trust root takes back that earlier versions settled for good: each is a sentence without a
/// final full stop.
struct SuccessionLint {
    private(set) var defects: [String] = []

    /// - Parameter earlier: all versions before it, from 1 on.
    init(_ version: TrustVersion, after earlier: [TrustVersion]) {
        checkKeys(of: version, earlier)
        guard let previous = earlier.last else { return }
        checkRevokedKeys(of: version, after: previous)
        checkReleaseHeads(of: version, earlier)
        let dropped = Set(previous.root.voidReleases.map(\.value)).subtracting(version.root.voidReleases.map(\.value))
        for id in dropped.sorted() {
            defects.append("voidReleases leaves out \(id), which version \(previous.number) lists")
        }
    }

    /// A key that moved could have written as one person and approve as another.
    private mutating func checkKeys(of version: TrustVersion, _ earlier: [TrustVersion]) {
        for (fingerprint, principal) in version.roster.owners.sorted(by: { $0.key < $1.key }) {
            let owner = earlier.lazy.compactMap { older in
                older.roster.owners[fingerprint].map { (older.number, $0) }
            }.first
            if let (number, owner) = owner, owner != principal {
                defects.append("the key \(fingerprint) was \(owner)'s in version \(number) and is \(principal)'s now")
            }
        }
        let known = Set((earlier + [version]).flatMap(\.roster.listed.keys))
        for key in version.root.revokedKeys {
            let fingerprint = Roster.normalised(key.fingerprint.value)
            // Most likely a slip of the pen, and then the key that is meant is not revoked.
            if !known.contains(fingerprint) { defects.append("revokedKeys lists \(fingerprint), which no version has") }
        }
    }

    /// The list only grows, and what it says of a key only gets worse: a key that a thief had is never good again.
    private mutating func checkRevokedKeys(of version: TrustVersion, after previous: TrustVersion) {
        let now = Dictionary(
            version.root.revokedKeys.map { (Roster.normalised($0.fingerprint.value), $0) },
            uniquingKeysWith: { first, _ in first })
        for before in previous.root.revokedKeys {
            let fingerprint = Roster.normalised(before.fingerprint.value)
            guard let after = now[fingerprint] else {
                defects.append("revokedKeys leaves out \(fingerprint), which version \(previous.number) lists")
                continue
            }
            if after.gravity < before.gravity {
                defects.append(
                    "revokedKeys calls \(fingerprint) \(after.reason?.value.rawValue ?? "?"), and version "
                        + "\(previous.number) \(before.reason?.value.rawValue ?? "?")")
            }
            if let since = after.since?.value, let old = before.since?.value, since > old {
                defects.append("revokedKeys moves \(fingerprint) from version \(old) up to version \(since)")
            }
        }
    }

    /// A checkpoint that went back would open the door for releases that it had closed.
    private mutating func checkReleaseHeads(of version: TrustVersion, _ earlier: [TrustVersion]) {
        let heads = TrustChain(earlier)
        for system in Set(earlier.flatMap { $0.root.releaseHeads.compactMap { $0.system?.value } }).sorted() {
            guard let last = heads.checkpoints(of: system).last else { continue }
            guard let head = version.root.releaseHeads.first(where: { $0.system?.value == system }) else {
                defects.append("releaseHeads leaves out \(system), which version \(last.version) has")
                continue
            }
            guard let sequence = head.sequence?.value else { continue }
            if sequence < last.sequence || (sequence == last.sequence && head.statement?.value != last.statement) {
                let isVoid = version.root.voidReleases.contains { $0.value == last.statement }
                if !isVoid {
                    defects.append(
                        "releaseHeads goes back for \(system): version \(last.version) has release \(last.sequence), "
                            + "\(last.statement.prefix(12))…")
                }
            }
        }
    }
}
