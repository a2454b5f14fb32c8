import Approvals
import PlanModel
import SourceText

/// Whether something shows that no newer release of a system was kept from this clone.
package enum Freshness: Sendable, Equatable {
    /// Somebody outside named the last release.
    case expectedHead
    /// A version of the trust root saw this release as the last one, and no release follows it.
    case checkpoint(version: Int)
    /// Nothing here tells.
    case unproved

    /// As reports write it.
    package var word: String {
        switch self {
        case .expectedHead: "expected-head"
        case .checkpoint: "checkpoint"
        case .unproved: "unproved"
        }
    }

    init(of chain: ReleaseChain, trust: TrustState, expectedHead: String?) {
        if let expectedHead, chain.last?.id.hasPrefix(expectedHead) == true {
            self = .expectedHead
        } else if let checkpoint = trust.chain.checkpoints(of: chain.system).last(where: {
            $0.statement == chain.last?.id
        }) {
            self = .checkpoint(version: checkpoint.version)
        } else {
            self = .unproved
        }
    }
}

extension ReleaseChain {
    /// Releases that something outside the tags knows of and that are not here: the head that the caller expects, and
    /// versions of which records in the tree tell.
    func missing(expectedHead: String?, in tip: Snapshot) -> [ReleaseConflict] {
        var missing: [ReleaseConflict] = []
        if let expectedHead, last?.id.hasPrefix(expectedHead) != true {
            let there = last.map { "\($0.tag), statement \($0.id.prefix(12))…" } ?? "none"
            missing.append(
                ReleaseConflict(
                    code: "head-mismatch",
                    sentence:
                        "the last release of \(system) should be statement \(expectedHead.prefix(12))…, and it is \(there)",
                    tag: last?.tag))
        }
        let known = Set(
            (links + voided).map(\.version) + rejected.map { $0.tag.split(separator: "/").last.map(String.init) ?? "" })
        let told = Set(Self.told(in: tip).filter { $0.system == system }.map(\.version))
        for version in told.subtracting(known).sorted() {
            missing.append(
                ReleaseConflict(
                    code: "release-missing",
                    sentence:
                        "records tell of \(system) \(version) in use, and the tag release/\(system)/\(version) is not here",
                    tag: nil))
        }
        return missing
    }

    /// Releases of which records tell: only of kinds that could not have been written before the tag was made.
    static func told(in tip: Snapshot) -> [(system: String, version: String)] {
        let references =
            tip.documents.of(MonitoringRecord.self).map(\.release)
            + tip.documents.of(PostDeploymentReview.self).map(\.release)
        return references.compactMap { reference in
            guard let release = reference?.value, let version = release.version else { return nil }
            return (release.name, version)
        }
    }
}
