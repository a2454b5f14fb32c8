import ComponentFormats
import PlanModel
import SourceText

/// Compares two prompts, from what certainly means the same to what only words can tell: rendered text, white space,
/// Unicode form, case and punctuation, variables and messages, sentences. The first that explains all ends it.
struct PromptComparison {
    let old: EffectivePrompt
    let new: EffectivePrompt
    let subject: Subject
    let path: String
    /// Variables for which the head gives a default.
    let defaults: Set<String>
    let format: FormatIdentity?
    private(set) var changes: [Change] = []
    private(set) var countedSentences: [PromptChangeCount.Counted] = []
    /// False for prompts that are too long to be compared word by word.
    private(set) var isCounted = true

    init(
        _ old: EffectivePrompt, _ new: EffectivePrompt, _ subject: Subject, path: String,
        defaults: Set<String>, format: FormatIdentity?
    ) {
        self.old = old
        self.new = new
        self.subject = subject
        self.path = path
        self.defaults = defaults
        self.format = format
    }

    /// True when the model gets the same text, byte by byte.
    var isEqual: Bool { old.rendered == new.rendered }

    mutating func run() {
        // What differs in hidden characters alone has a rule of its own, which looks at whole files.
        guard !isEqual, old.visible != new.visible else { return }
        let passages = PromptPassages(old, new)
        let (before, after) = (passages.old, passages.new)
        let isDividedAlike =
            before.map(\.words) == after.map(\.words) && before.map(\.role) == after.map(\.role)
            && before.map(\.conditions) == after.map(\.conditions) && tags(old) == tags(new)
            && before.map(\.isExample) == after.map(\.isExample)
        if isDividedAlike, let claim = sameWords() {
            let place = FirstDifferingPiece(old, new)
            add(claim, place.old, place.new)
            return
        }
        compareRoles()
        compareVariables()
        guard passages.differingBytes <= LongPromptComparison.longestExact else {
            isCounted = false
            for found in LongPromptComparison.found(old, new, passages) {
                add(found.claim, found.old, found.new, action: found.action)
            }
            return
        }
        var sentences = SentenceComparison(before, after, movedVariables: movedVariables)
        sentences.run()
        countedSentences = sentences.counted
        sentences.compareDisclosure { passages.commonSentences }
        if isRewritten(passages) { sentences.summariseRewriting() }
        for found in sentences.found { add(found.claim, found.old, found.new, action: found.action) }
        if changes.isEmpty {
            let place = FirstDifferingPiece(old, new)
            add(
                Claim(PromptRules.structureChanged, "The conditions or loops of the template are others."), place.old,
                place.new)
        }
    }

    /// Below so much likeness of all words, reworded sentences are not listed one by one.
    private static let rewrittenBelow = 0.5

    /// Passages that both sides have are common words already; mostly they are enough.
    private func isRewritten(_ passages: PromptPassages) -> Bool {
        if 10 * passages.commonBytes >= 3 * passages.totalBytes { return false }
        let (before, after) = (SentenceSplitter.sentences(of: old), SentenceSplitter.sentences(of: new))
        return !before.isEmpty && !after.isEmpty
            && WordSimilarity.of(before.flatMap(\.words), after.flatMap(\.words)) < Self.rewrittenBelow
    }

    // MARK: Same words

    /// What differs when words, messages and conditions are the same.
    private func sameWords() -> Claim? {
        let (before, after) = (chunks(old), chunks(new))
        if before.count == after.count, zip(before, after).allSatisfy({ $0.utf8.elementsEqual($1.utf8) }) {
            return Claim(PromptRules.whitespaceOnly, "Only white space differs.")
        }
        if before == after {
            return Claim(PromptRules.formatOnly, "Only the Unicode form of some letters differs.")
        }
        return Claim(PromptRules.formatOnly, "The words are the same; case or punctuation differs.")
    }

