import PackageContents
import PlanModel
import SourceText

/// Signs that another history of the trust root exists beside the one in a tree.
struct RivalVersions {
    /// Another text of a version was signed by enough of those who could make it.
    private(set) var equivocations: [TrustFailure] = []
    /// A version above the highest one was signed by enough, and is not here.
    private(set) var rollbacks: [TrustFailure] = []

    /// - Parameter versions: all that the tree has, from 1 on.
    init(of versions: [TrustVersion], statements: TrustStatements) {
        guard let first = versions.first, let highest = versions.last else { return }
        func isSigned(_ number: Int, _ entries: [TrustStatements.Entry], by previous: TrustVersion) -> Bool {
            // The other text is not here, so that only the count by the version before can be made. Its signers had
            // the power to make a version, whatever it says; counted is who could, not who kept their roles.
            let signers = entries.filter { $0.statement.repository == first.sha256 }
                .compactMap { $0.signer(in: previous.roster).principal }
                .filter { $0.mayChange(previous.root) }
            return Set(signers.map(\.id)).count >= max(1, previous.root.changeThreshold.count?.value ?? 1)
        }
        for (text, entries) in Dictionary(grouping: statements.entries, by: { Text($0) }).sorted(by: { $0.key < $1.key }
        ) {
            guard let number = text.number, number > 1 else { continue }
            if number > highest.number {
                guard isSigned(number, entries, by: highest) else { continue }
                rollbacks.append(
                    TrustFailure(
                        .rollback,
                        "\(entries[0].path) agrees with version \(number) of the trust root, but the highest one here is "
                            + "version \(highest.number)",
                        mend: "Restore \(TrustRoot.path(ofVersion: number)); a version never goes away."))
            } else if text.sha256 != versions[number - 1].sha256, isSigned(number, entries, by: versions[number - 2]) {
                equivocations.append(
                    TrustFailure(
                        .equivocation,
                        "\(entries[0].path) agrees with another text of version \(number), sha256:\(text.sha256), and "
                            + "enough people signed that one",
                        mend:
                            "Delete the file if that text was a draft which was never merged; else find out who signed "
                            + "two texts of one version, before anything is released."))
            }
        }
    }

    private struct Text: Hashable, Comparable {
        let number: Int?
        let sha256: String

        init(_ entry: TrustStatements.Entry) {
            number = Int(entry.version)
            sha256 = entry.sha256
        }

        static func < (left: Text, right: Text) -> Bool {
            (left.number ?? 0, left.sha256) < (right.number ?? 0, right.sha256)
        }
    }

    /// Versions that two trees hold with different texts. Where both are valid, somebody signed two futures.
    static func differences(from other: Snapshot, to snapshot: Snapshot, pin: TrustPin?) throws -> [TrustFailure] {
        let digests = { (tree: Snapshot) in
            Dictionary(
                tree.documents.of(TrustRoot.self).compactMap { root in
                    root.fileVersion.map { ($0, ContentDigest.document("trust", root.envelope.source.bytes)) }
                }, uniquingKeysWith: { first, _ in first })
        }
        let (own, others) = (digests(snapshot), digests(other))
        let differing = own.keys.filter { number in others[number].map { $0 != own[number] } ?? false }.sorted()
        guard let number = differing.first else { return [] }
        let path = TrustRoot.path(ofVersion: number)
        let isValidInBoth = try [snapshot, other].allSatisfy { tree in
            try TrustExamination(of: tree, pin: pin).validVersions.count >= number
        }
        guard isValidInBoth else {
            return [
                TrustFailure(
                    .changed, "\(path) is not the same in \(snapshot.label) and in \(other.label)",
                    mend: "Versions of the trust root never change; a new version is a new file.")
            ]
        }
        return [
            TrustFailure(
                .equivocation,
                "\(path) has one text in \(snapshot.label) and another in \(other.label), and both are signed by enough",
                mend: "Find out who signed two texts of one version; the control owners have to say which one is meant "
                    + "before anything is released.")
        ]
    }
}
