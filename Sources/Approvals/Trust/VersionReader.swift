import PackageContents
import PlanModel
import SourceText

/// Reads one version of the trust root and gathers what is wrong with it.
struct VersionReader {
    let number: Int
    let snapshot: Snapshot
    /// The versions before it.
    let earlier: [TrustVersion]
    let pin: TrustPin?
    let statements: TrustStatements
    private(set) var failures: [TrustFailure] = []

    init(
        number: Int, in snapshot: Snapshot, after earlier: [TrustVersion], pin: TrustPin?, statements: TrustStatements
    ) {
        self.number = number
        self.snapshot = snapshot
        self.earlier = earlier
        self.pin = pin
        self.statements = statements
    }

    private var path: String { TrustRoot.path(ofVersion: number) }

    /// Nil when the file is no trust root at all.
    mutating func read(isHighest: Bool) throws -> TrustVersion? {
        guard let root = document() else { return nil }
        let sha256 = ContentDigest.document("trust", root.envelope.source.bytes)
        checkNumber(of: root)
        let roster = try Roster(root, files: snapshot.files)
        var signatures: VersionSignatures?
        if let previous = earlier.last, let first = earlier.first {
            checkPredecessor(of: root, previous)
            let counted = VersionSignatures(
                of: (number, root, sha256, roster), after: (previous.number, previous.root, previous.roster),
                repository: first.sha256, statements: statements)
            checkSignatures(counted)
            signatures = counted
        } else if let pin, pin.sha256 != sha256 {
            fail(
                .notPinned,
                "\(path) has the digest sha256:\(sha256), but \(pin.source.rawValue) pins sha256:\(pin.sha256)",
                mend: "Find out who changed version 1; it never changes after it was pinned.")
        }
        let version = TrustVersion(
            number: number, root: root, sha256: sha256, roster: roster, signatures: signatures)
        var defects = TrustLint(version).defects + SuccessionLint(version, after: earlier).defects
        // Only the version that rules is held against its policy: the bytes that older ones pin may be gone.
        if isHighest, number > 1 { defects += QuorumReach(version, in: snapshot).defects }
        for defect in defects { fail(.lint, "\(path): \(defect)", mend: "Mend the trust root.") }
        return version
    }

    /// The document, when the file holds one and nothing is wrong with it. What the schema refuses is refused here: an
    /// unknown field could be a restriction of a newer format.
    private mutating func document() -> TrustRoot? {
        let problems = snapshot.problems.filter { $0.location.path == path && $0.severity == .error }
        for problem in problems.prefix(1) {
            fail(.malformed, "\(path): \(problem.message)", mend: problem.mend)
        }
        let roots = snapshot.documents.of(TrustRoot.self).filter { $0.fileVersion == number }
        guard snapshot.documents.count(inFile: path) == 1, let root = roots.first else {
            if problems.isEmpty {
                fail(
                    .malformed, "\(path) does not hold exactly one TrustRoot",
                    mend: "A trust root is alone in its file.")
            }
            return nil
        }
        return root
    }

    private mutating func checkNumber(of root: TrustRoot) {
        guard let written = root.version?.value, written != number else {
            if root.version == nil {
                fail(.malformed, "\(path) does not say its version", mend: "Write `version: \(number)`.")
            }
            return
        }
        if written < number {
            fail(
                .rollback, "\(path) says `version: \(written)`: an older version stands where version \(number) was",
                mend: "Restore version \(number).")
        } else {
            fail(
                .malformed, "\(path) says `version: \(written)`",
                mend: "The version in a trust root equals its file's name.")
        }
    }

    private mutating func checkPredecessor(of root: TrustRoot, _ previous: TrustVersion) {
        let named = (root.previous.version?.value, root.previous.sha256?.value)
        guard named == (previous.number, previous.sha256) else {
            fail(
                .predecessor,
                "\(path) does not name version \(previous.number) with its digest sha256:\(previous.sha256)",
                mend: "Write `previous: {version: \(previous.number), sha256: \(previous.sha256)}`; if version "
                    + "\(previous.number) was edited, restore it.")
            return
        }
    }

    private mutating func checkSignatures(_ signatures: VersionSignatures) {
        guard !signatures.isEnough else { return }
        if signatures.failsByGrowth {
            fail(
                .escalation,
                "\(path): \(signatures.before.growing.joined(separator: ", ")) signed it and gets more roles by it, so "
                    + "that too few others signed it (\(signatures.before.shortfall))",
                mend: "Have somebody else sign who holds \(signatures.before.role) in version "
                    + "\(signatures.before.version), or give no roles to those who sign.")
            return
        }
        if signatures.mightBeEnough, let first = signatures.disregarded.first(where: \.isUndecided) {
            fail(
                .undecided, "\(path): \(first.path) could not be checked: \(first.sentence)",
                mend: "Install what is missing, or have somebody sign with an SSH key.")
            return
        }
        let lacking = [signatures.before, signatures.own].filter { $0.missing > 0 }
        fail(
            .threshold, "\(path): " + lacking.map(\.shortfall).joined(separator: ", and "),
            mend: "Have them sign with `imprimatur trust sign`, and commit the files that it writes.")
    }

    private mutating func fail(_ code: TrustFailure.Code, _ message: String, mend: String) {
        failures.append(TrustFailure(code, message, mend: mend))
    }
}

extension VersionSignatures.Count {
    /// What is needed and what is there, in words.
    package var shortfall: String {
        guard needed != .max else { return "version \(version) has no threshold that can be met" }
        let who = signers.isEmpty ? "" : " (\(signers.joined(separator: ", ")))"
        return "version \(version) asks for \(needed) × \(role), and there \(signers.count == 1 ? "is" : "are") "
            + "\(signers.count)\(who)"
    }
}
