import SourceText

/// A location in JSON output: the keys of a span, a file or a git object.
struct PlaceJSON: Encodable {
    private let path: String?
    private let line: Int?
    private let column: Int?
    private let endLine: Int?
    private let endColumn: Int?
    private let object: String?

    init(_ location: Location) {
        let (start, end) = (location.position, location.endPosition)
        path = location.path
        line = start?.line
        column = start?.column
        endLine = end?.line
        endColumn = end?.column
        object = location.objectName
    }
}

extension Location {
    /// A commit, tag or ref.
    var objectName: String? { if case .object(let name) = self { name } else { nil } }
}
