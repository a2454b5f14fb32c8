import SourceText

/// Claims the differences between two lists of sentences.
struct SentenceComparison {
    struct Found {
        let claim: Claim
        let action: Change.Action
        let old: ChangeSide?
        let new: ChangeSide?
    }

    private let old: [Sentence]
    private let new: [Sentence]
    private let movedVariables: Set<String>
    private var pairing: SentencePairing
    private let merged: [(old: [Int], new: [Int])]
    private var examples: ExampleChanges
    private(set) var found: [Found] = []

    init(_ old: [Sentence], _ new: [Sentence], movedVariables: Set<String>) {
        self.old = old
        self.new = new
        self.movedVariables = movedVariables
        pairing = SentencePairing(old, new)
        merged = pairing.takeMerged(old, new)
        examples = ExampleChanges(old, new, pairing)
    }

    mutating func run() {
        for pair in pairing.edited { compare(old[pair.old], new[pair.new]) }
        for pair in merged {
            let sentences = (pair.old.map { old[$0] }, pair.new.map { new[$0] })
            compare(
                Sentence(joining: sentences.0), Sentence(joining: sentences.1), count: (pair.old.count, pair.new.count))
        }
        for index in pairing.removed where !old[index].isAnchor { remove(old[index]) }
        for index in pairing.added where !new[index].isAnchor { insert(new[index]) }
        compareExampleOrder()
        found += examples.found
        compareConditions()
        compareHeadings()
        compareOrder()
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
        let joined = merged.map { pair in
            let (one, other) = (
                Sentence(joining: pair.old.map { old[$0] }), Sentence(joining: pair.new.map { new[$0] })
            )
            let common = WordSimilarity.commonLength(one.words, other.words)
            return count(one, other, one.words.count + other.words.count - 2 * common)
        }
        let moved = pairing.moved(old, new).map { count(old[$0.old], new[$0.new], old[$0.old].words.count) }
        return edited + joined + moved + pairing.removed.map { count(old[$0], nil, old[$0].words.count) }
            + pairing.added.map { count(nil, new[$0], new[$0].words.count) }
    }

    // MARK: One sentence

    /// What words say can only raise the class that an edited sentence has anyway.
    private func heuristic(_ rule: ChangeRule, _ reason: String) -> Claim {
        Claim(rule, max(rule.changeClass, PromptRules.instructionChanged.changeClass), reason)
    }

