import YAMLDocuments

/// Runs a pattern's steps over UTF-8 text. The stack of untried alternatives is an array, so that no pattern can
/// overflow the thread's stack, and every step counts against a budget, so that none can hang.
struct PatternMatcher {
    /// What to return to when a way fails.
    private enum Backtrack {
        case resume(step: Int, position: Int)
        case restore(register: Int, value: Int)
    }

    private let program: PatternProgram
    private let text: BorrowedText
    private var remaining: Int
    /// Positions of group starts and ends, counters and loop starts; -1 for not set.
    private var registers: [Int]
    private var stack: [Backtrack] = []

    init(_ program: PatternProgram, text: BorrowedText, steps: Int) {
        self.program = program
        self.text = text
        remaining = steps
        registers = [Int](repeating: -1, count: program.registerCount)
    }

    mutating func search() -> Pattern.Answer {
        var start = 0
        while true {
            if run(from: 0, at: start) != nil { return .found }
            if remaining <= 0 { return .tooCostly }
            if program.isAnchored || start >= text.count { return .notFound }
            start = scalarEnd(start)
        }
    }

    /// The position where the steps from one on accept; nil when they do not, or when the budget is used up.
    private mutating func run(from first: Int, at start: Int) -> Int? {
        let base = stack.count
        var step = first
        var position = start
        while true {
            remaining -= 1
            if remaining <= 0 { return nil }
            var holds = true
            switch program.steps[step] {
            case .character(let wanted, let backward):
                holds = backward ? moveBack(&position) { $0 == wanted } : move(&position) { $0 == wanted }
                step += 1
            case .set(let number, let backward):
                holds =
                    backward
                    ? moveBack(&position) { program.sets[number].contains($0) }
                    : move(&position) { program.sets[number].contains($0) }
                step += 1
            case .split(let next, let otherwise):
                stack.append(.resume(step: otherwise, position: position))
                step = next
            case .jump(let next): step = next
            case .save(let register):
                set(register, to: position)
                step += 1
            case .forget(let groupRegisters):
                for register in groupRegisters where registers[register] >= 0 { set(register, to: -1) }
                step += 1
            case .lineStart:
                holds = position == 0
                step += 1
            case .lineEnd:
                holds = position == text.count
                step += 1
            case .wordBoundary(let isNegated):
                holds = (isWord(before: position) != isWord(at: position)) != isNegated
                step += 1
            case .backreference(let group, let backward):
                holds = moveOver(group, &position, backward: backward)
                step += 1
            case .look(let isNegated, let next):
                holds = looks(from: step + 1, at: position, isNegated: isNegated)
                step = next
            case .startCount(let register):
                set(register, to: 0)
                step += 1
            case .count(let register):
                set(register, to: registers[register] + 1)
                step += 1
            case .branch(let register, let limit, let enough):
                step = registers[register] >= limit ? enough : step + 1
            case .requireProgress(let register):
                holds = registers[register] != position
                step += 1
            case .accept:
                return position
            }
            if !holds {
                guard let alternative = backtrack(to: base) else { return nil }
                (step, position) = alternative
            }
        }
    }

    // MARK: State

    private mutating func set(_ register: Int, to value: Int) {
        stack.append(.restore(register: register, value: registers[register]))
        registers[register] = value
    }

    private mutating func backtrack(to base: Int) -> (step: Int, position: Int)? {
        while stack.count > base {
            switch stack.removeLast() {
            case .resume(let step, let position): return (step, position)
            case .restore(let register, let value): registers[register] = value
            }
        }
        return nil
    }

    /// A lookaround: what it captured stays when it holds and is positive; the ways it did not try are forgotten.
    private mutating func looks(from first: Int, at position: Int, isNegated: Bool) -> Bool {
        let base = stack.count
        let isFound = run(from: first, at: position) != nil
        guard isFound, !isNegated else {
            while backtrack(to: base) != nil {}
            return isFound != isNegated && remaining > 0
        }
        let restores = stack[base...].filter { if case .restore = $0 { true } else { false } }
        stack.replaceSubrange(base..., with: restores)
        return true
    }

    // MARK: Text

    private func move(_ position: inout Int, if accepts: (UInt32) -> Bool) -> Bool {
        guard position < text.count else { return false }
        let first = text[position]
        if first < 0x80 {
            position += 1
            return accepts(UInt32(first))
        }
        let end = scalarEnd(position)
        let value = scalar(position..<end)
        position = end
        return accepts(value)
    }

    private func moveBack(_ position: inout Int, if accepts: (UInt32) -> Bool) -> Bool {
        guard position > 0 else { return false }
        let end = position
        repeat { position -= 1 } while position > 0 && text[position] & 0xC0 == 0x80
        return accepts(scalar(position..<end))
    }

    private func scalarEnd(_ position: Int) -> Int {
        var end = position + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    /// The scalar of a whole UTF-8 sequence. The reader has checked that the text is UTF-8.
    private func scalar(_ range: Range<Int>) -> UInt32 {
        let first = UInt32(text[range.lowerBound])
        if range.count == 1 { return first }
        var value = first & (0xFF >> UInt32(range.count + 1))
        for index in range.dropFirst() { value = value << 6 | UInt32(text[index] & 0x3F) }
        return value
    }

    private func isWord(at position: Int) -> Bool {
        position < text.count && CharacterSet.wordCharacters.contains(UInt32(text[position]))
    }

    private func isWord(before position: Int) -> Bool {
        position > 0 && CharacterSet.wordCharacters.contains(UInt32(text[position - 1]))
    }

    /// A group that took no part matches the empty text.
    private func moveOver(_ group: Int, _ position: inout Int, backward: Bool) -> Bool {
        let (lower, upper) = (registers[2 * group], registers[2 * group + 1])
        guard lower >= 0, upper >= lower else { return true }
        let length = upper - lower
        let start = backward ? position - length : position
        guard start >= 0, start + length <= text.count,
            (0..<length).allSatisfy({ text[lower + $0] == text[start + $0] })
        else { return false }
        position = backward ? start : start + length
        return true
    }
}
