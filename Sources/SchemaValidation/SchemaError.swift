package import SourceText
import YAMLDocuments

/// What is wrong with a schema, not with the document that it should have judged.
package struct SchemaError: Error, Sendable {
    package enum Kind: String, Sendable {
        /// A keyword has a value that it may not have.
        case badKeyword
        /// Legal, but without the effect that was most likely meant: a misspelt keyword, one of another draft.
        case idleKeyword
        /// A reference that leads to no schema among the given documents.
        case unresolvable
        /// `$schema` names a dialect that is neither a known draft nor given.
        case unknownDialect
        /// A pattern that is not an ECMA-262 regular expression, or uses a part that is not supported.
        case badPattern
        /// Two schemas claim the same `$id` or anchor.
        case duplicateIdentifier
        /// References lead back to where they started without a step into the document.
        case loop
        /// The schema is larger than the compiler accepts.
        case limit
    }

    package let kind: Kind
    /// `error` when no document can be judged by the schema, else `warning`.
    package let severity: Severity
    /// What is wrong, in one sentence without a final full stop.
    package let message: String
    /// What to do about it, in one sentence.
    package let mend: String
    /// Where in the schema; nil when no given document is to blame.
    package let location: Location?
    /// Further places, such as the first use of an identifier or the steps of a loop.
    package let related: [RelatedLocation]

    init(
        _ kind: Kind, _ severity: Severity = .error, _ message: String, mend: String, at location: Location?,
        related: [RelatedLocation] = []
    ) {
        self.kind = kind
        self.severity = severity
        self.message = message
        self.mend = mend
        self.location = location
        self.related = related
    }

    init(
        _ kind: Kind, _ message: String, mend: String, at node: YAMLNode?, related: [RelatedLocation] = []
    ) {
        self.init(kind, .error, message, mend: mend, at: node?.location, related: related)
    }
}

extension SchemaError: CustomStringConvertible {
    package var description: String { location.map { "\($0.label): \(message)" } ?? message }
}

/// All that is wrong with a schema, in the order of the documents; never empty.
package struct SchemaErrors: Error, Sendable, CustomStringConvertible {
    package let first: SchemaError
    package let others: [SchemaError]

    init(_ first: SchemaError, _ others: some Sequence<SchemaError> = []) {
        self.first = first
        self.others = Array(others)
    }

    package var errors: [SchemaError] { [first] + others }

    // The first one, for who shows one only.
    package var kind: SchemaError.Kind { first.kind }
    package var message: String { first.message }
    package var mend: String { first.mend }
    package var location: Location? { first.location }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
