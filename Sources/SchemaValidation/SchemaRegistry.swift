package import YAMLDocuments

/// The schema documents that references may lead to, each under the URI that it was read from.
///
/// Nothing else is ever looked at: no network, no file system.
package struct SchemaRegistry: Sendable {
    /// By URI without fragment.
    private(set) var documents: [String: YAMLDocument] = [:]

    package init() {}

    /// Gives a document to the registry. A second document under one URI replaces the first.
    ///
    /// - Parameter uri: any URI or path; a relative one is as good as an absolute one as long as all documents that
    ///   refer to one another are added in the same way.
    package mutating func add(_ document: YAMLDocument, uri: String) {
        documents[Self.key(URIReference(uri))] = document
    }

    static func key(_ uri: URIReference) -> String { uri.withoutFragment.description }
}
