package import SourceText

/// A tree that somebody else's rules make out of written nodes: includes in place, inheritance worked out, defaults
/// filled in. Every part says which written node it stands for, so that a finding about it has a place in a file.
package indirect enum DerivedNode {
    /// A node and all below it, as they are written.
    case written(YAMLNode)
    /// Entries in this order, each key once.
    case mapping([(key: DerivedNode, value: DerivedNode)], for: YAMLNode)
    case sequence([DerivedNode], for: YAMLNode)
    /// A plain scalar that nobody wrote, such as a default.
    case text(String, for: YAMLNode)
    /// A value that stands in another place than it is written: the whole that it was taken from.
    case placed(DerivedNode, at: YAMLNode)
}

extension YAMLDocument {
    /// The document that a derived tree makes. Nodes keep the byte range, and the file, of the node that they stand
    /// for; what the tree uses twice is stored once.
    ///
    /// - Parameter source: the file that most of the tree is from.
    package static func derived(_ root: DerivedNode, from source: SourceFile, index: Int = 0) -> YAMLDocument {
        var composer = NodeComposer(source: source)
        let number = composer.add(root)
        return composer.document(index: index, root: number)
    }
}

/// Fills the arrays of a derived document.
private struct NodeComposer {
    /// A written node, whichever document it is of.
    private struct Origin: Hashable {
        let document: ObjectIdentifier
        let number: Int32
    }

    private let source: SourceFile
    private var nodes: [NodeRecord] = []
    private var children: [Int32] = []
    private var sideText: [UInt8] = []
    private var fileOfNode: [Int32] = []
    private var files: [SourceFile] = []
    /// Numbers of the written nodes that are in the document already. Without it, aliases of aliases would grow the
    /// document beyond all limits.
    private var known: [Origin: Int32] = [:]

    init(source: SourceFile) {
        self.source = source
        files = [source]
    }

    func document(index: Int, root: Int32) -> YAMLDocument {
        YAMLDocument(
            source: source, index: index, nodes: nodes, children: children, sideText: sideText, rootNumber: root,
            files: files.count > 1 ? YAMLDocument.Files(list: files, ofNode: fileOfNode) : nil)
    }

    mutating func add(_ node: DerivedNode) -> Int32 {
        switch node {
        case .written(let written):
            return copy(written)
        case .mapping(let entries, let place):
            let numbers = entries.flatMap { [add($0.key), add($0.value)] }
            return addCollection(.mapping, numbers, for: place)
        case .sequence(let items, let place):
            let numbers = items.map { add($0) }
            return addCollection(.sequence, numbers, for: place)
        case .text(let text, let place):
            let bytes = Array(text.utf8)
            return addScalar(bytes, type: CoreSchema.type(ofPlain: bytes), isPlain: true, for: place)
        case .placed(let inner, let place):
            return move(add(inner), to: place)
        }
    }

    private mutating func copy(_ node: YAMLNode) -> Int32 {
        let origin = Origin(document: ObjectIdentifier(node.document), number: node.number)
        if let number = known[origin] { return number }
        let number: Int32
        switch node.kind {
        case .scalar:
            number = addScalar(
                Array(node.scalarBytes), type: node.scalarType ?? .string, isPlain: node.isPlainScalar, for: node)
        case .sequence:
            let numbers = node.items.map { copy($0) }
            number = addCollection(.sequence, numbers, for: node)
        case .mapping:
            let numbers = node.entries.flatMap { [copy($0.key), copy($0.value)] }
            number = addCollection(.mapping, numbers, for: node)
        }
        known[origin] = number
        return number
    }

    /// A second record for the same content, with another place.
    private mutating func move(_ number: Int32, to place: YAMLNode) -> Int32 {
        var record = nodes[Int(number)]
        record.lower = Int32(place.range.lowerBound)
        record.upper = Int32(place.range.upperBound)
        return append(record, for: place)
    }

    private mutating func addScalar(_ text: [UInt8], type: ScalarType, isPlain: Bool, for place: YAMLNode) -> Int32 {
        let content = sideText.count..<sideText.count + text.count
        sideText += text
        return append(
            NodeRecord(
                scalar: type, isPlain: isPlain, isVerbatim: false, hash: TextHash.of(text), range: place.range,
                text: content),
            for: place)
    }

    private mutating func addCollection(_ kind: NodeRecord.Kind, _ numbers: [Int32], for place: YAMLNode) -> Int32 {
        var record = NodeRecord(kind, range: place.range)
        record.contentLower = Int32(children.count)
        children += numbers
        record.contentUpper = Int32(children.count)
        return append(record, for: place)
    }

    private mutating func append(_ record: NodeRecord, for place: YAMLNode) -> Int32 {
        nodes.append(record)
        let file = place.source
        if let known = files.firstIndex(where: { $0 === file }) {
            fileOfNode.append(Int32(known))
        } else {
            fileOfNode.append(Int32(files.count))
            files.append(file)
        }
        return Int32(nodes.count - 1)
    }
}
