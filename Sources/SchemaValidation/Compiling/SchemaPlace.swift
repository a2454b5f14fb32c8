import YAMLDocuments

/// Names a node of any document.
struct NodeKey: Hashable {
    let document: ObjectIdentifier
    let number: Int

    init(_ node: YAMLNode) {
        document = ObjectIdentifier(node.document)
        number = node.identity
    }
}

/// A schema resource: a document's root, or a subschema that has an `$id` of its own.
struct SchemaResource {
    let uri: URIReference
    let root: YAMLNode
    let dialect: Dialect
    /// Why the dialect is not the one that `$schema` asks for; thrown when the resource is compiled.
    var dialectError: SchemaError?
    var anchors: [String: YAMLNode] = [:]
    /// Also, under the empty name, a root with `$recursiveAnchor: true`, which is the same thing in 2019-09.
    var dynamicAnchors: [String: YAMLNode] = [:]
}

extension SchemaResource {
    /// Where the resource is named, for messages.
    var identifierNode: YAMLNode { root[dialect.draft.identifier.name] ?? root }
}

/// A schema and the resource that it belongs to, which gives its base URI.
struct SchemaPlace {
    let resource: Int
    let node: YAMLNode
    /// True when no keyword leads to the schema, only a reference, so that nothing has looked for an `$id` in it.
    var isUnscanned = false
}