    private func tags(_ prompt: EffectivePrompt) -> [EffectivePrompt.Rendered] {
        prompt.rendered.filter { if case .tag = $0 { true } else { false } }
    }

    /// Text between white space, hidden characters left out; tags stay whole.
    private func chunks(_ prompt: EffectivePrompt) -> [String] {
        var chunks: [String] = []
        var isOpen = false
        for piece in prompt.pieces {
            guard case .text = piece.kind else {
                chunks.append(piece.content)
                isOpen = false
                continue
            }
            let text = piece.content.withoutHiddenCharacters
            for (index, part) in text.split(whereSeparator: \.isWhitespace).enumerated() {
                let joins = index == 0 && isOpen && text.first?.isWhitespace == false
                if joins, let last = chunks.popLast() {
                    chunks.append(last + part)
                } else {
                    chunks.append(String(part))
                }
            }
            isOpen = text.last?.isWhitespace == false
        }
        return chunks
    }

    // MARK: Messages and variables

    private mutating func compareRoles() {
        let (before, after) = (old.roles, new.roles)
        var rest = after
        var removed: [EffectivePrompt.Piece] = []
        for piece in before {
            if let index = rest.firstIndex(where: { $0.role == piece.role }) {
                rest.remove(at: index)
            } else {
                removed.append(piece)
            }
        }
        for piece in removed {
            add(
                Claim(PromptRules.roleRemoved, "The \(piece.role) message is no longer sent."), side(piece), nil,
                action: .remove)
        }
        for piece in rest {
            add(
                Claim(PromptRules.roleAdded, "A further \(piece.role) message is sent."), nil, side(piece), action: .add
            )
        }
        if removed.isEmpty, rest.isEmpty, before.map(\.role) != after.map(\.role),
            let pair = zip(before, after).first(where: { $0.role != $1.role })
        {
            add(
                Claim(PromptRules.roleReordered, "The messages come in another order."), side(pair.0), side(pair.1),
                action: .move)
        }
    }

    private mutating func compareVariables() {
        let before = Dictionary(uniqueKeysWithValues: old.variables.map { ($0.name, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.variables.map { ($0.name, $0) })
        for variable in old.variables where after[variable.name] == nil {
            add(
                Claim(PromptRules.variableRemoved, "The value \(variable.name) is no longer put into the prompt."),
                side(variable.first, variable.name), nil, action: .remove)
        }
        for variable in new.variables {
            guard let previous = before[variable.name] else {
                addVariable(variable.name, variable.first)
                continue
            }
            if variable.roles.contains("system"), !previous.roles.contains("system") {
                add(
                    Claim(
                        PromptRules.variableEscalated,
                        "The value \(variable.name) stands in the system message now, where the model obeys it."),
                    side(previous.first, variable.name), side(variable.first, variable.name), action: .move)
            }
        }
    }

    private mutating func addVariable(_ name: String, _ piece: EffectivePrompt.Piece) {
        let hasDefault = defaults.contains(name)
        add(
            hasDefault
                ? Claim(
                    PromptRules.variableAdded, .minor, "The value \(name), which has a default, is put into the prompt."
                )
                : Claim(PromptRules.variableAdded, "The value \(name) is put into the prompt."),
            nil, side(piece, name), action: .add)
    }

    /// Variables that only one side has: sentences that differ in nothing else are explained by them.
    private var movedVariables: Set<String> {
        Set(old.variables.map(\.name)).symmetricDifference(new.variables.map(\.name))
    }

    private func side(_ piece: EffectivePrompt.Piece, _ value: String? = nil) -> ChangeSide {
        ChangeSide(value ?? piece.content, at: piece.location)
    }

    private mutating func add(
        _ claim: Claim, _ old: ChangeSide?, _ new: ChangeSide?, action: Change.Action = .change
    ) {
        changes.append(
            Change(
                claim, subject, field: nil, path: new?.location.path ?? old?.location.path ?? path, action: action,
                old: old, new: new, format: format))
    }
}
