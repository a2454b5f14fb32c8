/// Claims the differences between two lists of sentences.
struct SentenceComparison {
    struct Found {
        let claim: Claim
        let action: Change.Action
        let old: ChangeSide?
        let new: ChangeSide?
    }

    /// Below so much likeness of all words, reworded sentences are not listed one by one.
    static let rewrittenBelow = 0.5

    private let old: [Sentence]
    private let new: [Sentence]
    private let movedVariables: Set<String>
    private let pairing: SentencePairing
    private(set) var found: [Found] = []

    init(_ old: [Sentence], _ new: [Sentence], movedVariables: Set<String>) {
        self.old = old
        self.new = new
        self.movedVariables = movedVariables
        pairing = SentencePairing(old, new)
    }

    mutating func run() {
        for pair in pairing.edited { compare(old[pair.old], new[pair.new]) }
        for index in pairing.removed { remove(old[index]) }
        for index in pairing.added { insert(new[index]) }
        compareConditions()
        compareOrder()
        summariseRewriting()
    }

    /// Every sentence that changed, was moved, came or went, with its words.
    var counted: [PromptChangeCount.Counted] {
        func count(_ one: Sentence?, _ other: Sentence?, _ words: Int) -> PromptChangeCount.Counted {
            PromptChangeCount.Counted(old: one?.location, new: other?.location, words: words)
        }
        let edited = pairing.edited.map { pair in
            let (one, other) = (old[pair.old].words, new[pair.new].words)
            let common = WordSimilarity.commonLength(one, other)
            return count(old[pair.old], new[pair.new], one.count + other.count - 2 * common)
        }
        let moved = pairing.moved(old, new).map { count(old[$0.old], new[$0.new], old[$0.old].words.count) }
        return edited + moved + pairing.removed.map { count(old[$0], nil, old[$0].words.count) }
            + pairing.added.map { count(nil, new[$0], new[$0].words.count) }
    }

    // MARK: One sentence

    /// What words say can only raise the class that an edited sentence has anyway.
    private func heuristic(_ rule: ChangeRule, _ reason: String) -> Claim {
        Claim(rule, max(rule.changeClass, PromptRules.instructionChanged.changeClass), reason)
    }

    private mutating func compare(_ one: Sentence, _ other: Sentence) {
        if isExplainedByVariables(one, other) { return }
        let before = found.count
        let (was, now) = (Modality(one), Modality(other))
        if was.forbids, !now.forbids {
            add(heuristic(PromptRules.prohibitionRemoved, "The sentence no longer forbids anything."), one, other)
        } else if !was.forbids, now.forbids {
            add(heuristic(PromptRules.prohibitionAdded, "The sentence forbids something now."), one, other)
        } else if now.forbidsLess(than: was) {
            add(
                heuristic(PromptRules.prohibitionWeakened, "What was forbidden is forbidden less strongly."), one, other
            )
        } else if now.forbidsMore(than: was) {
            add(
                heuristic(PromptRules.prohibitionStrengthened, "What was forbidden is forbidden more strongly."), one,
                other)
        }
        if was.demands, !now.demands, !now.forbids {
            add(heuristic(PromptRules.obligationRemoved, "The sentence no longer demands anything."), one, other)
        } else if !was.demands, now.demands, !was.forbids {
            add(heuristic(PromptRules.obligationAdded, "The sentence demands something now."), one, other)
        }
        if one.numbers != other.numbers {
            let (from, to) = (one.numbers.joined(separator: ", "), other.numbers.joined(separator: ", "))
            add(
                Claim(
                    PromptRules.limitChanged,
                    "A number is another: \(from.isEmpty ? "none" : from) became \(to.isEmpty ? "none" : to)."), one,
                other)
        }
        if found.count == before {
            add(Claim(PromptRules.instructionChanged, "The sentence was reworded."), one, other)
        }
    }

