import SourceText

/// The memory of one document, borrowed: what the hot loops of validation read instead of `YAMLNode`s, so that no
/// step counts a reference.
///
/// Safe under two conditions. It lives no longer than the closure that `YAMLDocument.withNodeMemory` calls: the
/// document owns the memory and is immutable. And node numbers come from the same document: its builder has made all
/// numbers and ranges in the records, from counts of what it has stored. Debug builds check every access.
#if compiler(>=6.2)
    @safe
#endif
public struct NodeMemory {
    @usableFromInline let nodes: UnsafeBufferPointer<NodeRecord>
    @usableFromInline let children: UnsafeBufferPointer<Int32>
    @usableFromInline let source: UnsafeBufferPointer<UInt8>
    @usableFromInline let sideText: UnsafeBufferPointer<UInt8>

    init(
        nodes: UnsafeBufferPointer<NodeRecord>, children: UnsafeBufferPointer<Int32>,
        source: UnsafeBufferPointer<UInt8>, sideText: UnsafeBufferPointer<UInt8>
    ) {
        self.nodes = nodes
        self.children = children
        self.source = source
        self.sideText = sideText
    }

    @inlinable
    public subscript(number: Int32) -> NodeRecord { nodes[Int(number)] }

    /// The number of a node in a range of children, which comes from `NodeRecord.content`: a sequence's items, or a
    /// mapping's keys and values in turn.
    @inlinable
    public func child(_ place: Int) -> Int32 { children[place] }

    /// The UTF-8 value of a scalar.
    @inlinable
    public func text(of record: NodeRecord) -> BorrowedText {
        let owner = record.isVerbatim ? source : sideText
        return BorrowedText(UnsafeBufferPointer(rebasing: owner[Int(record.contentLower)..<Int(record.contentUpper)]))
    }

    /// The place of a key among a mapping's children, its value being behind it; nil when it has no such key.
    ///
    /// - Parameter hash: `TextHash` of the key.
    @inlinable
    public func place(ofKey key: BorrowedText, hash: UInt32, in mapping: NodeRecord) -> Int? {
        var place = Int(mapping.contentLower)
        while place < Int(mapping.contentUpper) {
            let record = self[child(place)]
            if record.textHash == hash, text(of: record) == key { return place }
            place += 2
        }
        return nil
    }
}

extension YAMLDocument {
    /// Lends the document's memory to a closure.
    package func withNodeMemory<Result>(_ body: (NodeMemory) throws -> Result) rethrows -> Result {
        try nodes.withUnsafeBufferPointer { nodes in
            try children.withUnsafeBufferPointer { children in
                try sideText.withUnsafeBufferPointer { sideText in
                    try source.bytes.withUnsafeBufferPointer { source in
                        try body(NodeMemory(nodes: nodes, children: children, source: source, sideText: sideText))
                    }
                }
            }
        }
    }
}
