import SourceText

/// The code that a finding shows: places that stand near each other in one frame, the others each in its own.
struct FindingFrames {
    /// Lines between two places that still are one frame: more would part what belongs together on a small screen.
    private static let nearLines = 8
    /// Bytes between two places of one line that still are one frame: more would be cut away in a narrow terminal.
    private static let nearBytes = 60

    /// Of the finding's own place; nil where it has no lines.
    let main: CodeFrame?
    /// Places that the main frame does not show.
    let others: [(place: RelatedLocation, frame: CodeFrame?)]
    /// Columns for line numbers in all of them.
    let digits: Int

    init(_ finding: Finding) {
        var others: [RelatedLocation] = []
        var main: CodeFrame?
        if case .span(let file, let range) = finding.location {
            var spans = [FrameSpan(range, ink: finding.severity.ink)]
            for place in finding.related {
                if let span = Self.span(of: place, in: file), Self.isNear(span.range, range, in: file) {
                    spans.append(span)
                } else {
                    others.append(place)
                }
            }
            main = CodeFrame(file, spans)
        } else {
            others = finding.related
        }
        self.main = main
        self.others = others.map { place in
            guard case .span(let file, _) = place.location, let span = Self.span(of: place, in: file) else {
                return (place, nil)
            }
            return (place, CodeFrame(file, [span]))
        }
        digits = self.others.compactMap(\.frame?.digits).reduce(main?.digits ?? 1, max)
    }

    private static func span(of place: RelatedLocation, in file: SourceFile) -> FrameSpan? {
        guard case .span(let other, let range) = place.location, other.path == file.path, other.bytes == file.bytes
        else { return nil }
        return FrameSpan(range, label: place.label, ink: .note, mark: "-")
    }

    private static func isNear(_ left: Range<Int>, _ right: Range<Int>, in file: SourceFile) -> Bool {
        let (left, right) = (file.withoutTrailingBlanks(left), file.withoutTrailingBlanks(right))
        let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
        let (end, start) = (file.position(at: first.upperBound).line, file.position(at: second.lowerBound).line)
        if end == start { return second.lowerBound - first.upperBound <= nearBytes }
        return start - end <= nearLines
    }
}
