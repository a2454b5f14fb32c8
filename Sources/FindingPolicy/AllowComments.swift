import PlanRules
import SourceText
import YAMLDocuments

/// The comments of one YAML file that speak to this tool.
struct AllowComments {
    /// By the 1-based line that they are for: the one that the comment stands beside, or for a comment on a line of its
    /// own the next line that is not one.
    private var waiversByLine: [Int: [GrantedWaiver]] = [:]
    /// Comments that cannot be used.
    private(set) var findings: [Finding] = []

    var waivers: [GrantedWaiver] { Array(waiversByLine.values.joined()) }

    func waivers(on line: Int) -> [GrantedWaiver] { waiversByLine[line] ?? [] }

    private static let marker = Array("imprimatur:".utf8)

    init(of source: SourceFile) {
        let places = Self.places(in: source)
        guard !places.isEmpty else { return }
        let texts = Self.texts(in: source)
        var lines = TargetLines(source)
        for place in places where !Self.isInside(texts, place.lowerBound) {
            let text = source.text(place).drop { $0 == "#" }.drop(while: \.isWhitespace).dropFirst(Self.marker.count)
            let location = Location.span(source, range: place)
            do {
                let comment = try AllowComment(text)
                let waiver = Waiver(reason: comment.reason, until: comment.until, location: location)
                waiversByLine[lines.target(of: place.lowerBound), default: []].append(
                    GrantedWaiver(rules: comment.rules, waiver: waiver, hasToBeUsed: true))
            } catch {
                findings.append(WaiverUnusable.finding(at: location, error.message, mend: error.mend))
            }
        }
    }

    /// From the `#` to the end of the line, for every `# imprimatur:` in the file.
    private static func places(in source: SourceFile) -> [Range<Int>] {
        let bytes = source.bytes
        var places: [Range<Int>] = []
        var index = 0
        while let found = firstIndex(of: marker, in: bytes, from: index) {
            index = found + marker.count
            var hash = found
            while hash > 0, bytes[hash - 1] == UInt8(ascii: " ") || bytes[hash - 1] == UInt8(ascii: "\t") { hash -= 1 }
            guard hash > 0, bytes[hash - 1] == UInt8(ascii: "#") else { continue }
            while hash > 0, bytes[hash - 1] == UInt8(ascii: "#") { hash -= 1 }
            let isComment = hash == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[hash - 1])
            guard isComment else { continue }
            var end = bytes[found...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            while end > found, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
            places.append(hash..<end)
        }
        return places
    }

    private static func firstIndex(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let next = bytes[index...].firstIndex(of: wanted[0]) {
            if bytes[next...].starts(with: wanted) { return next }
            index = next + 1
        }
        return nil
    }

    /// The bytes of every scalar, sorted: what looks like a comment in there is text. Read only for files that have one.
    private static func texts(in source: SourceFile) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open = YAMLReader.read(source).documents.map(\.root)
        while let node = open.popLast() {
            if node.kind == .scalar { ranges.append(text(of: node, in: source)) }
            for entry in node.entries { open += [entry.key, entry.value] }
            open += node.items
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A block scalar's first line is its header, behind which a comment may stand.
    private static func text(of node: YAMLNode, in source: SourceFile) -> Range<Int> {
        let range = node.range
        guard !node.isPlainScalar, !range.isEmpty,
            [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(source.bytes[range.lowerBound])
        else { return range }
        let header = source.bytes[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
        return header..<range.upperBound
    }

    private static func isInside(_ ranges: [Range<Int>], _ offset: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(offset)
    }
}

/// The line that a comment is for. Offsets have to come in the order of the file.
private struct TargetLines {
    private let source: SourceFile
    /// The block of lines that were stepped over last, and the line behind it.
    private var last: (block: Range<Int>, target: Int)?

    init(_ source: SourceFile) { self.source = source }

    mutating func target(of offset: Int) -> Int {
        let start = source.position(at: offset).line
        if let last, last.block.contains(start) { return last.target }
        var line = start
        while let bytes = text(line), Self.isPassedOver(bytes) { line += 1 }
        last = (start..<line, line)
        return line
    }

    private func text(_ line: Int) -> ArraySlice<UInt8>? {
        source.rangeOfLine(line).map { source.bytes[$0].drop { $0 == 0x20 || $0 == 0x09 } }
    }

    /// Empty lines, comments, and what stands before a document: directives and its `---`.
    private static func isPassedOver(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        return first == UInt8(ascii: "#") || first == UInt8(ascii: "%") || line.elementsEqual("---".utf8)
    }
}
