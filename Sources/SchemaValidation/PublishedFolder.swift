package import YAMLDocuments

/// Where the references of one schema lead among the files beside it, when the schema says under which address it is
/// published: what lies below the folder of the address is looked for below the folder of the file.
package struct PublishedFolder: Sendable {
    /// With a final `/`.
    private let address: String

    /// Nil when the schema's `$id` is no http address, and so none that stands for its folder.
    package init?(of schema: YAMLDocument) {
        guard let id = schema.root["$id"]?.string, ["http", "https"].contains(URIReference(id).scheme),
            let end = id.lastIndex(of: "/")
        else { return nil }
        address = String(id[...end])
    }

    /// The path of a URI below the folder; nil for URIs of other places, and for those that lead out of the folder once
    /// they are decoded.
    package func path(of uri: String) -> String? {
        guard uri.hasPrefix(address) else { return nil }
        return RelativePath.decoded(String(uri.dropFirst(address.count)))
    }
}

/// Relative references as paths.
package enum RelativePath {
    /// Percent encoding undone; nil when what comes out is not UTF-8 or goes up with `..`, which a reference that was
    /// resolved does only in disguise.
    package static func decoded(_ reference: String) -> String? {
        guard let path = percentDecoded(reference) else { return nil }
        return path.split(separator: "/").contains("..") ? nil : path
    }
}
