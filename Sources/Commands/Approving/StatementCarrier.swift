import Approvals
import ArgumentParser
import GitObjects
import Releases
import SourceText

/// Where a signed statement goes: a tag, a file of the tree, or an empty commit on the branch.
struct StatementCarrier {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case tag, file, commit }

    let kind: Kind
    let session: Session
    let repository: GovernedRepository

    /// A signed statement, as it can be read back.
    struct Made {
        let kind: Kind
        /// Name of the tag; path of the file; for a commit its object id.
        let place: String
        /// Nil unless it is a tag.
        var tag: SignedTag?
        /// Takes it back.
        let undo: () -> Void
    }

    /// Lets the person's own git sign the statement.
    ///
    /// - Parameters:
    ///   - name: of the tag, without `refs/tags/`; numbered where it is taken.
    ///   - commit: what the tag points at.
    func make(_ statement: Statement, title: String, name: String, at commit: ObjectID) throws -> Made {
        let message = statement.message(title: title)
        switch kind {
        case .tag:
            let tag = SignedTag(numbering: name, session: session, repository: repository.git)
            try tag.make(message: message, at: commit)
            return Made(kind: kind, place: tag.name, tag: tag) { tag.remove() }
        case .file: return try makeFile(message, name: name, at: commit)
        case .commit: return try makeCommit(message, at: commit)
        }
    }

    /// A file survives a squash merge, and a clone without tags has it. git makes the tag; its ref is taken away again,
    /// since the object's bytes are what was wanted.
    private func makeFile(_ message: String, name: String, at commit: ObjectID) throws -> Made {
        guard let root = repository.git.worktree else { throw GitError.noWorktree }
        let tag = SignedTag(numbering: name, session: session, repository: repository.git)
        try tag.make(message: message, at: commit)
        let path = try StatementFile(session: session, repository: repository).write(tag)
        tag.remove()
        return Made(kind: .file, place: path) { FileWriter.remove(root + path) }
    }

    private func makeCommit(_ message: String, at commit: ObjectID) throws -> Made {
        guard repository.git.head == commit else {
            throw CommandFailure(
                .usage, "a statement as a commit is made on top of the branch that is checked out",
                mend: "Check out \(commit.short), or use --as tag.")
        }
        let result = session.git.run(
            ["commit", "--allow-empty", "--only", "--gpg-sign", "--no-verify", "--cleanup=verbatim", "--file=-"],
            input: message, quiet: true)
        guard result.succeeded, let made = repository.git.head else {
            throw CommandFailure(
                .undecided, "git could not make the signed commit",
                mend: "Try `git commit -S --allow-empty`; set gpg.format and user.signingKey if that fails too.")
        }
        return Made(kind: .commit, place: made.description) {}
    }
}
