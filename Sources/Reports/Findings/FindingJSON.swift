import SourceText

/// A finding in JSON output. Lines and columns are 1-based; the end is the place behind the last character.
struct FindingJSON: Encodable {
    private let rule: String
    private let name: String?
    private let severity: String
    private let message: String
    private let mend: String
    private let path: String?
    private let line: Int?
    private let column: Int?
    private let endLine: Int?
    private let endColumn: Int?
    private let field: String?
    private let object: String?
    private let related: [RelatedJSON]

    private struct RelatedJSON: Encodable {
        let path: String?
        let line: Int?
        let column: Int?
        let object: String?
        let label: String
    }

    init(_ finding: Finding) {
        let location = finding.location
        rule = finding.rule.rawValue
        name = RuleNames.name(of: finding.rule)
        severity = finding.severity.rawValue
        message = finding.message
        mend = finding.mend
        path = location.path
        line = location.position?.line
        column = location.position?.column
        endLine = location.endPosition?.line
        endColumn = location.endPosition?.column
        field = finding.field
        object = location.objectName
        related = finding.related.map { place in
            RelatedJSON(
                path: place.location.path, line: place.location.position?.line,
                column: place.location.position?.column, object: place.location.objectName, label: place.label)
        }
    }
}

extension Location {
    /// A commit, tag or ref.
    fileprivate var objectName: String? { if case .object(let name) = self { name } else { nil } }
}
