import SourceText
import YAMLDocuments

/// The block between two `---` lines at the start of a text file; Prompty writes `+++` too.
enum FrontMatter {
    case absent
    /// A line opens a block that nothing closes.
    case unclosed(Range<Int>)
    case found(Range<Int>, body: Range<Int>)

    static func find(in bytes: [UInt8], fences: [StaticString] = ["---"]) -> FrontMatter {
        let start = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        var lines = LineRanges(bytes: bytes, index: start)
        // Comment lines and empty lines may stand above, a licence for instance.
        var first = lines.next()
        while let line = first, isCommentOrBlank(bytes[line.text]) { first = lines.next() }
        guard let opening = first, isFence(bytes[opening.text], fences) else { return .absent }
        while let line = lines.next() {
            if isFence(bytes[line.text], fences) {
                return .found(opening.end..<line.text.lowerBound, body: line.end..<bytes.count)
            }
        }
        return .unclosed(opening.text)
    }

    /// Reads front matter as YAML. It keeps its place, so that byte ranges of its nodes are those of the file.
    static func read(_ source: SourceFile, _ matter: Range<Int>) -> YAMLStream {
        let before = source.bytes[..<matter.lowerBound].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        return YAMLReader.read(SourceFile(path: source.path, bytes: before + source.bytes[matter]))
    }

    /// Why front matter is no YAML; nil when it is.
    static func defect(in source: SourceFile, _ matter: Range<Int>) -> ReadingDefect? {
        let problem = read(source, matter).problems.first { $0.severity == .error }
        return problem.map { ReadingDefect("the front matter is no YAML: \($0.message)", at: $0.range, mend: $0.mend) }
    }

    /// Whether lines begin with keys of a format, all that can be said of front matter that is no YAML.
    static func mentions(_ keys: Set<String>, in source: SourceFile, _ matter: Range<Int>) -> Bool {
        let lines = source.text(matter).split(whereSeparator: \.isNewline).prefix(20)
        return lines.contains { $0.contains(":") && keys.contains(String($0.prefix { $0 != ":" })) }
    }

    private static func isFence(_ line: ArraySlice<UInt8>, _ fences: [StaticString]) -> Bool {
        fences.contains { line.starts(with: $0.description.utf8) }
            && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private static func isCommentOrBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: "#") || line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

/// Lines of a file: the text without its line break, and where the next line starts.
private struct LineRanges: IteratorProtocol {
    let bytes: [UInt8]
    var index: Int

    mutating func next() -> (text: Range<Int>, end: Int)? {
        guard index < bytes.count else { return nil }
        let start = index
        let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
        index = lineBreak.map { $0 + 1 } ?? bytes.count
        var end = lineBreak ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return (start..<end, index)
    }
}
