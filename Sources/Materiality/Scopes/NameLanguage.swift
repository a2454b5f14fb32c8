/// A set of names, such as all that a pattern fits, as a finite automaton: both questions that are asked of it, whether
/// a name is in it and whether it is part of another one, take bounded time for any pattern.
struct NameLanguage {
    private struct State {
        var moves: [(symbols: SymbolSet, target: Int)] = []
        /// States that are reached without a character.
        var jumps: [Int] = []
    }

    private static let mostStates = 1_000
    /// States that a comparison looks at before it gives up: about a tenth of a second.
    private static let mostSteps = 1_000_000
    /// Longest name that is looked at, in bytes.
    private static let longestName = 300

    private var states: [State] = []
    private let start: Int
    private let end: Int

    /// Every name that one of the expressions fits; nil when that takes too many states.
    init?(_ expressions: [RegularExpression]) {
        var builder = Builder()
        let start = builder.add()
        let end = builder.add()
        for expression in expressions { builder.build(expression, from: start, to: end) }
        guard !builder.isFull else { return nil }
        states = builder.states
        self.start = start
        self.end = end
    }

    private struct Builder {
        private(set) var states: [State] = []

        var isFull: Bool { states.count > NameLanguage.mostStates }

        mutating func add() -> Int {
            states.append(State())
            return states.count - 1
        }

        mutating func build(_ expression: RegularExpression, from start: Int, to end: Int) {
            guard !isFull else { return }
            switch expression {
            case .empty:
                states[start].jumps.append(end)
            case .symbols(let symbols):
                states[start].moves.append((symbols, end))
            case .sequence(let parts):
                var current = start
                for part in parts {
                    let next = add()
                    build(part, from: current, to: next)
                    current = next
                }
                states[current].jumps.append(end)
            case .choice(let choices):
                for choice in choices { build(choice, from: start, to: end) }
            case .repeated(let inner, let least, let most):
                repeated(inner, least, most, from: start, to: end)
            }
        }

        private mutating func repeated(
            _ inner: RegularExpression, _ least: Int, _ most: Int?, from start: Int, to end: Int
        ) {
            var current = start
            for _ in 0..<least {
                let next = add()
                build(inner, from: current, to: next)
                current = next
            }
            guard let most else {
                let loop = add()
                states[current].jumps.append(loop)
                let back = add()
                build(inner, from: loop, to: back)
                states[back].jumps.append(loop)
                states[loop].jumps.append(end)
                return
            }
            states[current].jumps.append(end)
            for _ in least..<max(least, most) {
                let next = add()
                build(inner, from: current, to: next)
                states[next].jumps.append(end)
                current = next
            }
        }
    }

    // MARK: Questions

    /// Nil for what is too long to be a name.
    func contains(_ name: String) -> Bool? {
        guard name.utf8.count <= Self.longestName else { return nil }
        var current = closure([start])
        for scalar in name.unicodeScalars {
            current = step(current, SymbolSet.symbol(of: scalar))
            if current.isEmpty { return false }
        }
        return current.contains(end)
    }

    /// Whether every name of this one is also in the other; nil when it would take too long to tell.
    func isPart(of other: NameLanguage) -> Bool? {
        struct Pair: Hashable {
            let own: Set<Int>
            let other: Set<Int>
        }
        let symbols = Self.representatives(states.flatMap { $0.moves.map(\.symbols) } + other.moveSets)
        let first = Pair(own: closure([start]), other: other.closure([other.start]))
        var seen: Set<Pair> = [first]
        var rest = [first]
        var steps = 0
        while let pair = rest.popLast() {
            if pair.own.contains(end), !pair.other.contains(other.end) { return false }
            for symbol in symbols {
                let own = step(pair.own, symbol)
                guard !own.isEmpty else { continue }
                let next = Pair(own: own, other: other.step(pair.other, symbol))
                steps += pair.own.count + pair.other.count
                guard steps <= Self.mostSteps else { return nil }
                if seen.insert(next).inserted { rest.append(next) }
            }
        }
        return true
    }

    private var moveSets: [SymbolSet] { states.flatMap { $0.moves.map(\.symbols) } }

    /// One symbol of each kind that the sets tell apart.
    private static func representatives(_ sets: [SymbolSet]) -> [Int] {
        let distinct = Array(Set(sets))
        var seen: Set<[Bool]> = []
        return (0..<SymbolSet.symbolCount).filter { symbol in
            seen.insert(distinct.map { $0.contains(symbol) }).inserted
        }
    }

    private func step(_ current: Set<Int>, _ symbol: Int) -> Set<Int> {
        var reached: Set<Int> = []
        for state in current {
            for move in states[state].moves where move.symbols.contains(symbol) { reached.insert(move.target) }
        }
        return closure(reached)
    }

    private func closure(_ reached: Set<Int>) -> Set<Int> {
        var all = reached
        var rest = Array(reached)
        while let state = rest.popLast() {
            for target in states[state].jumps where all.insert(target).inserted { rest.append(target) }
        }
        return all
    }
}