    private mutating func compare(_ one: Sentence, _ other: Sentence, count: (old: Int, new: Int) = (1, 1)) {
        if isExplainedByVariables(one, other) { return }
        let before = found.count
        if one.isExample || other.isExample {
            let (was, now) = (Modality(one), Modality(other))
            // A prohibition counts wherever it stands.
            guard was.forbids, !now.forbids || now.forbidsLess(than: was) else {
                examples.edit(one, other)
                return
            }
        }
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
            add(Claim(PromptRules.instructionChanged, Self.rewording(one, other, count)), one, other)
        }
    }

    private static func rewording(_ one: Sentence, _ other: Sentence, _ count: (old: Int, new: Int)) -> String {
        if count.old > count.new { return "Several sentences became one." }
        if count.new > count.old { return "One sentence became several." }
        if LanguageMarks.isForeign(one) || LanguageMarks.isForeign(other) {
            return "The sentence was reworded; what words forbid or demand is known in English only."
        }
        return "The sentence was reworded."
    }

    private mutating func remove(_ sentence: Sentence) {
        let modality = Modality(sentence)
        if modality.forbids {
            add(heuristic(PromptRules.prohibitionRemoved, "A prohibition is gone."), sentence, nil)
        } else if sentence.isExample {
            examples.edit(sentence, nil)
        } else if modality.demands {
            add(heuristic(PromptRules.obligationRemoved, "A demand is gone."), sentence, nil)
        } else if !isOnlyVariables(sentence) {
            add(Claim(PromptRules.instructionRemoved, "A sentence is gone."), sentence, nil)
        }
    }

    private mutating func insert(_ sentence: Sentence) {
        let modality = Modality(sentence)
        if sentence.isExample {
            examples.edit(nil, sentence)
        } else if modality.forbids {
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
        let (before, after) = (one.tags, other.tags)
        let keys = Set(before.map(\.key)).symmetricDifference(after.map(\.key))
        return !keys.isEmpty && (before + after).allSatisfy { !keys.contains($0.key) || putsInMovedVariables($0) }
    }

    private func isOnlyVariables(_ sentence: Sentence) -> Bool {
        sentence.plainWords.isEmpty && !sentence.tags.isEmpty && sentence.tags.allSatisfy(putsInMovedVariables)
    }

    private func putsInMovedVariables(_ tag: PromptToken) -> Bool {
        !tag.variables.isEmpty && tag.variables.allSatisfy(movedVariables.contains)
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
            } else if one.isExample != other.isExample {
                add(
                    Modality(one).forbids && other.isExample
                        ? heuristic(PromptRules.prohibitionWeakened, "The prohibition is only part of an example now.")
                        : Claim(
                            PromptRules.exampleChanged,
                            other.isExample
                                ? "What was said to the model is part of an example now."
                                : "What was part of an example is said to the model now."), one, other)
            } else if one.conditions != other.conditions {
                // One condition for another may hold more often or less.
                var further = other.conditions
                for condition in one.conditions { further.firstIndex(of: condition).map { _ = further.remove(at: $0) } }
                let isNarrowed = further.count == other.conditions.count - one.conditions.count && !further.isEmpty
                let under = other.conditions.last.map { "under \($0)" } ?? "always"
                add(
                    Modality(one).forbids && isNarrowed
                        ? heuristic(
                            PromptRules.prohibitionWeakened, "The prohibition holds only \(under) now.")
                        : Claim(PromptRules.structureChanged, "The sentence is sent \(under) now."), one, other)
            }
        }
    }

    /// Equal sentences below another heading, one finding for those that moved alike. What stood below one that forbids
    /// is no longer forbidden.
    private mutating func compareHeadings() {
        let (before, after) = (pairing.outlines.old.contexts, pairing.outlines.new.contexts)
        let moves = Dictionary(grouping: pairing.movedBelowOther(old, new)) { [before[$0.old], after[$0.new]] }
        for pairs in moves.values.sorted(by: { $0[0].new < $1[0].new }) {
            let headings = (
                before[pairs[0].old].map { old[$0].asHeading }, after[pairs[0].new].map { new[$0].asHeading }
            )
            func name(_ heading: Sentence?) -> String { heading.map { "\"\($0.text)\"" } ?? "no heading" }
            let further = pairs.count > 1 ? ", and \(pairs.count - 1) more with it" : ""
            let step = "below \(name(headings.1)) instead of \(name(headings.0))\(further)."
            let forbade = headings.0.map { Modality($0).forbids } ?? false
            let forbids = headings.1.map { Modality($0).forbids } ?? false
            let claim =
                if forbade, !forbids {
                    heuristic(PromptRules.prohibitionRemoved, "What was forbidden stands \(step)")
                } else if forbids, !forbade {
                    heuristic(PromptRules.prohibitionAdded, "What was not forbidden stands \(step)")
                } else {
                    Claim(PromptRules.reordered, .material, "The sentence stands \(step)")
                }
            let (one, other) = (old[pairs[0].old], new[pairs[0].new])
            add(claim, one.content?().first ?? one, other.content?().first ?? other, action: .move)
        }
    }

    /// Answers that changed places are other examples, though every sentence is still there.
    private mutating func compareExampleOrder() {
        for pair in pairing.moved(old, new) where old[pair.old].isExample && old[pair.old].stands(like: new[pair.new]) {
            examples.edit(old[pair.old], new[pair.new])
        }
    }

    /// Equal sentences that are no longer in the same order.
    private mutating func compareOrder() {
        let elsewhere = Set(pairing.movedBelowOther(old, new).map(\.old))
        let moved = pairing.moved(old, new).filter { pair in
            old[pair.old].stands(like: new[pair.new]) && !old[pair.old].isExample && !elsewhere.contains(pair.old)
        }
        guard let pair = moved.min(by: { $0.old < $1.old }) else { return }
        add(
            Claim(PromptRules.reordered, "The same sentences come in another order."), old[pair.old], new[pair.new],
            action: .move)
    }

    /// A prompt that was written anew is one finding; what it no longer forbids or demands stays listed.
    mutating func summariseRewriting() {
        guard let first = old.first(where: { !$0.isAnchor }), let other = new.first(where: { !$0.isAnchor }) else {
            return
        }
        let plain = [
            PromptRules.instructionChanged.id, PromptRules.instructionAdded.id, PromptRules.instructionRemoved.id,
        ]
        found.removeAll { plain.contains($0.claim.rule.id) }
        add(Claim(PromptRules.rewritten, "Less than half of the words are the same."), first, other)
    }

    // MARK: AI disclosure

    /// Whether users are told that they deal with AI, as far as the prompt sees to it. It says more than that a demand
    /// came or went.
    ///
    /// `common` gives the sentences that both sides have; they are read only when the others leave a doubt.
    mutating func compareDisclosure(_ common: () -> [Sentence]) {
        let (before, after) = (old.filter(DisclosureLexicon.isDisclosure), new.filter(DisclosureLexicon.isDisclosure))
        let hides = new.first(where: DisclosureLexicon.isConcealment)
        let hid = old.first(where: DisclosureLexicon.isConcealment)
        guard before.isEmpty != after.isEmpty || hid == nil && hides != nil else { return }
        let staying = common()
        if staying.contains(where: DisclosureLexicon.isDisclosure), hides == nil { return }
        if let sentence = before.first, after.isEmpty {
            drop { $0.old?.isOf(sentence) == true }
            add(
                Claim(
                    ExperienceRules.aiDisclosureRemoved,
                    "The prompt no longer has users told that they deal with an AI system."), sentence, nil)
        } else if hid == nil, let hides {
            drop { $0.new?.isOf(hides) == true }
            add(
                Claim(
                    ExperienceRules.aiDisclosureRemoved,
                    "The prompt has users not told, or told the opposite of it, that they deal with an AI system."),
                nil,
                hides)
        }
        if let sentence = after.first, before.isEmpty {
            drop { $0.new?.isOf(sentence) == true }
            add(
                heuristic(
                    ExperienceRules.aiDisclosureAdded, "The prompt has users told that they deal with an AI system."),
                nil, sentence)
        }
    }

    /// What a more specific rule says; never something heavier.
    private mutating func drop(_ isSame: (Found) -> Bool) {
        found.removeAll { isSame($0) && $0.claim.changeClass < .critical }
    }

    private mutating func add(_ claim: Claim, _ one: Sentence?, _ other: Sentence?, action: Change.Action? = nil) {
        let what: Change.Action = one == nil ? .add : other == nil ? .remove : .change
        found.append(Found(claim: claim, action: action ?? what, old: one?.side, new: other?.side))
    }
}

extension Sentence {
    /// The expressions in the sentence.
    var tags: [PromptToken] { tokens.filter { $0.kind == .tag } }
}

extension ChangeSide {
    /// Whether this side quotes a sentence, where it stands.
    fileprivate func isOf(_ sentence: Sentence) -> Bool {
        guard case .span(let source, let range) = location,
            case .span(let other, let place) = sentence.location
        else {
            return false
        }
        return source === other && range == place
    }
}
