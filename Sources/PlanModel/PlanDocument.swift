package import SourceText
package import YAMLDocuments

/// A kind of document. A new kind is one file with its type, one line in `DocumentKinds`, one schema, one pair of
/// fixtures.
package protocol PlanDocument: Sendable {
    static var kind: DocumentKind { get }
    var envelope: Envelope { get }
    /// Reads leniently: a schema finding tells what could not be read.
    init(envelope: Envelope, spec: Fields)
}

extension PlanDocument {
    package var name: String { envelope.name?.value ?? "" }
}

package struct DocumentKind: Sendable {
    /// How the document takes effect: approved by signature, or appended as a record of what happened.
    package enum Role: String, Sendable { case controlled, record }

    /// As written after `kind:`.
    package let name: String
    package let role: Role
    /// The word before the colon in references to documents of this kind; nil when nothing refers to it.
    package let referencePrefix: String?

    package init(_ name: String, _ role: Role, referencePrefix: String? = nil) {
        self.name = name
        self.role = role
        self.referencePrefix = referencePrefix
    }
}

/// What every document carries: `apiVersion`, `kind` and `metadata`.
package struct Envelope: Sendable {
    /// The only value of `apiVersion` that this version reads.
    package static let currentVersion = "imprimatur/v1"

    package let apiVersion: Located<String>?
    package let kind: Located<String>?
    package let metadata: Fields
    package let name: Located<String>?
    package let owner: Located<String>?
    package let document: YAMLDocument

    package init(_ document: YAMLDocument) {
        let fields = Fields(document: document.root)
        self.document = document
        apiVersion = fields.string("apiVersion")
        kind = fields.string("kind")
        metadata = fields.mapping("metadata")
        name = metadata.string("name")
        owner = metadata.string("owner")
    }

    package var source: SourceFile { document.source }

    /// Names the document among all of its tree: its place in the file, and the file's path.
    package var place: String { "\(document.index) \(source.path)" }

    /// The place to point at when the document as a whole is meant: its name, else its first line.
    package var location: Location {
        name?.location ?? .span(source, range: source.rangeOfLine(1) ?? 0..<0)
    }
}
