package import YAMLDocuments

/// The schema documents that references may lead to, each under the URI that it was read from.
///
/// Nothing else is ever looked at: no network, and no file system but what the resolver reads.
package struct SchemaRegistry: Sendable {
    /// Gives the document under a URI that is not known yet, such as a file beside the schema; nil when there is none.
    /// It is asked once for each URI (without fragment) and compilation. What it throws becomes part of the error
    /// about the reference: its description should be one sentence without a final full stop.
    package typealias Resolver = @Sendable (_ uri: String) throws -> YAMLDocument?

    /// By URI without fragment.
    private(set) var documents: [String: YAMLDocument] = [:]
    /// Asked when neither the given documents nor the embedded metaschemas have a URI.
    package var resolver: Resolver?

    package init(resolver: Resolver? = nil) { self.resolver = resolver }

    /// Gives a document to the registry. A second document under one URI replaces the first.
    ///
    /// - Parameter uri: any URI or path; a relative one is as good as an absolute one as long as all documents that
    ///   refer to one another are added in the same way.
    package mutating func add(_ document: YAMLDocument, uri: String) {
        documents[Self.key(URIReference(uri))] = document
    }

    static func key(_ uri: URIReference) -> String {
        uri.fragment == nil ? uri.description : uri.withoutFragment.description
    }
}
