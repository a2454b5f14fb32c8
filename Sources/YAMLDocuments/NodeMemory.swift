import SourceText

/// The memory of one document, borrowed: what the hot loops of validation read instead of `YAMLNode`s, so that no
/// step counts a reference.
///
/// Safe under two conditions. It lives no longer than the closure that `YAMLDocument.withNodeMemory` calls: the
/// document owns the memory and is immutable. And node numbers come from the same document: its builder has made all
/// numbers and ranges in the records, from counts of what it has stored. Debug builds check every access.
package struct NodeMemory {
    package let nodes: UnsafeBufferPointer<NodeRecord>
    @usableFromInline let children: UnsafeBufferPointer<Int32>
    @usableFromInline let source: UnsafeBufferPointer<UInt8>
    @usableFromInline let sideText: UnsafeBufferPointer<UInt8>

    @inlinable
    package subscript(number: Int32) -> NodeRecord { nodes[Int(number)] }

    /// The numbers of a sequence's items, or of a mapping's keys and values in turn.
    @inlinable
    package func children(of record: NodeRecord) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(rebasing: children[Int(record.contentLower)..<Int(record.contentUpper)])
    }

    /// The UTF-8 value of a scalar.
    @inlinable
    package func text(of record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        let owner = record.isVerbatim ? source : sideText
        return UnsafeBufferPointer(rebasing: owner[Int(record.contentLower)..<Int(record.contentUpper)])
    }

    /// The position of a mapping's entry among its children; nil when it has no such key or is no mapping.
    @inlinable
    package func position(of key: UnsafeBufferPointer<UInt8>, hash: UInt32, in mapping: NodeRecord) -> Int? {
        guard mapping.kind == .mapping else { return nil }
        let children = children(of: mapping)
        var position = 0
        while position < children.count {
            let record = self[children[position]]
            if record.textHash == hash, TextHash.areEqual(text(of: record), key) { return position }
            position += 2
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
