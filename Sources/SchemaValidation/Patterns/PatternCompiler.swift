/// Turns the tree of a pattern into steps.
struct PatternCompiler {
    /// Bounds the memory of one pattern; nested counted repetitions do not multiply it, see `repetition`.
    private static let maximumSteps = 50_000

    private let groupNames: [String: Int]
    private let keepsGroups: Bool
    private var steps: [PatternStep] = []
    private let sets: [CharacterSet]
    /// Registers 2n and 2n + 1 are the start and end of group n.
    private var registerCount: Int

    /// - Parameter parser: has read the tree that will be compiled.
    init(_ parser: PatternParser) {
        groupNames = parser.groupNames
        sets = parser.sets
        // Captures are kept only for patterns that refer back to them.
        keepsGroups = parser.hasBackreferences
        registerCount = keepsGroups ? 2 * parser.groupCount + 2 : 0
    }

    mutating func compile(_ tree: PatternNode) throws(PatternError) -> PatternProgram {
        try add(tree, backward: false)
        steps.append(.accept)
        let (prefix, isPrefixOnly) = Self.prefix(of: tree)
        return PatternProgram(
            steps: steps, sets: sets, registerCount: registerCount, isAnchored: Self.isAnchored(tree), prefix: prefix,
            isPrefixOnly: isPrefixOnly)
    }

    /// The literal characters behind a leading `^`, and whether nothing follows them.
    private static func prefix(of tree: PatternNode) -> (bytes: [UInt8], isAll: Bool) {
        guard case .sequence(let parts) = tree, case .lineStart? = parts.first else { return ([], false) }
        var text = ""
        for part in parts.dropFirst() {
            guard case .character(let value) = part, let scalar = Unicode.Scalar(value) else {
                return (Array(text.utf8), false)
            }
            text.unicodeScalars.append(scalar)
        }
        return (Array(text.utf8), true)
    }

    private static func isAnchored(_ node: PatternNode) -> Bool {
        switch node {
        case .lineStart: true
        case .sequence(let parts): parts.first.map(isAnchored) ?? false
        case .group(_, let inner): isAnchored(inner)
        case .alternatives(let list): list.allSatisfy(isAnchored)
        default: false
        }
    }

    private mutating func add(_ node: PatternNode, backward: Bool) throws(PatternError) {
        guard steps.count < Self.maximumSteps else { throw PatternError("is too large") }
        switch node {
        case .empty: break
        case .character(let value): steps.append(.character(value, backward: backward))
        case .set(let set): steps.append(.set(set, backward: backward))
        case .sequence(let parts):
            for part in backward ? parts.reversed() : parts { try add(part, backward: backward) }
        case .alternatives(let list): try alternatives(list, backward: backward)
        case .group(_, let inner) where !keepsGroups: try add(inner, backward: backward)
        case .group(let number, let inner):
            steps.append(.save(2 * number + (backward ? 1 : 0)))
            try add(inner, backward: backward)
            steps.append(.save(2 * number + (backward ? 0 : 1)))
        case .backreference(.number(let number)): steps.append(.backreference(group: number, backward: backward))
        case .backreference(.name(let name)):
            steps.append(.backreference(group: groupNames[name] ?? 0, backward: backward))
        case .lineStart: steps.append(.lineStart)
        case .lineEnd: steps.append(.lineEnd)
        case .wordBoundary(let isNegated): steps.append(.wordBoundary(isNegated: isNegated))
        case .look(let inner, let isBehind, let isNegated):
            let look = placeholder()
            try add(inner, backward: isBehind)
            steps.append(.accept)
            steps[look] = .look(isNegated: isNegated, next: steps.count)
        case .repetition(let inner, let minimum, let maximum, let isGreedy, let groups):
            let body = Body(node: inner, groups: groups, isGreedy: isGreedy, backward: backward)
            try repetition(body, minimum: minimum, maximum: maximum)
        }
    }

    private mutating func placeholder() -> Int {
        steps.append(.accept)
        return steps.count - 1
    }

