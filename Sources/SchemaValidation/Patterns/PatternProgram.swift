/// One step of the matching machine. `backward` steps run inside a lookbehind, from right to left.
enum PatternStep: Sendable {
    case character(UInt32, backward: Bool)
    case set(Int, backward: Bool)
    /// Goes on at the first place; the second is tried when that fails.
    case split(Int, otherwise: Int)
    case jump(Int)
    /// Stores the position in a register.
    case save(Int)
    case forget(Range<Int>)
    case lineStart
    case lineEnd
    case wordBoundary(isNegated: Bool)
    case backreference(group: Int, backward: Bool)
    /// Runs the steps behind it as a match of their own, then goes on at `next`.
    case look(isNegated: Bool, next: Int)
    /// Sets a register to 0.
    case startCount(Int)
    /// Adds 1 to a register.
    case count(Int)
    /// Goes on at `enough` when the register has reached the number.
    case branch(Int, atLeast: Int, enough: Int)
    /// Fails when the position is still the one in the register: a repetition that consumed nothing.
    case requireProgress(Int)
    case accept
}

struct PatternProgram: Sendable {
    let steps: [PatternStep]
    let sets: [CharacterSet]
    let registerCount: Int
    /// True when a match can only start at the text's start.
    let isAnchored: Bool
    /// What every match starts with, when the pattern is anchored.
    let prefix: [UInt8]
    /// True when the prefix is all there is, as in `^x-`.
    let isPrefixOnly: Bool
}
