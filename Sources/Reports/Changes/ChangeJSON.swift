import ComponentFormats
import Materiality
import SourceText

/// A change in JSON output. Lines and columns are 1-based.
struct ChangeJSON: Encodable {
    private let rule: String
    private let `class`: String
    private let builtInClass: String
    private let direction: String
    private let confidence: String
    private let category: String
    private let subject: String
    private let field: String?
    private let path: String
    private let format: Format?
    private let action: String
    private let old: Side?
    private let new: Side?
    private let scale: ScaleJSON?
    private let reason: String
    private let fingerprint: String
    private let substantialModification: Bool?
    private let override: Override?

    /// Which way the values were read.
    private struct Format: Encodable {
        let name: String
        let version: String?
        let confidence: String
    }

    private struct Side: Encodable {
        let value: String
        let path: String?
        let line: Int?
        let column: Int?
        let endLine: Int?
        let endColumn: Int?

        init(_ side: ChangeSide) {
            let (start, end) = (side.location.position, side.location.endPosition)
            value = side.value
            path = side.location.path
            line = start?.line
            column = start?.column
            endLine = end?.line
            endColumn = end?.column
        }
    }

    private struct Override: Encodable {
        let why: String
        let path: String?
        let line: Int?
        let column: Int?
    }

    init(_ change: Change) {
        rule = change.rule.id.rawValue
        `class` = change.changeClass.rawValue
        builtInClass = change.builtInClass.rawValue
        direction = change.direction.rawValue
        confidence = change.confidence.rawValue
        category = change.category.rawValue
        subject = change.subject
        field = change.field
        path = change.path
        format = change.format.map {
            Format(name: $0.name, version: $0.version, confidence: $0.confidence.rawValue)
        }
        action = change.action.rawValue
        old = change.old.map(Side.init)
        new = change.new.map(Side.init)
        scale = change.scale.map(ScaleJSON.init)
        reason = change.reason
        fingerprint = change.fingerprint
        substantialModification = change.isSubstantialModification ? true : nil
        override = change.override.map { override in
            Override(
                why: override.why, path: override.location.path, line: override.location.position?.line,
                column: override.location.position?.column)
        }
    }
}
