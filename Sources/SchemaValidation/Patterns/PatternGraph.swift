/// A pattern as a nondeterministic automaton: what an automaton without memory can do of ECMA-262.
struct PatternGraph {
    /// Bounds the copies that counted repetitions make.
    private static let maximumStates = 4_000

    enum State {
        /// Consumes a character that passes a test of the alphabet.
        case test(Int, next: Int)
        case split(Int, Int)
        case lineStart(next: Int)
        case lineEnd(next: Int)
        case accept
    }

    /// Why there is none: a part that needs memory of the text, or too many states.
    private struct Unsuitable: Error {}

    private(set) var states: [State] = [.accept]
    private(set) var tests: [PatternAlphabet.Test] = []
    private(set) var start = 0
    private var characters: [UInt32: Int] = [:]

    /// - Parameter sets: those that the tree names by number.
    init?(_ tree: PatternNode, sets: [CharacterSet]) {
        tests = sets.map { .set($0) }
        guard tests.count <= PatternAlphabet.maximumTests else { return nil }
        do {
            start = try add(tree, before: 0)
        } catch {
            return nil
        }
    }

    /// Adds what matches a node and goes on at a state; gives the state to enter by.
    private mutating func add(_ node: PatternNode, before next: Int) throws(Unsuitable) -> Int {
        switch node {
        case .empty: return next
        case .character(let value): return try place(.test(try test(for: value), next: next))
        case .set(let number): return try place(.test(number, next: next))
        case .sequence(let parts):
            var entry = next
            for part in parts.reversed() { entry = try add(part, before: entry) }
            return entry
        case .alternatives(let list):
            var entry: Int?
            for alternative in list.reversed() {
                let own = try add(alternative, before: next)
                entry = if let other = entry { try place(.split(own, other)) } else { own }
            }
            return entry ?? next
        case .group(_, let inner): return try add(inner, before: next)
        case .lineStart: return try place(.lineStart(next: next))
        case .lineEnd: return try place(.lineEnd(next: next))
        case .repetition(let inner, let minimum, let maximum, _, _):
            return try repetition(of: inner, minimum: minimum, maximum: maximum, before: next)
        case .backreference, .wordBoundary, .look: throw Unsuitable()
        }
    }

    /// Whether a repetition is greedy, or repeats for nothing, changes which match is found but not whether there is one.
    private mutating func repetition(
        of inner: PatternNode, minimum: Int, maximum: Int?, before next: Int
    ) throws(Unsuitable) -> Int {
        guard max(minimum, maximum ?? 0) <= Self.maximumStates else { throw Unsuitable() }
        var entry = next
        if let maximum {
            // (x(x(x)?)?)? rather than x?x?x?, which would have many ways to match the same.
            for _ in minimum..<maximum { entry = try place(.split(try add(inner, before: entry), next)) }
        } else {
            let loop = try place(.accept)
            states[loop] = .split(try add(inner, before: loop), next)
            entry = loop
        }
        for _ in 0..<minimum { entry = try add(inner, before: entry) }
        return entry
    }

    private mutating func test(for character: UInt32) throws(Unsuitable) -> Int {
        if let known = characters[character] { return known }
        guard tests.count < PatternAlphabet.maximumTests else { throw Unsuitable() }
        tests.append(.character(character))
        characters[character] = tests.count - 1
        return tests.count - 1
    }

    private mutating func place(_ state: State) throws(Unsuitable) -> Int {
        guard states.count < Self.maximumStates else { throw Unsuitable() }
        states.append(state)
        return states.count - 1
    }
}
