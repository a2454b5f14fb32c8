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
    /// The values of the scalars that do not stand in the source as they are, one after another, as UTF-8.
    let sideText: [UInt8]
    let rootNumber: Int32
    /// Nil for a document whose nodes are all of `source`.
    private let files: Files?

    /// The files that a derived document was made from.
    struct Files {
        let list: [SourceFile]
        /// For every node its place in `list`.
        let ofNode: [Int32]
    }

    init(
        source: SourceFile, index: Int, nodes: [NodeRecord], children: [Int32], sideText: [UInt8], rootNumber: Int32,
        files: Files? = nil
    ) {
        self.source = source
        self.index = index
        self.nodes = nodes
        self.children = children
        self.sideText = sideText
        self.rootNumber = rootNumber
        self.files = files
    }

    /// The files that its nodes are written in, `source` first.
    package var sources: [SourceFile] { files?.list ?? [source] }

    /// The file that a node's byte range speaks of.
    func source(of number: Int32) -> SourceFile { files.map { $0.list[Int($0.ofNode[Int(number)])] } ?? source }

    package var root: YAMLNode { YAMLNode(document: self, number: rootNumber) }

    /// How many scalars have one of these hashes (`TextHash`): 0 says that a document has none of some texts.
    package func scalarCount(withHashIn hashes: [UInt32]) -> Int {
        nodes.count { $0.kind == .scalar && hashes.contains($0.textHash) }
    }

    /// The node that evaluators know by its number, which must come from this document.
    package func node(_ number: Int32) -> YAMLNode { YAMLNode(document: self, number: number) }
}
