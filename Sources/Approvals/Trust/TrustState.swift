import PackageContents
package import PlanModel
import SourceText

/// The trust root that rules a judgement, and whether it is the one that this clone was told to trust.
package struct TrustState: Sendable {
    package let root: TrustRoot
    package let version: Int
    /// Digest of the version that rules.
    package let sha256: String
    /// Digest of version 1: the name of the repository in statements.
    package let repository: String
    /// Nil when nobody said which root to trust: fine for reading, never for a release.
    package let pin: TrustPin?
    package let roster: Roster
}

/// Why no trust root rules a tree.
package enum TrustFailure: Error, Sendable {
    /// The tree is wrong: a refusal.
    case refused(code: String, message: String, mend: String)
    /// The tool cannot tell.
    case incomplete(code: String, message: String, mend: String)

    package var code: String {
        switch self {
        case .refused(let code, _, _), .incomplete(let code, _, _): code
        }
    }

    package var message: String {
        switch self {
        case .refused(_, let message, _), .incomplete(_, let message, _): message
        }
    }

    package var mend: String {
        switch self {
        case .refused(_, _, let mend), .incomplete(_, _, let mend): mend
        }
    }

    package var isRefusal: Bool { if case .refused = self { true } else { false } }
}

extension TrustState {
    /// Finds the root that rules a tree: the highest version in `governance/trust`, which must be valid. There is no
    /// falling back to a lower one.
    package init(of snapshot: Snapshot, pin: TrustPin?) throws(TrustFailure) {
        let roots = snapshot.documents.of(TrustRoot.self).filter { $0.fileVersion != nil }
        guard let first = roots.first(where: { $0.fileVersion == 1 }) else {
            throw .refused(
                code: "root-missing", message: "\(snapshot.label) has no \(TrustRoot.folder)/1.yaml",
                mend: "Restore the trust root; every version is kept in the tree.")
        }
        let highest = roots.compactMap(\.fileVersion).max() ?? 1
        guard highest == 1 else {
            throw .incomplete(
                code: "root-chain-unsupported",
                message: "\(TrustRoot.folder)/\(highest).yaml follows version 1, and this version of imprimatur cannot "
                    + "check a chain of trust roots yet",
                mend: "Judge a tree that has only version 1.")
        }
        guard first.version?.value == 1 else {
            throw .refused(
                code: "root-version", message: "\(TrustRoot.folder)/1.yaml does not say `version: 1`",
                mend: "The version in a trust root equals its file's name.")
        }
        let digest = ContentDigest.document("trust", first.envelope.source.bytes)
        if let pin, pin.sha256 != digest {
            throw .refused(
                code: "root-not-pinned",
                message: "\(TrustRoot.folder)/1.yaml has the digest sha256:\(digest), but \(pin.source.rawValue) pins "
                    + "sha256:\(pin.sha256)",
                mend: "Find out who changed version 1; it never changes after it was pinned.")
        }
        root = first
        version = 1
        sha256 = digest
        repository = digest
        self.pin = pin
        roster = try Roster(first)
    }
}

extension TrustRoot {
    /// The version that the file's name states: `governance/trust/3.yaml` is 3. Nil for other files.
    package var fileVersion: Int? {
        let path = envelope.source.path
        guard path.hasPrefix(Self.folder + "/"), path.hasSuffix(".yaml") else { return nil }
        let name = path.dropFirst(Self.folder.count + 1).dropLast(".yaml".count)
        guard let number = Int(name), number >= 1, String(number) == name else { return nil }
        return number
    }
}
