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

    /// Principals and the commits that name them.
    package private(set) var commits: [String: [ObjectID]] = [:]
    package private(set) var unattributable: [Unattributable] = []

    package init() {}

    package func includes(_ principal: String) -> Bool { commits[principal] != nil }

    mutating func add(_ principal: String, _ commit: ObjectID) { commits[principal, default: []].append(commit) }

    mutating func addUnattributable(_ commit: RawCommit, _ reason: String) {
        let message = (try? commit.parsed())?.message ?? []
        let subject = String(decoding: message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        unattributable.append(Unattributable(commit: commit.id, subject: subject, reason: reason))
    }
}

extension Contributors {
    /// Reads the commits between the base release and what is judged.
    ///
    /// - Parameters:
    ///   - tips: commits whose content is judged: one, or two for the merge of a pull request.
    ///   - base: the commit of the release before; nil for the first release.
    ///   - paths: every path of the package, of this and of the release before.
    ///   - claimed: unattributable commits that somebody took in a signed author statement.
    package init(
        in repository: Repository, tips: [ObjectID], base: ObjectID?, paths: Set<String>, roster: Roster,
        claimed: [ObjectID: String]
    ) throws(GitError) {
        self.init()
        let lookup = TreeLookup(repository)
        var seen: Set<ObjectID> = []
        for tip in tips {
            for commit in try repository.commits(reachableFrom: tip, excluding: base) {
                guard seen.insert(commit.id).inserted,
                    try Self.contributes(commit, to: paths, in: repository, lookup: lookup)
                else { continue }
                attribute(commit, roster: roster, claimed: claimed)
            }
        }
    }

    private mutating func attribute(_ raw: RawCommit, roster: Roster, claimed: [ObjectID: String]) {
        let commit: CommitObject
        do { commit = try raw.parsed() } catch {
            return addUnknown(raw, "it is malformed: \(error.message)", claimed)
        }
        guard let signature = commit.signature else { return addUnknown(raw, "it is not signed", claimed) }
        let verdict = SignatureVerifier.verify(payload: signature.payload, armor: signature.armor, keys: roster.keys)
        switch verdict {
        case .bad(let failure): addUnknown(raw, failure.sentence.withoutFullStop, claimed)
        case .undecided(let reason): addUnknown(raw, reason.sentence.withoutFullStop, claimed)
        case .good(let good):
            let fingerprint = good.fingerprint
            guard let signer = roster.principal(ofKey: fingerprint) else {
                return addUnknown(raw, "its key \(fingerprint) is nobody's", claimed)
            }
            if signer.kind == .forge {
                return addUnknown(raw, "it is signed by the hosting service \(signer.id), not by a person", claimed)
            }
            add(signer.id, commit.id)
            if signer.kind == .robot, let human = signer.humanOperator?.value {
                add(DocumentReference(human)?.name ?? human, commit.id)
            }
            // A listed person vouches for these names; anybody could have typed them into an unsigned commit.
            for email in [commit.author.email] + Self.coAuthors(commit.message) {
                if let author = roster.principal(withEmail: email), author.id != signer.id { add(author.id, commit.id) }
            }
        }
    }

    private mutating func addUnknown(_ commit: RawCommit, _ reason: String, _ claimed: [ObjectID: String]) {
        if let principal = claimed[commit.id] {
            add(principal, commit.id)
        } else {
            addUnattributable(commit, reason)
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

    /// True when a commit changes a path of the package. A merge does where its result differs from the trivial
    /// three-way result: that is where somebody decided.
    private static func contributes(
        _ commit: RawCommit, to paths: Set<String>, in repository: Repository, lookup: TreeLookup
    ) throws(GitError) -> Bool {
        var parents: [ObjectID] = []
        for parent in commit.parents { parents.append(try repository.rawCommit(parent).tree) }
        var ancestors: [ObjectID] = []
        if commit.parents.count == 2 {
            for base in try repository.mergeBases(commit.parents[0], commit.parents[1]) {
                ancestors.append(try repository.rawCommit(base).tree)
            }
        }
        for path in paths {
            let result = try lookup.content(path, in: commit.tree)
            switch parents.count {
            case 0:
                if result != nil { return true }
            case 1:
                if try lookup.content(path, in: parents[0]) != result { return true }
            case 2:
                let ours = try lookup.content(path, in: parents[0])
                let theirs = try lookup.content(path, in: parents[1])
                // Crosswise merges have several bases: a result is trivial only where all of them agree on it.
                var before: [TreeLookup.Content?] = ancestors.isEmpty ? [nil] : []
                for ancestor in ancestors { before.append(try lookup.content(path, in: ancestor)) }
                let expected: TreeLookup.Content?
                if ours == theirs || before.allSatisfy({ $0 == theirs }) {
                    expected = ours
                } else if before.allSatisfy({ $0 == ours }) {
                    expected = theirs
                } else {
                    return true
                }
                if result != expected { return true }
            default:
                var isFromAParent = false
                for parent in parents where try lookup.content(path, in: parent) == result { isFromAParent = true }
                if !isFromAParent { return true }
            }
        }
        return false
    }
}

extension String {
    /// Sentences of other modules end with a full stop; parts of ours do not.
    package var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
