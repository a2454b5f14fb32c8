import GitObjects
import Releases

/// Turns what a person types into a commit: a git revision, or `system@version` for a release.
enum RevisionName {
    static func commit(_ name: String, in repository: Repository) throws -> ObjectID {
        if let at = name.firstIndex(of: "@"), at > name.startIndex,
            name[name.index(after: at)...].first?.isNumber == true
        {
            let ref = "refs/tags/release/\(name[..<at])/\(name[name.index(after: at)...])"
            guard repository.reference(ref) != nil else { throw ReleaseError.noSuchRelease(name) }
            return try repository.resolveCommit(ref)
        }
        return try repository.resolveCommit(name)
    }

    /// Splits `A..B`, or `A...B`, which is symmetric; an empty side means HEAD.
    static func range(_ text: String) throws -> (base: String, head: String, isSymmetric: Bool) {
        func mistake() -> CommandFailure {
            CommandFailure(
                .usage, "\"\(text)\" is not a range", mend: "Write two revisions as A..B, for example main..HEAD.")
        }
        guard let dots = text.firstRange(of: "..") else { throw mistake() }
        let base = String(text[..<dots.lowerBound])
        var head = text[dots.upperBound...]
        let isSymmetric = head.hasPrefix(".")
        if isSymmetric { head.removeFirst() }
        guard !head.hasPrefix(".") else { throw mistake() }
        return (base.isEmpty ? "HEAD" : base, head.isEmpty ? "HEAD" : String(head), isSymmetric)
    }

    /// The commits of `A..B`, or of `A...B`, which begins where both parted.
    static func commits(of range: String, in repository: Repository) throws -> (base: ObjectID, head: ObjectID) {
        let (baseName, headName, isSymmetric) = try Self.range(range)
        let base = try commit(baseName, in: repository)
        let head = try commit(headName, in: repository)
        guard isSymmetric else { return (base, head) }
        // As git does, the first of several where the branches were merged into each other crosswise.
        guard let parting = try repository.mergeBases(base, head).first else {
            throw CommandFailure(
                .undecided, "\(baseName) and \(headName) have no commit in common that this clone knows of",
                mend: "Fetch the full history with `git fetch --unshallow`, or compare with `..`.")
        }
        return (parting, head)
    }

    /// The commit of a protected branch by its short name: CI checkouts often have only the remote's copy.
    static func branch(_ name: String, in repository: Repository) throws -> ObjectID {
        let remotes = repository.remotes
        let candidates = (remotes.count == 1 ? ["refs/remotes/\(remotes[0])/\(name)"] : []) + ["refs/heads/\(name)"]
        for candidate in candidates where repository.reference(candidate) != nil {
            return try repository.resolveCommit(candidate)
        }
        do { return try commit(name, in: repository) } catch {
            throw ReleaseError.noProtectedBranch(tried: candidates + [name])
        }
    }
}
