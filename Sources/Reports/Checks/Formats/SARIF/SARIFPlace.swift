import SourceText

/// A location: a region of a file, a file, or the name of a git object.
struct SARIFPlace: Encodable {
    /// The name that GitHub and other readers know for the root of the checkout.
    static let root = "%SRCROOT%"

    private let id: Int?
    private let physicalLocation: PhysicalLocation?
    private let logicalLocations: [LogicalLocation]?
    private let message: SARIFMessage?

    private struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region?
    }

    private struct LogicalLocation: Encodable {
        let fullyQualifiedName: String
        let kind = "object"
    }

    /// Lines and columns are 1-based, the end column is the one behind the last character (3.30.8).
    private struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
        let endLine: Int
        let endColumn: Int
    }

    struct ArtifactLocation: Encodable {
        private let uri: String
        private let uriBaseId: String?
        private let index: Int?

        init(path: String, index: Int?) {
            let isAbsolute = path.hasPrefix("/")
            uri = (isAbsolute ? "file://" : "") + PercentEncoding.of(path: path)
            uriBaseId = isAbsolute ? nil : SARIFPlace.root
            self.index = index
        }
    }

    init(_ location: Location, _ index: SARIFIndex, id: Int? = nil, label: String? = nil) {
        self.id = id
        message = label.map { SARIFMessage(VisibleText.of($0)) }
        logicalLocations = location.objectName.map { [LogicalLocation(fullyQualifiedName: $0)] }
        physicalLocation = location.path.map { path in
            PhysicalLocation(
                artifactLocation: ArtifactLocation(path: path, index: index.number(ofPath: path)),
                region: location.shownPositions.map { start, end in
                    Region(
                        startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
                })
        }
    }
}

extension Location {
    /// Start and end of the span as a reader sees it: without the blanks and line breaks at its end.
    var shownPositions: (start: SourcePosition, end: SourcePosition)? {
        guard case .span(let file, let range) = self else { return nil }
        let shown = file.withoutTrailingBlanks(range)
        return (file.position(at: shown.lowerBound), file.position(at: shown.upperBound))
    }
}
