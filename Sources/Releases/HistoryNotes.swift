package import GitObjects

extension GovernedRepository {
    /// What makes plain git show another history in this clone than the one that was judged: worth a warning beside any
    /// verdict, never a reason for one, since the verdict is about the original objects.
    package func historyNotes() throws(GitError) -> [ReleaseEvaluation.Reason] {
        var notes: [ReleaseEvaluation.Reason] = []
        let replaced = try git.replacedObjects()
        if let first = replaced.first {
            let objects = replaced.count == 1 ? "object \(first.prefix(12))" : "\(replaced.count) objects"
            notes.append(
                ReleaseEvaluation.Reason(
                    code: "refs-replace-present",
                    message: "git shows another object in place of \(objects) in this clone (refs/replace); "
                        + "this verdict is about the originals",
                    mend: "Look at `git replace --list`, and remove with `git replace -d` what you did not make."))
        }
        if git.hasGrafts {
            notes.append(
                ReleaseEvaluation.Reason(
                    code: "grafts-present",
                    message: "git shows commits with other parents in this clone (.git/info/grafts); "
                        + "this verdict is about the parents that the commits name",
                    mend: "Remove the file unless you know why it is there."))
        }
        return notes
    }
}
