package import SourceText
package import YAMLDocuments

/// A value together with the place in a document where it was written.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let node: YAMLNode
    /// Dotted path in the document, such as `spec.rollout.steps[2].id`.
    package let field: String

    package init(_ value: Value, node: YAMLNode, field: String) {
        self.value = value
        self.node = node
        self.field = field
    }

    package var location: Location { node.location }

    package func map<Other: Sendable>(_ transform: (Value) -> Other?) -> Located<Other>? {
        transform(value).map { Located<Other>($0, node: node, field: field) }
    }
}
