import Approvals
import GitObjects
import Releases

/// A statement as a file of the tree: the exact bytes of a signed tag, in a file that is named after what was signed.
struct StatementFile {
    let session: Session
    let repository: GovernedRepository

    /// Copies a tag's object into its file, and returns the path from the root of the worktree.
    ///
    /// - Throws: where git made a tag without a signature; the tag is then taken away again.
    func write(_ tag: SignedTag) throws -> String {
        guard let root = repository.git.worktree else { throw GitError.noWorktree }
        guard let id = repository.git.reference(tag.ref) else {
            throw CommandFailure(.undecided, "the tag \(tag.name) cannot be read back", mend: "Try again.")
        }
        let bytes = try repository.git.object(id).bytes
        guard let signature = try? TagObject(id: id, bytes: bytes).signature,
            let text = String(validating: bytes, as: UTF8.self)
        else {
            tag.remove()
            throw CommandFailure(
                .undecided, "git made a tag that is not signed, or whose text is not UTF-8; it was removed again",
                mend: "Try `git tag -s test-signature`; set gpg.format and user.signingKey if that fails too.")
        }
        let path = "\(StatementReader.folder)/\(StatementReader.statementID(signature.payload)).tag"
        _ = try FileWriter(session: session, root: root).writeIfDifferent(path, text)
        return path
    }
}
