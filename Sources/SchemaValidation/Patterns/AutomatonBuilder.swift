/// Makes a deterministic automaton from a graph: its states are the sets of the graph's states that can be reached
/// together (Rabin and Scott's subset construction). It searches, so every state can also start the pattern anew.
struct AutomatonBuilder {
    /// Cells of a table, two bytes each; patterns that need more are left to backtracking.
    private static let maximumCells = 1 << 14
    /// Visits of the graph's states: bounds the time that a pattern with many states takes, to a few milliseconds.
    private static let maximumVisits = 100_000
    private static let dead: UInt16 = 0
    private static let found: UInt16 = 1

    private let graph: PatternGraph
    private let classes: [UInt64]
    private var start: UInt16 = 0
    /// The next state for each state and class, state by state.
    private var next: [UInt16] = []
    /// For each state whether the pattern matches when the text ends there.
    private var acceptsAtEnd: [Bool] = []

    /// The graph's states, all of them tests, that the states stand for, one state's after another's.
    private var members: [Int] = []
    /// Where each state's members end.
    private var memberEnds: [Int] = []
    /// Finds states by their members: open addressing, the state's number or 0 for a free place.
    private var places = [UInt16](repeating: 0, count: 64)

    // Used again and again: building allocates little.
    private var open: [Int] = []
    private var lineEnds: [Int] = []
    private var tests: [Int] = []
    /// For each of the graph's states the last walk that came by.
    private var visited: [Int]
    private var walk = 0
    private var visits = 0

    init(_ graph: PatternGraph, classes: [UInt64]) {
        self.graph = graph
        self.classes = classes
        visited = [Int](repeating: 0, count: graph.states.count)
    }

    /// Nil when the table would be too large, or take too long to make.
    mutating func build() -> AutomatonTable? { findStates() ? table() : nil }

    private func table() -> AutomatonTable {
        let width = classes.count + 1
        var cells: [UInt16] = []
        cells.reserveCapacity(acceptsAtEnd.count * width)
        for (state, accepts) in acceptsAtEnd.enumerated() {
            for column in classes.indices { cells.append(next[state * classes.count + column] * UInt16(width)) }
            cells.append(accepts ? 1 : 0)
        }
        return AutomatonTable(cells: cells, start: Int(start) * width)
    }

    private mutating func findStates() -> Bool {
        for state in [Self.dead, Self.found] {
            memberEnds.append(0)
            acceptsAtEnd.append(state == Self.found)
            for _ in classes { next.append(state) }
        }
        open.append(graph.start)
        start = state(isLineStart: true)
        var current = 2
        while current < memberEnds.count {
            let cells = memberEnds.count * (classes.count + 1)
            guard cells <= Self.maximumCells, visits <= Self.maximumVisits else { return false }
            let range = memberEnds[current - 1]..<memberEnds[current]
            for signature in classes {
                open.append(graph.start)
                for place in range {
                    guard case .test(let number, let next) = graph.states[members[place]] else { continue }
                    if signature & 1 << UInt64(number) != 0 { open.append(next) }
                }
                next.append(state(isLineStart: false))
            }
            current += 1
        }
        return true
    }

    /// The state for what can be reached from the graph's states in `open` without consuming anything.
    private mutating func state(isLineStart: Bool) -> UInt16 {
        tests.removeAll(keepingCapacity: true)
        lineEnds.removeAll(keepingCapacity: true)
        if reachesAccept(isLineStart: isLineStart, isLineEnd: false) { return Self.found }
        // Now as if the text ended here; what could still be consumed then is of no interest.
        let count = tests.count
        swap(&open, &lineEnds)
        let accepts = !open.isEmpty && reachesAccept(isLineStart: isLineStart, isLineEnd: true)
        tests.removeSubrange(count...)
        if tests.isEmpty, !accepts { return Self.dead }
        if tests.count > 1 { tests.sort() }
        return number(accepts: accepts)
    }

    /// Visits what can be reached from `open`, empties it, and collects tests and, before the end, ends of line.
    private mutating func reachesAccept(isLineStart: Bool, isLineEnd: Bool) -> Bool {
        walk += 1
        while let number = open.popLast() {
            guard visited[number] != walk else { continue }
            visited[number] = walk
            visits += 1
            switch graph.states[number] {
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .lineStart(let next):
                if isLineStart { open.append(next) }
            case .lineEnd(let next):
                if isLineEnd { open.append(next) } else { lineEnds.append(next) }
            case .test: tests.append(number)
            case .accept:
                open.removeAll(keepingCapacity: true)
                return true
            }
        }
        return false
    }

    /// The state whose members are in `tests`; a new one when there is none.
    private mutating func number(accepts: Bool) -> UInt16 {
        var place = hash(tests[...], accepts: accepts) & (places.count - 1)
        while places[place] != 0 {
            let known = Int(places[place])
            if acceptsAtEnd[known] == accepts, members[memberEnds[known - 1]..<memberEnds[known]] == tests[...] {
                return places[place]
            }
            place = (place + 1) & (places.count - 1)
        }
        let number = UInt16(memberEnds.count)
        places[place] = number
        members += tests
        memberEnds.append(members.count)
        acceptsAtEnd.append(accepts)
        if memberEnds.count * 2 > places.count { growPlaces() }
        return number
    }

    private mutating func growPlaces() {
        places = [UInt16](repeating: 0, count: places.count * 2)
        for number in 2..<memberEnds.count {
            let own = members[memberEnds[number - 1]..<memberEnds[number]]
            var place = hash(own, accepts: acceptsAtEnd[number]) & (places.count - 1)
            while places[place] != 0 { place = (place + 1) & (places.count - 1) }
            places[place] = UInt16(number)
        }
    }

    private func hash(_ members: ArraySlice<Int>, accepts: Bool) -> Int {
        var hash: UInt64 = accepts ? 1 : 2
        for member in members { hash = (hash ^ UInt64(member)) &* 0x9E37_79B9_7F4A_7C15 }
        return Int(hash >> 33)
    }
}

/// A deterministic automaton: a row for each state, with the first cell of the next state's row for each class, and
/// behind them 1 when the pattern matches if the text ends in that state. The first row is of a state that cannot lead
/// to a match, the second of the one in which it is found.
struct AutomatonTable {
    let cells: [UInt16]
    let start: Int
}
