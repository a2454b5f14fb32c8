package import SourceText
import YAMLDocuments

/// Why a schema cannot be compiled: the schema is wrong, not the document that it should have judged.
package struct SchemaError: Error, Sendable {
    package enum Kind: String, Sendable {
        /// A keyword has a value that it may not have.
        case badKeyword
        /// A reference that leads to no schema among the given documents.
        case unresolvable
        /// `$schema` names a dialect that is neither 2020-12 nor given.
        case unknownDialect
        /// A pattern that is not an ECMA-262 regular expression, or uses a part that is not supported.
        case badPattern
        /// Two schemas claim the same `$id` or anchor.
        case duplicateIdentifier
        /// The schema is larger than the compiler accepts.
        case limit
    }

    package let kind: Kind
    /// What is wrong, in one sentence without a final full stop.
    package let message: String
    /// Where in the schema; nil when no given document is to blame.
    package let location: Location?

    init(_ kind: Kind, _ message: String, at node: YAMLNode?) {
        self.kind = kind
        self.message = message
        location = node?.location
    }
}

extension SchemaError: CustomStringConvertible {
    package var description: String { location.map { "\($0.label): \(message)" } ?? message }
}
