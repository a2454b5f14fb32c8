import ComponentFormats
import SourceText
import YAMLDocuments

/// The lines in which two long texts differ, so that a finding points into a block and not at all of it.
struct DifferingLines {
    let old: ChangeSide
    let new: ChangeSide

    /// Nil where a side has one line only, or where the lines differ in their indentation only.
    init?(_ old: YAMLNode, in oldSource: SourceFile, _ new: YAMLNode, in newSource: SourceFile) {
        let (before, after) = (Self.lines(of: old, in: oldSource), Self.lines(of: new, in: newSource))
        guard before.count > 1, after.count > 1 else { return nil }
        func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
            oldSource.bytes[one].elementsEqual(newSource.bytes[other])
        }
        var start = zip(before, after).prefix { isSame($0, $1) }.count
        let tail = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed())
            .prefix { isSame($0, $1) }.count
        var (oldEnd, newEnd) = (before.count - tail, after.count - tail)
        guard start < oldEnd || start < newEnd else { return nil }
        if start == oldEnd || start == newEnd {
            // Lines that came or went need a line to be shown beside on the other side.
            if start > 0 {
                start -= 1
            } else {
                oldEnd = min(oldEnd + 1, before.count)
                newEnd = min(newEnd + 1, after.count)
            }
        }
        self.old = Self.side(before[start..<oldEnd], in: oldSource)
        self.new = Self.side(after[start..<newEnd], in: newSource)
    }

    private static func side(_ lines: ArraySlice<Range<Int>>, in source: SourceFile) -> ChangeSide {
        let first = lines.first?.lowerBound ?? 0
        return ChangeSide(
            lines.map(source.text).joined(separator: "\n"),
            at: .span(source, range: first..<max(first, lines.last?.upperBound ?? first)))
    }

    /// The lines that a node covers, without the white space around them; of a list of texts the texts.
    private static func lines(of node: YAMLNode, in source: SourceFile) -> [Range<Int>] {
        if node.kind == .sequence { return node.items.map(\.range) }
        guard node.kind == .scalar else { return [] }
        let bytes = source.bytes
        var start = node.range.lowerBound
        return bytes[node.range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            defer { start += line.count + 1 }
            let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == 9 || byte == UInt8(ascii: "\r") }
            let lower = line.firstIndex { !isBlank($0) } ?? line.startIndex
            let upper = line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? lower
            return lower..<upper
        }
    }
}
