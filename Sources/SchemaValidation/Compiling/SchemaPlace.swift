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
    var anchors: [String: YAMLNode] = [:]
    var dynamicAnchors: [String: YAMLNode] = [:]
}

/// A schema and the resource that it belongs to, which gives its base URI.
struct SchemaPlace {
    let resource: Int
    let node: YAMLNode
}

/// How the value of a keyword holds schemas.
enum SubschemaPosition {
    case one, list, map

    init?(keyword: String) {
        switch keyword {
        case "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
            "unevaluatedItems", "unevaluatedProperties":
            self = .one
        case "allOf", "anyOf", "oneOf", "prefixItems": self = .list
        case "$defs", "definitions", "dependentSchemas", "patternProperties", "properties": self = .map
        default: return nil
        }
    }
}
