/// The part of a revision that leads from a commit to its forebears: `~2`, `^2`, `^{commit}`. Walked here over raw parents,
/// because a library may take the parents from grafts (libgit2 does from version 1.7 on).
struct RevisionSteps {
    enum Step: Equatable {
        /// That many first parents back.
        case firstParents(Int)
        /// The parent with this number, from 1; 0 is the commit itself.
        case parent(Int)
    }

    /// What the steps start from.
    let start: String
    let steps: [Step]

    /// Nil where the revision has no such part, or one that also says something else (`^{tree}`, `HEAD:path`, `:/text`).
    init?(_ revision: String) {
        // No ref's name holds either sign (git-check-ref-format(1)).
        guard !revision.contains(":"), let first = revision.firstIndex(where: { $0 == "~" || $0 == "^" }),
            first > revision.startIndex
        else { return nil }
        var rest = revision[first...]
        var steps: [Step] = []
        while let sign = rest.popFirst() {
            if sign == "^", let braces = ["{commit}", "{}"].first(where: rest.hasPrefix) {
                rest.removeFirst(braces.count)
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest.removeFirst(digits.count)
            guard let count = digits.isEmpty ? 1 : Int(digits) else { return nil }
            switch sign {
            case "~": steps.append(.firstParents(count))
            case "^": steps.append(.parent(count))
            default: return nil
            }
        }
        start = String(revision[..<first])
        self.steps = steps
    }
}
