/// Gathers what differs in the examples of a prompt: one finding for each example, whatever was edited in it.
struct ExampleChanges {
    private struct Edit {
        var old: Sentence?
        var new: Sentence?
        var count: Int
    }

    /// The head's example that an example of the base became.
    private var successors: [Int: Int] = [:]
    private var edits: [Int: Edit] = [:]
    private var order: [Int] = []

    init(_ old: [Sentence], _ new: [Sentence], _ pairing: SentencePairing) {
        for pair in pairing.equal + pairing.edited {
            guard let one = old[pair.old].example, let other = new[pair.new].example, successors[one] == nil else {
                continue
            }
            successors[one] = other
        }
        // Examples that have nothing in common with any other follow one another.
        let known = Set(successors.values)
        let left = Set(old.compactMap(\.example)).filter { successors[$0] == nil }.sorted()
        let further = Set(new.compactMap(\.example)).subtracting(known).sorted()
        if left.count == further.count { successors.merge(zip(left, further)) { first, _ in first } }
    }

    mutating func edit(_ old: Sentence?, _ new: Sentence?) {
        // Examples of the base that became none of the head's are counted below 0.
        let key = new?.example ?? old?.example.map { successors[$0] ?? -1 - $0 } ?? 0
        if edits[key] == nil { order.append(key) }
        var edit = edits[key] ?? Edit(count: 0)
        edit.old = edit.old ?? old
        edit.new = edit.new ?? new
        edit.count += 1
        edits[key] = edit
    }

    var found: [SentenceComparison.Found] {
        order.compactMap { edits[$0] }.map { edit in
            let reason: String
            switch (edit.old, edit.new) {
            case (_?, nil): reason = "An example is gone, or part of it."
            case (nil, _?): reason = "An example is new, or part of it."
            default: reason = "An example that the prompt shows is another."
            }
            return SentenceComparison.Found(
                claim: Claim(PromptRules.exampleChanged, reason),
                action: edit.old == nil ? .add : edit.new == nil ? .remove : .change, old: edit.old?.side,
                new: edit.new?.side)
        }
    }
}
