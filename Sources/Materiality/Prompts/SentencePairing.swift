/// Which sentence of the base became which sentence of the head.
struct SentencePairing {
    /// Sentences whose words are the same, by position on both sides.
    private(set) var equal: [(old: Int, new: Int)] = []
    /// Sentences that are alike enough to be one that was edited.
    private(set) var edited: [(old: Int, new: Int)] = []
    /// Sentences of which several became one, or the other way round, each with each.
    private var merged: [(old: Int, new: Int)] = []
    private(set) var removed: [Int] = []
    private(set) var added: [Int] = []

    /// From so many shared words on, two sentences are taken for one (the design's measure).
    static let threshold = 0.6
    /// With more unmatched sentences than this on both sides the rest is not paired: it is removed and added then, and
    /// words can only raise what that weighs.
    static let longestRest = 400
    /// Word comparisons for the whole prompt; when they are used up, the words in any order decide.
    static let budget = 40_000_000

    /// Below what each sentence of either side stands.
    let outlines: (old: PromptOutline, new: PromptOutline)

    init(_ old: [Sentence], _ new: [Sentence]) {
        outlines = (PromptOutline(old), PromptOutline(new))
        matchEqual(old, new)
        matchSimilar(old, new)
    }

    /// Equal sentences that are in another message, under another condition, or not where their neighbours are: all but
    /// the longest run of pairs in the order of both sides. Anchors never move.
    func moved(_ old: [Sentence], _ new: [Sentence]) -> [(old: Int, new: Int)] {
        let (oldRanks, newRanks) = (Self.anchorRanks(old), Self.anchorRanks(new))
        var staying: [(old: Int, new: Int)] = []
        var elsewhere: [(old: Int, new: Int)] = []
        for pair in equal where !old[pair.old].isAnchor {
            let isInPlace = old[pair.old].stands(like: new[pair.new]) && oldRanks[pair.old] == newRanks[pair.new]
            if isInPlace { staying.append(pair) } else { elsewhere.append(pair) }
        }
        let kept = Set(IncreasingRun.longest(staying, by: \.new).map(\.old))
        return elsewhere + staying.filter { !kept.contains($0.old) }
    }

    /// How many anchors stand before each sentence.
    private static func anchorRanks(_ sentences: [Sentence]) -> [Int] {
        var rank = 0
        return sentences.map { sentence in
            if sentence.isAnchor { rank += 1 }
            return rank
        }
    }

    /// Sentences that became one, or one that became two: an unmatched sentence whose words stand in a row in the other
    /// side's sentence, next to what that sentence was paired with. Each pair of lists is compared as one sentence.
    mutating func takeMerged(_ old: [Sentence], _ new: [Sentence]) -> [(old: [Int], new: [Int])] {
        var merged: [(old: [Int], new: [Int])] = []
        defer { self.merged = merged.flatMap { pair in pair.old.flatMap { one in pair.new.map { (one, $0) } } } }
        edited.removeAll { pair in
            let (one, other) = (old[pair.old], new[pair.new])
            let joined = removed.filter { abs($0 - pair.old) <= 2 && other.contains(old[$0].words, beyond: one.words) }
            let split = added.filter { abs($0 - pair.new) <= 2 && one.contains(new[$0].words, beyond: other.words) }
            guard joined.isEmpty != split.isEmpty else { return false }
            merged.append((([pair.old] + joined).sorted(), ([pair.new] + split).sorted()))
            removed.removeAll(where: joined.contains)
            added.removeAll(where: split.contains)
            return true
        }
        return merged
    }

    /// Equal words first in the same message, under the same conditions and below the same heading, then anywhere.
    private mutating func matchEqual(_ old: [Sentence], _ new: [Sentence]) {
        var freeOld = Array(old.indices)
        var freeNew = Array(new.indices)
        func match(_ key: (Sentence, Sentence?) -> [String]) {
            func heading(_ context: Int?, _ sentences: [Sentence]) -> Sentence? { context.map { sentences[$0] } }
            var waiting: [[String]: [Int]] = [:]
            for index in freeNew.reversed() {
                waiting[key(new[index], heading(outlines.new.contexts[index], new)), default: []].append(index)
            }
            var restOld: [Int] = []
            var taken: Set<Int> = []
            for index in freeOld {
                let heading = heading(outlines.old.contexts[index], old)
                if let other = waiting[key(old[index], heading)]?.popLast() {
                    equal.append((index, other))
                    taken.insert(other)
                } else {
                    restOld.append(index)
                }
            }
            freeOld = restOld
            freeNew.removeAll(where: taken.contains)
        }
        func place(_ sentence: Sentence) -> [String] {
            [sentence.role, sentence.isExample ? "example" : ""] + sentence.conditions + ["\u{0}"] + sentence.words
        }
        match { place($0) + ["\u{0}"] + ($1?.words ?? []) }
        match { sentence, _ in place(sentence) }
        match { sentence, _ in sentence.words }
        equal.sort { $0.old < $1.old }
        removed = freeOld
        added = freeNew
    }

