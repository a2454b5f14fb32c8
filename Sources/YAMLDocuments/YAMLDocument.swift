package import SourceText

/// One document of a YAML or JSON file: a tree of nodes in one flat array, every node with its byte range.
///
/// Aliases are edges to the node that they name, so the tree is a directed graph without cycles.
package final class YAMLDocument: Sendable {
    package let source: SourceFile
    /// Position in the file's stream of documents, from 0.
    package let index: Int
    let nodes: [NodeRecord]
    /// Node numbers: a sequence's items, or a mapping's keys and values in turn.
    let children: [Int32]
    /// The values of all scalars, one after another, as UTF-8.
    let scalarText: [UInt8]
    let rootNumber: Int32

    init(
        source: SourceFile, index: Int, nodes: [NodeRecord], children: [Int32], scalarText: [UInt8], rootNumber: Int32
    ) {
        self.source = source
        self.index = index
        self.nodes = nodes
        self.children = children
        self.scalarText = scalarText
        self.rootNumber = rootNumber
    }

    package var root: YAMLNode { YAMLNode(document: self, number: rootNumber) }
}

/// What a scalar means under the YAML 1.2 core schema.
package enum ScalarType: UInt8, Sendable {
    case null, boolean, integer, float, string
}

/// One node of the flat tree.
struct NodeRecord: Sendable {
    enum Kind: UInt8 { case mapping, sequence, scalar }

    let kind: Kind
    let scalarType: ScalarType
    let isPlain: Bool
    /// Bytes in the source.
    var lower: Int32
    var upper: Int32
    /// For a scalar a range of `scalarText`, else a range of `children`.
    var contentLower: Int32
    var contentUpper: Int32
}
