package import SourceText

/// What a file says that is neither YAML nor JSON, as a tree of the same shape, every part with its bytes: so that one
/// comparison of values serves every format.
package indirect enum ForeignNode {
    /// A text, whatever it looks like: no reader guesses numbers or switches in it.
    case text(String, at: Range<Int>)
    case list([ForeignNode], at: Range<Int>)
    /// Entries in the order of the file. Of two with one key the first counts.
    case record([ForeignEntry], at: Range<Int>)
}

/// An entry of a record.
package struct ForeignEntry {
    package let key: String
    /// Bytes of the key; where the format writes none, those of the value.
    package let keyRange: Range<Int>
    package let value: ForeignNode

    package init(_ key: String, at keyRange: Range<Int>, _ value: ForeignNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}

extension YAMLDocument {
    /// - Parameter source: the file that all byte ranges of the tree speak of.
    package static func foreign(_ root: ForeignNode, from source: SourceFile) -> YAMLDocument {
        var builder = ForeignDocumentBuilder()
        let number = builder.add(root)
        return YAMLDocument(
            source: source, index: 0, nodes: builder.nodes, children: builder.children, sideText: builder.sideText,
            rootNumber: number)
    }
}

/// Fills the arrays of a document. The readers of foreign formats bound the depth of what they hand over.
private struct ForeignDocumentBuilder {
    private(set) var nodes: [NodeRecord] = []
    private(set) var children: [Int32] = []
    private(set) var sideText: [UInt8] = []

    mutating func add(_ node: ForeignNode) -> Int32 {
        switch node {
        case .text(let text, let range): return addText(text, range)
        case .list(let items, let range): return addCollection(.sequence, items.map { add($0) }, range)
        case .record(let entries, let range):
            var seen: Set<ArraySlice<UInt8>> = []
            let numbers = entries.flatMap { entry -> [Int32] in
                guard seen.insert(Array(entry.key.utf8)[...]).inserted else { return [] }
                return [addText(entry.key, entry.keyRange), add(entry.value)]
            }
            return addCollection(.mapping, numbers, range)
        }
    }

    private mutating func addText(_ text: String, _ range: Range<Int>) -> Int32 {
        let bytes = Array(text.utf8)
        let content = sideText.count..<sideText.count + bytes.count
        sideText += bytes
        return append(
            NodeRecord(
                scalar: .string, isPlain: false, isVerbatim: false, hash: TextHash.of(bytes), range: range,
                text: content))
    }

    private mutating func addCollection(_ kind: NodeRecord.Kind, _ numbers: [Int32], _ range: Range<Int>) -> Int32 {
        var record = NodeRecord(kind, range: range)
        record.contentLower = Int32(children.count)
        children += numbers
        record.contentUpper = Int32(children.count)
        return append(record)
    }

    private mutating func append(_ record: NodeRecord) -> Int32 {
        nodes.append(record)
        return Int32(nodes.count - 1)
    }
}
