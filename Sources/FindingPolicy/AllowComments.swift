import PlanRules
import SourceText
import YAMLDocuments

/// The comments of one YAML file that speak to this tool.
struct AllowComments {
    struct Placed {
        let comment: AllowComment
        let location: Location
        /// 1-based: the line that the comment stands beside, or for a comment on a line of its own the next line that
        /// is not one.
        let line: Int
    }

    private(set) var comments: [Placed] = []
    /// Comments that cannot be used.
    private(set) var findings: [Finding] = []

    private static let marker = Array("imprimatur:".utf8)

    init(of source: SourceFile) {
        let places = Self.places(in: source)
        guard !places.isEmpty else { return }
        let scalars = Self.scalars(of: source)
        for place in places where !scalars.contains(where: { $0.contains(place.lowerBound) }) {
            let text = source.text(place.lowerBound + 1..<place.upperBound)
                .drop(while: \.isWhitespace).dropFirst(Self.marker.count)
            let location = Location.span(source, range: place)
            do {
                let comment = try AllowComment(text)
                comments.append(Placed(comment: comment, location: location, line: Self.line(of: place, in: source)))
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
            hash -= 1
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

    /// The bytes of every scalar: what looks like a comment in there is text. Read only for files that have one.
    private static func scalars(of source: SourceFile) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open = YAMLReader.read(source).documents.map(\.root)
        while let node = open.popLast() {
            if node.kind == .scalar { ranges.append(node.range) }
            for entry in node.entries { open += [entry.key, entry.value] }
            open += node.items
        }
        return ranges
    }

    private static func line(of place: Range<Int>, in source: SourceFile) -> Int {
        var line = source.position(at: place.lowerBound).line
        func text(_ line: Int) -> ArraySlice<UInt8>? {
            source.rangeOfLine(line).map { source.bytes[$0].drop { $0 == 0x20 || $0 == 0x09 } }
        }
        while let bytes = text(line), bytes.isEmpty || bytes.first == UInt8(ascii: "#") { line += 1 }
        return line
    }
}
