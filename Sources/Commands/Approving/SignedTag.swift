import GitObjects

/// Makes a signed tag with the person's own git, and takes it back when it is not what it should be.
struct SignedTag {
    /// Without `refs/tags/`.
    let name: String
    let session: Session
    let repository: Repository

    var ref: String { "refs/tags/\(name)" }

    /// `git tag -s` writes the object and then the ref, so an interruption leaves no half-made tag.
    func make(message: String, at commit: ObjectID) throws {
        if repository.reference(ref) != nil {
            throw CommandFailure(
                .refused, "the tag \(name) is already there",
                mend: "Look at it with `git show \(name)`; tags never move.")
        }
        let result = session.git.run(
            ["tag", "--sign", "--cleanup=verbatim", "--file=-", name, commit.description], input: message)
        guard result.succeeded else {
            throw CommandFailure(
                .undecided, "git could not make the signed tag \(name)",
                mend: "Try `git tag -s test-signature`; set gpg.format and user.signingKey if that fails too.")
        }
    }

    /// Deletes the tag that was just made.
    func remove() {
        guard let id = repository.reference(ref) else { return }
        _ = session.git.run(["update-ref", "-d", ref, id.description], quiet: true)
    }

    var pushCommand: String { "git push origin \(ref)" }

    /// Pushes when asked, else says how to.
    func publish(push: Bool) throws {
        guard push else {
            session.say("Push it with:  \(pushCommand)")
            return
        }
        guard session.git.run(["push", "origin", ref]).succeeded else {
            throw CommandFailure(
                .undecided, "the tag is made, but git could not push it", mend: "Run `\(pushCommand)`.")
        }
        session.say("Pushed \(name).")
    }
}

extension SignedTag {
    /// The same person may sign about the same bytes again: a name that is taken gets the next free number, as in `….2`.
    init(numbering name: String, session: Session, repository: Repository) {
        var free = name
        var number = 1
        while repository.reference("refs/tags/\(free)") != nil {
            number += 1
            free = "\(name).\(number)"
        }
        self.init(name: free, session: session, repository: repository)
    }
}