    /// Equal sentences, and passages, that stand below another heading or lead-in, where both sides have both. One that
    /// only one side has is a finding itself.
    func movedBelowOther(_ old: [Sentence], _ new: [Sentence]) -> [(old: Int, new: Int)] {
        let successors = Dictionary((equal + edited + merged).map { ($0.old, $0.new) }) { first, _ in first }
        let known = Set(successors.values)
        return equal.filter { pair in
            guard old[pair.old].stands(like: new[pair.new]), !old[pair.old].isExample else { return false }
            let (before, after) = (outlines.old.contexts[pair.old], outlines.new.contexts[pair.new])
            if let after, !known.contains(after) { return false }
            guard let before else { return after != nil }
            return successors[before].map { $0 != after } ?? false
        }
    }

    /// The most alike first; of equally alike pairs the nearest.
    private mutating func matchSimilar(_ old: [Sentence], _ new: [Sentence]) {
        guard removed.count * added.count <= Self.longestRest * Self.longestRest else { return }
        var budget = Self.budget
        var numbers = WordNumbers()
        let oldWords = removed.map { numbers.of(old[$0].words) }
        let newWords = added.map { numbers.of(new[$0].words) }
        let oldSorted = oldWords.map { $0.sorted() }
        let newSorted = newWords.map { $0.sorted() }
        var candidates: [(similarity: Double, old: Int, new: Int)] = []
        for one in removed.indices {
            for other in added.indices {
                let (shorter, longer) = (
                    min(oldWords[one].count, newWords[other].count), max(oldWords[one].count, newWords[other].count)
                )
                guard 2 * Double(shorter) >= Self.threshold * Double(shorter + longer) else { continue }
                let bound = WordSimilarity.bound(sorted: oldSorted[one], newSorted[other])
                guard bound >= Self.threshold else { continue }
                budget -= shorter * (1 + longer / 64)
                let similarity = budget > 0 ? WordSimilarity.of(numbers: oldWords[one], newWords[other]) : bound
                if similarity >= Self.threshold { candidates.append((similarity, removed[one], added[other])) }
            }
        }
        candidates.sort { left, right in
            left.similarity != right.similarity
                ? left.similarity > right.similarity : abs(left.old - left.new) < abs(right.old - right.new)
        }
        var takenOld: Set<Int> = []
        var takenNew: Set<Int> = []
        for candidate in candidates where !takenOld.contains(candidate.old) && !takenNew.contains(candidate.new) {
            edited.append((candidate.old, candidate.new))
            takenOld.insert(candidate.old)
            takenNew.insert(candidate.new)
        }
        edited.sort { $0.new < $1.new }
        removed.removeAll(where: takenOld.contains)
        added.removeAll(where: takenNew.contains)
    }
}

extension Sentence {
    /// In the same message, under the same conditions, and both an example or neither.
    func stands(like other: Sentence) -> Bool {
        role == other.role && conditions == other.conditions && isExample == other.isExample
    }

    /// Whether all of `part` stands in a row among the words that are not those of `rest`. At least two words: a single
    /// one is found in many sentences.
    fileprivate func contains(_ part: [String], beyond rest: [String]) -> Bool {
        let words = self.words
        guard part.count >= 2, words.count >= part.count + min(rest.count, 2), words.count <= 400 else { return false }
        guard (0...words.count - part.count).contains(where: { words[$0..<$0 + part.count].elementsEqual(part) }) else {
            return false
        }
        return WordSimilarity.commonLength(rest, words) + part.count <= words.count
    }

    /// Several sentences as one.
    init(joining sentences: [Sentence]) {
        let first = sentences.first
        self.init(
            tokens: sentences.flatMap(\.tokens), role: first?.role ?? "", conditions: first?.conditions ?? [],
            example: first?.example)
    }
}
