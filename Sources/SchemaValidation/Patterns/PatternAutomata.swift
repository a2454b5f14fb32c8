import YAMLDocuments

/// Several patterns as deterministic automata: one table access for each character, whatever the pattern. A pattern
/// has one unless it needs memory of the text (lookaround, word boundaries, backreferences) or too large a table.
final class PatternAutomata: Sendable {
    private struct Record: Sendable {
        var hasAutomaton = false
        /// Where the 128 classes of ASCII characters start in `asciiClasses`.
        var firstClass = 0
        var classCount = 0
        /// Where the table starts in `next`: a row for each state, with a cell for each class.
        var firstCell = 0
        var firstState = 0
        var start: UInt16 = 0
    }

    private let records: [Record]
    private let asciiClasses: [UInt8]
    private let next: [UInt16]
    /// For each state whether the pattern matches when the text ends there.
    private let acceptsAtEnd: [Bool]
    private let alphabets: [PatternAlphabet?]

    init(_ patterns: [Pattern]) {
        var records: [Record] = []
        var asciiClasses: [UInt8] = []
        var next: [UInt16] = []
        var acceptsAtEnd: [Bool] = []
        var alphabets: [PatternAlphabet?] = []
        for pattern in patterns {
            guard let graph = PatternGraph(pattern.tree, sets: pattern.program.sets) else {
                records.append(Record())
                alphabets.append(nil)
                continue
            }
            let alphabet = PatternAlphabet(graph.tests)
            var builder = AutomatonBuilder(graph, classes: alphabet.classes)
            guard builder.build() else {
                records.append(Record())
                alphabets.append(nil)
                continue
            }
            records.append(
                Record(
                    hasAutomaton: true, firstClass: asciiClasses.count, classCount: alphabet.classes.count,
                    firstCell: next.count, firstState: acceptsAtEnd.count, start: builder.start))
            asciiClasses += alphabet.asciiClasses
            next += builder.next
            acceptsAtEnd += builder.acceptsAtEnd
            alphabets.append(alphabet)
        }
        self.records = records
        self.asciiClasses = asciiClasses
        self.next = next
        self.acceptsAtEnd = acceptsAtEnd
        self.alphabets = alphabets
    }

    /// Whether a pattern matches somewhere in the text, which must be UTF-8; nil when it has no automaton, or the text
    /// has a character that the automaton does not know.
    func matches(_ number: Int, _ text: BorrowedText) -> Bool? {
        let record = records[number]
        guard record.hasAutomaton else { return nil }
        var state = record.start
        var index = 0
        while index < text.count {
            // Both need no further text.
            if state <= AutomatonBuilder.found { return state == AutomatonBuilder.found }
            let row = record.firstCell + Int(state) * record.classCount
            let byte = text[index]
            if byte < 0x80 {
                state = next[row + Int(asciiClasses[record.firstClass + Int(byte)])]
                index += 1
            } else {
                let (scalar, length) = text.scalar(at: index)
                guard let column = alphabets[number]?.classNumber(of: scalar) else { return nil }
                state = next[row + column]
                index += length
            }
        }
        return acceptsAtEnd[record.firstState + Int(state)]
    }
}
