import PlanModel

/// Who signed one version of the trust root, counted twice: by the rules of the version before it, and by its own.
///
/// The old rules guard against somebody who makes a root of their own; the new ones against a root that its own
/// people could never change again. Either alone is an attack (The Update Framework, section 5.3.4, asks for both).
package struct VersionSignatures: Sendable {
    /// One of the two counts.
    package struct Count: Sendable {
        /// Whose rules and keys: 1-based.
        package let version: Int
        package let role: String
        /// How many different people it takes.
        package let needed: Int
        /// Ids of the people who count, in the order of the root, each once.
        package fileprivate(set) var signers: [String] = []
        /// People who signed and hold the role, but whose own roles grow in the version that they signed.
        package fileprivate(set) var growing: [String] = []
        /// Ids of the people whose signature would still count.
        package fileprivate(set) var others: [String] = []

        package var missing: Int { max(0, needed - signers.count) }
    }

    /// A statement that counts for nobody, and why.
    package struct Disregarded: Sendable {
        package let path: String
        /// Stable word.
        package let code: String
        /// One sentence without a final full stop.
        package let sentence: String
        /// It could not be checked here.
        package let isUndecided: Bool
    }

    package let before: Count
    package let own: Count
    package let disregarded: [Disregarded]
    /// Paths and ids of the statements that count for somebody.
    package let statements: [(path: String, id: String, principal: String)]

    /// True when too few are known to have signed, and those that could not be checked might be the missing ones.
    package var mightBeEnough: Bool {
        !isEnough && max(before.missing, own.missing) <= disregarded.count { $0.isUndecided }
    }

    package var isEnough: Bool { before.missing == 0 && own.missing == 0 }

    /// True when it would be enough if nobody's own growth mattered.
    package var failsByGrowth: Bool {
        before.missing > 0 && own.missing == 0 && before.signers.count + before.growing.count >= before.needed
    }

    /// Counts the statements about one text of a version.
    ///
    /// Nothing here knows a clock: whether a version is valid must not change by waiting, so that delegations, which
    /// end, give nobody a say. A key counts by the version whose rules are applied; that a later version, or this one,
    /// calls it compromised does not unmake the signature, else nobody could ever replace the only key.
    init(
        of candidate: (number: Int, root: TrustRoot, sha256: String, roster: Roster),
        after previous: (number: Int, root: TrustRoot, roster: Roster), repository: String,
        statements: TrustStatements
    ) {
        var before = Count(previous.number, previous.root)
        var own = Count(candidate.number, candidate.root)
        var counted: [(path: String, id: String, principal: String)] = []
        var disregarded: [Disregarded] = []
        var old: Set<String> = []
        var new: Set<String> = []
        for entry in statements.entries where entry.version == String(candidate.number) {
            func disregard(_ code: String, _ sentence: String, isUndecided: Bool = false) {
                disregarded.append(
                    Disregarded(path: entry.path, code: code, sentence: sentence, isUndecided: isUndecided))
            }
            guard entry.statement.repository == repository else {
                disregard("other-repository", "it was made for a repository with another trust root")
                continue
            }
            guard entry.isNamedAfterItself else {
                disregard("name-mismatch", "the file is not named after its statement's id")
                continue
            }
            guard entry.sha256 == candidate.sha256 else {
                disregard("other-digest", "it agrees with another text of version \(candidate.number)")
                continue
            }
            // Each roster checks with its own keys and its own demands on them: a signature that was enough for the
            // version before must not become bad because the next one asks more of the same key.
            let oldSigner = entry.signer(in: previous.roster)
            let newSigner = entry.signer(in: candidate.roster)
            guard let signer = oldSigner.principal ?? newSigner.principal else {
                switch (oldSigner, newSigner) {
                case (.undecided(let code, let sentence), _), (_, .undecided(let code, let sentence)):
                    disregard(code, sentence, isUndecided: true)
                case (_, .nobody(let code, let sentence)): disregard(code, sentence)
                case (_, .principal): break
                }
                continue
            }
            guard entry.isNamed(for: signer.id) else {
                disregard("name-mismatch", "the tag in it is called \(entry.tagName), and \(signer.id) signed it")
                continue
            }
            var counts = false
            if let oldSigner = oldSigner.principal, oldSigner.mayChange(previous.root) {
                counts = true
                old.insert(oldSigner.id)
            }
            if let newSigner = newSigner.principal, newSigner.mayChange(candidate.root) {
                counts = true
                new.insert(newSigner.id)
            }
            if counts {
                counted.append((entry.path, entry.id, signer.id))
            } else {
                disregard("role-not-held", "\(signer.id) does not hold the role \(before.role) for all systems")
            }
        }
        for defect in statements.defects {
            disregarded.append(
                Disregarded(path: defect.path, code: defect.code, sentence: defect.sentence, isUndecided: false))
        }

        let growth = RoleGrowth(from: previous.root, to: candidate.root)
        for principal in previous.roster.holdersEverywhere(of: before.role) {
            if !old.contains(principal.id) {
                if !growth.grows(principal.id) { before.others.append(principal.id) }
            } else if growth.grows(principal.id) {
                // Nobody gives themselves a role.
                before.growing.append(principal.id)
            } else {
                before.signers.append(principal.id)
            }
        }
        for principal in candidate.roster.holdersEverywhere(of: own.role) {
            if new.contains(principal.id) {
                own.signers.append(principal.id)
            } else {
                own.others.append(principal.id)
            }
        }
        self.before = before
        self.own = own
        self.disregarded = disregarded
        self.statements = counted
    }
}

extension VersionSignatures.Count {
    /// A threshold that is missing or below one can never be met.
    fileprivate init(_ version: Int, _ root: TrustRoot) {
        let count = root.changeThreshold.count?.value ?? 0
        self.init(version: version, role: root.changeThreshold.role?.value ?? "", needed: count >= 1 ? count : Int.max)
    }

    fileprivate init(version: Int, role: String, needed: Int) {
        self.version = version
        self.role = role
        self.needed = needed
    }
}
