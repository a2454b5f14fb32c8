import SourceText

/// Two texts beside each other: lines are matched first, then the words of the lines between them.
struct SideBySide: Sendable {
    /// Part of a line that is on one side only, or not.
    struct Run: Sendable, Hashable {
        var text: String
        let isChanged: Bool
    }

    struct Line: Sendable, Hashable {
        /// 1-based.
        let number: Int
        var runs: [Run]

        var text: String { runs.map(\.text).joined() }
    }

    /// What stands at one height: lines that correspond. Where text was only wrapped anew, or where it was rewritten,
    /// there are several lines on a side; where text came or went, none on the other.
    struct Row: Sendable, Hashable {
        let old: [Line]
        let new: [Line]
    }

    enum Part: Sendable, Hashable {
        case same([Row])
        case changed([Row])
    }

    let parts: [Part]

    init(_ old: [String], _ new: [String]) {
        var parts: [Part] = []
        var same: [Row] = []
        var (x, y) = (0, 0)
        func advance(to match: EditScript.Match) {
            guard x < match.old || y < match.new else { return }
            if !same.isEmpty { parts.append(.same(same)) }
            same = []
            parts.append(.changed(Block(old[x..<match.old], new[y..<match.new]).rows))
        }
        for match in EditScript.matches(old, new) {
            advance(to: match)
            same.append(
                Row(
                    old: [Line(number: match.old + 1, runs: [Run(text: old[match.old], isChanged: false)])],
                    new: [Line(number: match.new + 1, runs: [Run(text: new[match.new], isChanged: false)])]))
            (x, y) = (match.old + 1, match.new + 1)
        }
        advance(to: EditScript.Match(old: old.count, new: new.count))
        if !same.isEmpty { parts.append(.same(same)) }
        self.parts = parts
    }

    /// The texts of two files; nil for a side that is no text.
    init?(_ old: SourceFile?, _ new: SourceFile?) {
        guard let before = old.map(\.textLines) ?? [], let after = new.map(\.textLines) ?? [] else { return nil }
        self.init(before, after)
    }

    var changedLines: (old: Int, new: Int) {
        parts.reduce((0, 0)) { sum, part in
            guard case .changed(let rows) = part else { return sum }
            return rows.reduce(sum) { ($0.0 + $1.old.count, $0.1 + $1.new.count) }
        }
    }
}

/// Lines between two matched ones, with their words marked. A row ends where both sides end a line in the same place.
private struct Block {
    private(set) var rows: [SideBySide.Row] = []
    private var old: Side
    private var new: Side

    init(_ oldLines: ArraySlice<String>, _ newLines: ArraySlice<String>) {
        old = Side(firstLine: oldLines.startIndex + 1, isPresent: !oldLines.isEmpty)
        new = Side(firstLine: newLines.startIndex + 1, isPresent: !newLines.isEmpty)
        let diff = WordDiff(oldLines.joined(separator: "\n"), newLines.joined(separator: "\n"))
        for segment in diff.segments {
            switch segment {
            case .changed(let before, let after):
                for token in before { old.take(token, isChanged: true) }
                for token in after { new.take(token, isChanged: true) }
            case .same(let before, let after):
                for (one, other) in zip(before, after) {
                    old.take(one, isChanged: false)
                    new.take(other, isChanged: false)
                    if one.kind == .lineBreak, other.kind == .lineBreak { endRow() }
                }
            }
        }
        old.endText()
        new.endText()
        endRow()
    }

    private mutating func endRow() {
        let row = SideBySide.Row(old: old.takeLines(), new: new.takeLines())
        if !row.old.isEmpty || !row.new.isEmpty { rows.append(row) }
    }

    private struct Side {
        private var lines: [SideBySide.Line] = []
        private var number: Int
        private var runs: [SideBySide.Run] = []
        private let isPresent: Bool

        init(firstLine: Int, isPresent: Bool) {
            number = firstLine
            self.isPresent = isPresent
        }

        mutating func take(_ token: TextToken, isChanged: Bool) {
            // A text that is too long for words comes as one token with all its lines.
            let parts = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, part) in parts.enumerated() {
                if index > 0 { endLine() }
                if part.isEmpty { continue }
                if let last = runs.last, last.isChanged == isChanged {
                    runs[runs.count - 1].text += part
                } else {
                    runs.append(SideBySide.Run(text: String(part), isChanged: isChanged))
                }
            }
        }

        mutating func endText() { if isPresent { endLine() } }

        mutating func takeLines() -> [SideBySide.Line] {
            defer { lines = [] }
            return lines
        }

        private mutating func endLine() {
            lines.append(SideBySide.Line(number: number, runs: runs))
            (number, runs) = (number + 1, [])
        }
    }
}

extension SourceFile {
    /// Line by line without the line breaks, as places count them; nil for bytes that are no UTF-8 text.
    var textLines: [String]? {
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var lines: [String] = []
        while let range = rangeOfLine(lines.count + 1) {
            // Behind the last line break is no line.
            if range.isEmpty, range.lowerBound == bytes.count { break }
            lines.append(text(range))
        }
        return lines
    }
}
