/// A compiled ECMA-262 regular expression (flag `u`), matched by backtracking under a step budget.
struct Pattern: Sendable {
    enum Answer {
        case found, notFound, tooCostly
    }

    let source: String
    let program: PatternProgram

    init(_ source: String) throws(PatternError) {
        self.source = source
        var parser = PatternParser(source)
        let tree: PatternNode
        do { tree = try parser.parse() } catch { throw PatternError(error.message, offset: parser.index) }
        var compiler = PatternCompiler(
            groupCount: parser.groupCount, groupNames: parser.groupNames, keepsGroups: parser.hasBackreferences)
        program = try compiler.compile(tree)
    }

    /// Whether the pattern matches somewhere in the text (patterns are not anchored).
    func match(_ text: ArraySlice<UInt8>, steps: Int) -> Answer {
        if !program.prefix.isEmpty, !text.starts(with: program.prefix) { return .notFound }
        if program.isPrefixOnly { return .found }
        var matcher = PatternMatcher(program, text: text, steps: steps)
        return matcher.search()
    }
}