    private mutating func remove(_ sentence: Sentence) {
        let modality = Modality(sentence)
        if modality.forbids {
            add(heuristic(PromptRules.prohibitionRemoved, "A prohibition is gone."), sentence, nil)
        } else if modality.demands {
            add(heuristic(PromptRules.obligationRemoved, "A demand is gone."), sentence, nil)
        } else if !isOnlyVariables(sentence) {
            add(Claim(PromptRules.instructionRemoved, "A sentence is gone."), sentence, nil)
        }
    }

    private mutating func insert(_ sentence: Sentence) {
        let modality = Modality(sentence)
        if modality.forbids {
            add(heuristic(PromptRules.prohibitionAdded, "A prohibition is new."), nil, sentence)
        } else if modality.demands {
            add(heuristic(PromptRules.obligationAdded, "A demand is new."), nil, sentence)
        } else if !isOnlyVariables(sentence) {
            add(Claim(PromptRules.instructionAdded, "A sentence is new."), nil, sentence)
        }
    }

    /// Sentences that differ in nothing but variables which came or went.
    private func isExplainedByVariables(_ one: Sentence, _ other: Sentence) -> Bool {
        guard !movedVariables.isEmpty, one.plainWords == other.plainWords else { return false }
        let tags = Set(one.tags).symmetricDifference(other.tags)
        return !tags.isEmpty && tags.allSatisfy(isMovedVariable)
    }

    private func isOnlyVariables(_ sentence: Sentence) -> Bool {
        sentence.plainWords.isEmpty && !sentence.tags.isEmpty && sentence.tags.allSatisfy(isMovedVariable)
    }

    private func isMovedVariable(_ tag: String) -> Bool {
        let name = tag.drop { $0 == "{" }.prefix { $0 != "}" }
        return movedVariables.contains(String(name)) || movedVariables.contains { $0.hasSuffix(".\(name)") }
    }

    // MARK: Where sentences stand

    /// The same sentence in another message, or under another condition.
    private mutating func compareConditions() {
        for pair in pairing.equal {
            let (one, other) = (old[pair.old], new[pair.new])
            if one.role != other.role {
                add(
                    Claim(
                        PromptRules.reordered, .material,
                        "The sentence moved from the \(one.role) to the \(other.role) message."), one, other,
                    action: .move)
            } else if one.conditions != other.conditions {
                let isNarrowed = other.conditions.count >= one.conditions.count && !other.conditions.isEmpty
                let under = other.conditions.last.map { "under \($0)" } ?? "always"
                add(
                    Modality(one).forbids && isNarrowed
                        ? heuristic(
                            PromptRules.prohibitionWeakened, "The prohibition holds only \(under) now.")
                        : Claim(PromptRules.structureChanged, "The sentence is sent \(under) now."), one, other)
            }
        }
    }

    /// Equal sentences that are no longer in the same order.
    private mutating func compareOrder() {
        var highest = -1
        for pair in pairing.equal where old[pair.old].role == new[pair.new].role {
            if pair.new < highest {
                add(
                    Claim(PromptRules.reordered, "The same sentences come in another order."), old[pair.old],
                    new[pair.new],
                    action: .move)
                return
            }
            highest = pair.new
        }
    }

    /// A prompt that was written anew is one finding; what it no longer forbids or demands stays listed.
    private mutating func summariseRewriting() {
        let similarity = WordSimilarity.of(old.flatMap(\.words), new.flatMap(\.words))
        guard similarity < Self.rewrittenBelow, let first = old.first, let other = new.first else { return }
        let plain = [
            PromptRules.instructionChanged.id, PromptRules.instructionAdded.id, PromptRules.instructionRemoved.id,
        ]
        found.removeAll { plain.contains($0.claim.rule.id) }
        add(Claim(PromptRules.rewritten, "Less than half of the words are the same."), first, other)
    }

    private mutating func add(_ claim: Claim, _ one: Sentence?, _ other: Sentence?, action: Change.Action? = nil) {
        let what: Change.Action = one == nil ? .add : other == nil ? .remove : .change
        found.append(Found(claim: claim, action: action ?? what, old: one?.side, new: other?.side))
    }
}

extension Sentence {
    /// The expressions in the sentence, as written.
    var tags: [String] { tokens.filter { $0.kind == .tag }.map(\.text) }
}