    private mutating func newRegister() -> Int {
        registerCount += 1
        return registerCount - 1
    }

    private mutating func alternatives(_ list: [PatternNode], backward: Bool) throws(PatternError) {
        var exits: [Int] = []
        for (number, alternative) in list.enumerated() {
            guard number < list.count - 1 else {
                try add(alternative, backward: backward)
                break
            }
            let split = placeholder()
            try add(alternative, backward: backward)
            exits.append(placeholder())
            steps[split] = .split(split + 1, otherwise: steps.count)
        }
        for exit in exits { steps[exit] = .jump(steps.count) }
    }

    // MARK: Repetitions

    private struct Body {
        let node: PatternNode
        let groups: Range<Int>
        let isGreedy: Bool
        let backward: Bool
    }

    private mutating func repetition(_ body: Body, minimum: Int, maximum: Int?) throws(PatternError) {
        if maximum == 0 { return }
        if minimum == 0, maximum == 1 { return try optional(body) }
        if minimum == 0, maximum == nil { return try star(body) }
        if minimum == 1, maximum == nil {
            try once(body)
            return try star(body)
        }
        try counted(body, minimum: minimum, maximum: maximum)
    }

    private mutating func once(_ body: Body) throws(PatternError) {
        if keepsGroups, !body.groups.isEmpty {
            steps.append(.forget(2 * body.groups.lowerBound..<2 * body.groups.upperBound))
        }
        try add(body.node, backward: body.backward)
    }

    /// Once more, but not for nothing: an iteration that consumes nothing would repeat for ever.
    private mutating func progressing(_ body: Body) throws(PatternError) {
        let canBeEmpty = Self.canBeEmpty(body.node)
        let start = canBeEmpty ? newRegister() : 0
        if canBeEmpty { steps.append(.save(start)) }
        try once(body)
        if canBeEmpty { steps.append(.requireProgress(start)) }
    }

    private mutating func optional(_ body: Body) throws(PatternError) {
        let split = placeholder()
        try progressing(body)
        setSplit(split, into: split + 1, past: steps.count, isGreedy: body.isGreedy)
    }

    private mutating func star(_ body: Body) throws(PatternError) {
        let split = placeholder()
        try progressing(body)
        steps.append(.jump(split))
        setSplit(split, into: split + 1, past: steps.count, isGreedy: body.isGreedy)
    }

    private mutating func setSplit(_ split: Int, into: Int, past: Int, isGreedy: Bool) {
        steps[split] = isGreedy ? .split(into, otherwise: past) : .split(past, otherwise: into)
    }

    /// `{minimum,maximum}` with a counter, so that `(x{1,500}){1,500}` stays small.
    private mutating func counted(_ body: Body, minimum: Int, maximum: Int?) throws(PatternError) {
        let counter = newRegister()
        steps.append(.startCount(counter))
        if minimum > 0 {
            let enough = placeholder()
            try once(body)
            steps.append(.count(counter))
            steps.append(.jump(enough))
            steps[enough] = .branch(counter, atLeast: minimum, enough: steps.count)
        }
        guard let maximum else { return try star(body) }
        guard maximum > minimum else { return }
        let full = placeholder()
        let split = placeholder()
        try progressing(body)
        steps.append(.count(counter))
        steps.append(.jump(full))
        steps[full] = .branch(counter, atLeast: maximum, enough: steps.count)
        setSplit(split, into: split + 1, past: steps.count, isGreedy: body.isGreedy)
    }

    private static func canBeEmpty(_ node: PatternNode) -> Bool {
        switch node {
        case .character, .set: false
        case .sequence(let parts): parts.allSatisfy(canBeEmpty)
        case .alternatives(let list): list.contains(where: canBeEmpty)
        case .group(_, let inner): canBeEmpty(inner)
        case .repetition(let inner, let minimum, _, _, _): minimum == 0 || canBeEmpty(inner)
        default: true
        }
    }
}
