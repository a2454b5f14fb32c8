import YAMLDocuments

/// Several patterns as deterministic automata: one table access for each character, whatever the pattern. A pattern
/// has one unless it needs memory of the text (lookaround, word boundaries, backreferences) or too large a table.
final class PatternAutomata: Sendable {
    private struct Record: Sendable {
        /// Where the classes of the 256 bytes start in `classes`.
        let firstClass: Int
        let firstCell: Int
        /// Cells of a row of the table, one more than classes.
        let width: Int
        /// What every match starts with, in `prefixes`; `start` is the row behind it.
        let prefix: Range<Int>
        let start: Int
    }

    /// In place of a class: a byte that is not ASCII.
    private static let notASCII: UInt8 = 0xFF

    /// Nil for a pattern without automaton.
    private let records: [Record?]
    private let classes: [UInt8]
    /// The rows of all automata (see `AutomatonTable`).
    private let cells: [UInt16]
    private let prefixes: [UInt8]
    private let alphabets: [PatternAlphabet?]

    init(_ patterns: [Pattern]) {
        var records: [Record?] = []
        var classes: [UInt8] = []
        var cells: [UInt16] = []
        var prefixes: [UInt8] = []
        var alphabets: [PatternAlphabet?] = []
        for pattern in patterns {
            guard let (alphabet, table) = Self.automaton(pattern) else {
                records.append(nil)
                alphabets.append(nil)
                continue
            }
            let prefix = pattern.program.prefix.prefix { $0 < 0x80 }
            var start = table.start
            for byte in prefix { start = Int(table.cells[start + Int(alphabet.asciiClasses[Int(byte)])]) }
            records.append(
                Record(
                    firstClass: classes.count, firstCell: cells.count, width: alphabet.classes.count + 1,
                    prefix: prefixes.count..<prefixes.count + prefix.count, start: start))
            prefixes += prefix
            classes += alphabet.asciiClasses
            for _ in 0x80...0xFF { classes.append(Self.notASCII) }
            cells += table.cells
            alphabets.append(alphabet)
        }
        self.records = records
        self.classes = classes
        self.cells = cells
        self.prefixes = prefixes
        self.alphabets = alphabets
    }

    private static func automaton(_ pattern: Pattern) -> (PatternAlphabet, AutomatonTable)? {
        guard let graph = PatternGraph(pattern.tree, sets: pattern.program.sets) else { return nil }
        let alphabet = PatternAlphabet(graph.tests)
        guard alphabet.classes.count < Int(notASCII) else { return nil }
        var builder = AutomatonBuilder(graph, classes: alphabet.classes)
        return builder.build().map { (alphabet, $0) }
    }

    /// Whether a pattern matches somewhere in the text, which must be UTF-8; nil when it has no automaton, or the text
    /// has a character that the automaton does not know.
    func matches(_ number: Int, _ text: BorrowedText) -> Bool? {
        guard let record = records[number] else { return nil }
        guard text.starts(with: prefixes, record.prefix) else { return false }
        var row = record.start
        var index = record.prefix.count
        while index < text.count {
            // In the first two states the rest of the text does not matter.
            if row <= record.width { return row == record.width }
            var byteClass = classes[record.firstClass &+ Int(text[index])]
            var length = 1
            if byteClass == Self.notASCII {
                let scalar = text.scalar(at: index)
                guard let known = alphabets[number]?.classNumber(of: scalar.value) else { return nil }
                byteClass = UInt8(known)
                length = scalar.length
            }
            // The next row waits for this one: the rest of the sum does not.
            let column = record.firstCell &+ Int(byteClass)
            row = Int(cells[column &+ row])
            index += length
        }
        return cells[record.firstCell + row + record.width - 1] == 1
    }
}
