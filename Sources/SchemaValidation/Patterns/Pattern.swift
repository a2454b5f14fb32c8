import YAMLDocuments

/// A compiled ECMA-262 regular expression (flag `u`), matched by backtracking under a step budget. Patterns that are
/// used often are matched by `PatternAutomata` instead, which find the same.
struct Pattern: Sendable {
    enum Answer {
        case found, notFound, tooCostly
    }

    let source: String
    let tree: PatternNode
    let program: PatternProgram

    init(_ source: String) throws(PatternError) {
        self.source = source
        var parser = PatternParser(source)
        do { tree = try parser.parse() } catch { throw PatternError(error.message, offset: parser.index) }
        var compiler = PatternCompiler(parser)
        program = try compiler.compile(tree)
    }

    /// Whether the pattern matches somewhere in the text (patterns are not anchored).
    func match(_ text: BorrowedText, steps: Int) -> Answer {
        guard text.starts(with: program.prefix) else { return .notFound }
        if program.isPrefixOnly { return .found }
        var matcher = PatternMatcher(program, text: text, steps: steps)
        return matcher.search()
    }

    func match(_ text: ArraySlice<UInt8>, steps: Int) -> Answer {
        BorrowedText.lend(text) { match($0, steps: steps) }
    }
}
