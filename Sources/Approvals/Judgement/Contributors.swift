package import GitObjects
import PlanModel
import Signatures

/// Who changed the bytes that a release ships, as far as signatures prove it.
package struct Contributors: Sendable {
    /// A commit whose author nobody can know: its e-mail neither excludes nor counts anybody, since it could frame an
    /// approver or hide an author.
    package struct Unattributable: Sendable {
        package let commit: ObjectID
        package let subject: String
        /// One sentence without a final full stop.
        package let reason: String
    }

    /// A commit that one person signed and that names another as its author: both contributed.
    package struct Mismatch: Sendable, Hashable {
        package let commit: ObjectID
        package let signer: String
        /// The e-mail address in the author line.
        package let author: String
    }

    /// Principals and the commits that name them.
    package private(set) var commits: [String: [ObjectID]] = [:]
    package private(set) var unattributable: [Unattributable] = []
    package private(set) var mismatches: [Mismatch] = []
    /// Commits that a hosting service signed, with its id in the trust root.
    package private(set) var forgeSigned: [(commit: ObjectID, forge: String)] = []

    package init() {}

    package func includes(_ principal: String) -> Bool { commits[principal] != nil }

    mutating func add(_ principal: String, _ commit: ObjectID) {
        guard commits[principal]?.last != commit else { return }
        commits[principal, default: []].append(commit)
    }
}

extension Contributors {
    /// Reads commits that change one of the paths.
    ///
    /// - Parameters:
    ///   - history: commits between the base release and what is judged.
    ///   - paths: every path of the package, of this and of the release before.
    ///   - exempt: commits from before authorship had to be provable: what is unsigned among them is nobody's, and no
    ///     defect.
    ///   - claimed: unattributable commits that somebody took in a signed author statement.
    package init(
        among history: [RawCommit], paths: Set<String>, in repository: Repository, trust: TrustState,
        exempt: Set<ObjectID> = [], claimed: [ObjectID: Set<String>] = [:]
    ) throws(GitError) {
        self.init()
        let lookup = TreeLookup(repository)
        for commit in history where try Contribution.isMade(by: commit, to: paths, in: repository, lookup: lookup) {
            attribute(commit, trust: trust, exempt: exempt.contains(commit.id), claimed: claimed[commit.id] ?? [])
        }
    }

    private mutating func attribute(_ raw: RawCommit, trust: TrustState, exempt: Bool, claimed: Set<String>) {
        let commit = Result { () throws(MalformedObject) in try raw.parsed() }
        let found = signer(of: commit, trust: trust)
        if let forge = found.forge { forgeSigned.append((raw.id, forge)) }
        // A thief may have signed, and so may the owner: neither must approve it, and neither is its known author.
        if let suspect = found.suspect { add(suspect, raw.id) }
        // Each of several people who take a commit: otherwise a second one could free the first.
        for person in claimed where found.principal == nil { add(person, raw.id) }
        func leaveOpen(_ reason: String) {
            guard claimed.isEmpty, !exempt else { return }
            let message = (try? commit.get())?.message ?? []
            let subject = String(decoding: message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            unattributable.append(Unattributable(commit: raw.id, subject: subject, reason: reason))
        }
        guard let signer = found.principal, case .success(let commit) = commit else {
            leaveOpen(found.reason)
            return
        }
        let authors = [commit.author.email] + Self.coAuthors(commit.message)
        if signer.kind == .forge {
            // A hosting service never contributes itself; the root said that its word about authors is good enough. An
            // address that is nobody's may be the second one of somebody who wants to approve.
            for author in trust.chain.principals(withEmails: authors) { add(author, commit.id) }
            if let stranger = authors.first(where: { trust.chain.principals(withEmails: [$0]).isEmpty }) {
                for person in claimed { add(person, commit.id) }
                leaveOpen(
                    "the hosting service \(signer.id) says that \(stranger) wrote it, who is not in the trust root")
            }
            return
        }
        add(signer.id, commit.id)
        // Whoever operated a robot in any version of the trust root: a change of operator must not free the last one.
        for version in trust.chain.versions where signer.kind == .robot {
            guard let human = version.roster.principal(signer.id)?.humanOperator?.value else { continue }
            add(DocumentReference(human)?.name ?? human, commit.id)
        }
        // A listed person vouches for these names; anybody could have typed them into an unsigned commit.
        for author in trust.chain.principals(withEmails: authors) where author != signer.id { add(author, commit.id) }
        if !trust.chain.principals(withEmails: [commit.author.email]).contains(signer.id), signer.kind == .human {
            mismatches.append(Mismatch(commit: commit.id, signer: signer.id, author: commit.author.email))
        }
    }

    private struct CommitSigner {
        /// Nil where nobody can know who wrote it.
        var principal: TrustRoot.Principal?
        /// Id of the hosting service that signed it.
        var forge: String?
        /// Whose key it is, where that key is compromised.
        var suspect: String?
        /// Why nobody can know; one sentence without a final full stop.
        var reason = ""
    }

    /// Whose signature a commit carries: a key of any version of the trust root tells, since a key that was rotated
    /// still says who wrote what. A compromised key tells nothing.
    private func signer(
        of commit: Result<CommitObject, MalformedObject>, trust: TrustState
    ) -> CommitSigner {
        func nobody(_ reason: String) -> CommitSigner { CommitSigner(reason: reason) }
        let parsed: CommitObject
        switch commit {
        case .failure(let defect): return nobody("it is malformed: \(defect.message)")
        case .success(let commit): parsed = commit
        }
        guard let signature = parsed.signature else { return nobody("it is not signed") }
        switch SignatureVerifier.verify(payload: signature.payload, armor: signature.armor, keys: trust.keys) {
        case .bad(let failure): return nobody(failure.sentence.withoutFullStop)
        case .undecided(let reason): return nobody(reason.sentence.withoutFullStop)
        case .good(let good):
            let fingerprint = good.fingerprint
            guard let signer = trust.chain.principal(ofAnyKey: fingerprint) else {
                return nobody("its key \(fingerprint) is nobody's")
            }
            if trust.status(ofKey: fingerprint).isCompromised {
                return CommitSigner(suspect: signer.id, reason: "its key \(fingerprint) is compromised")
            }
            let forge = signer.kind == .forge ? signer.id : nil
            if let forge, !trust.forgeAttribution {
                return CommitSigner(
                    forge: forge, reason: "it is signed by the hosting service \(forge), not by a person")
            }
            return CommitSigner(principal: signer, forge: forge)
        }
    }

    /// E-mail addresses of `Co-authored-by: Name <e-mail>` lines.
    private static func coAuthors(_ message: [UInt8]) -> [String] {
        String(decoding: message, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard line.lowercased().hasPrefix("co-authored-by:"), let open = line.lastIndex(of: "<"),
                let close = line.lastIndex(of: ">"), open < close
            else { return nil }
            return String(line[line.index(after: open)..<close])
        }
    }
}

extension TrustChain {
    /// Everybody who has or had one of the addresses. An address that two people share names both: whom it means nobody
    /// can know, and either might be the author.
    fileprivate func principals(withEmails emails: [String]) -> [String] {
        let wanted = Set(emails.map { $0.lowercased() })
        let matching = versions.flatMap(\.root.principals).filter { principal in
            principal.emails.contains { wanted.contains($0.lowercased()) }
        }
        return Set(matching.map(\.id)).sorted()
    }
}

extension String {
    /// Sentences of other modules end with a full stop; parts of ours do not.
    package var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
