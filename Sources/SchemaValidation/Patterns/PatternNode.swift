/// A regular expression as a tree.
indirect enum PatternNode: Sendable {
    case empty
    case character(UInt32)
    /// A place in `PatternParser.sets`.
    case set(Int)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `number` counts opening parentheses from 1.
    case group(number: Int, PatternNode)
    case backreference(BackreferenceTarget)
    case lineStart
    case lineEnd
    case wordBoundary(isNegated: Bool)
    case look(PatternNode, isBehind: Bool, isNegated: Bool)
    /// `groups` are the numbers of the groups inside, which each repetition forgets.
    case repetition(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool, groups: Range<Int>)
}

enum BackreferenceTarget: Sendable {
    case number(Int)
    case name(String)
}

/// What is wrong with a pattern, to be read after "the pattern …".
struct PatternError: Error {
    let message: String
    /// Where in the pattern that was noticed, in Unicode scalars from its start; nil when no place is to blame.
    var offset: Int?

    init(_ message: String, offset: Int? = nil) {
        self.message = message
        self.offset = offset
    }
}
