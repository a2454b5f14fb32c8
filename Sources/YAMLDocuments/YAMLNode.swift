package import SourceText

/// A view of one node. Cheap to copy: a document and a number in it.
package struct YAMLNode: Sendable {
    package enum Kind: String, Sendable { case mapping, sequence, scalar }

    package let document: YAMLDocument
    /// Its place in the document's flat tree.
    package let number: Int32

    private var record: NodeRecord { document.nodes[Int(number)] }

    package var kind: Kind {
        switch record.kind {
        case .mapping: .mapping
        case .sequence: .sequence
        case .scalar: .scalar
        }
    }

    /// Bytes of the source that the node covers, without the white space behind it.
    package var range: Range<Int> { record.range }

    /// The file that the node is written in, or stands for a node of.
    package var source: SourceFile { document.source(of: number) }

    package var location: Location { .span(source, range: range) }

    /// A number that names the node within its document, for memoisation. Two aliases of one anchor share it.
    package var identity: Int { Int(number) }

    // MARK: Scalars

    /// Nil for mappings and sequences.
    package var scalarType: ScalarType? {
        let record = self.record
        return record.kind == .scalar ? record.scalarType : nil
    }

    /// True for a scalar without quotes that is not a block scalar.
    package var isPlainScalar: Bool { record.isPlain }

    /// The scalar's UTF-8 value after unescaping and folding; empty for mappings and sequences.
    package var scalarBytes: ArraySlice<UInt8> {
        let record = self.record
        guard record.kind == .scalar else { return [] }
        return record.isVerbatim ? document.source.bytes[record.content] : document.sideText[record.content]
    }

    /// The scalar as written after unescaping and folding, whatever its type; empty for mappings and sequences.
    package var text: String { String(decoding: scalarBytes, as: UTF8.self) }

    package var isNull: Bool { scalarType == .null }

    /// The value of a scalar that is a string.
    package var string: String? { scalarType == .string ? text : nil }

    package var boolean: Bool? {
        guard scalarType == .boolean, let first = scalarBytes.first else { return nil }
        return first == UInt8(ascii: "t") || first == UInt8(ascii: "T")
    }

    /// The exact value of an integer or float; nil for other nodes, infinities and NaN.
    package var decimal: DecimalNumber? {
        switch scalarType {
        case .integer, .float: DecimalNumber(yaml: scalarBytes)
        default: nil
        }
    }

    // MARK: Collections

    /// Number of items of a sequence or of entries of a mapping; 0 for scalars.
    package var count: Int {
        let record = self.record
        switch record.kind {
        case .mapping: return record.content.count / 2
        case .sequence: return record.content.count
        case .scalar: return 0
        }
    }

    /// Items of a sequence; empty for other nodes.
    package var items: YAMLItems {
        let record = self.record
        return YAMLItems(document: document, range: record.kind == .sequence ? record.content : 0..<0)
    }

    /// Entries of a mapping in the order of the file; empty for other nodes.
    package var entries: YAMLEntries {
        let record = self.record
        return YAMLEntries(document: document, range: record.kind == .mapping ? record.content : 0..<0)
    }

    /// The value under a key of a mapping; nil when the key or the mapping is not there.
    package subscript(key: String) -> YAMLNode? { entry(key)?.value }

    package func entry(_ key: String) -> YAMLEntry? {
        let record = self.record
        guard record.kind == .mapping else { return nil }
        var key = key
        let wanted = key.withUTF8 { wanted in
            document.withNodeMemory { $0.place(ofKey: BorrowedText(wanted), hash: TextHash.of(wanted), in: record) }
        }
        guard let place = wanted else { return nil }
        return YAMLEntry(
            key: YAMLNode(document: document, number: document.children[place]),
            value: YAMLNode(document: document, number: document.children[place + 1]))
    }
}

/// A key and its value.
package struct YAMLEntry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode

    /// Key and value together.
    package var range: Range<Int> { key.range.lowerBound..<max(key.range.upperBound, value.range.upperBound) }
}

/// The items of a sequence.
package struct YAMLItems: RandomAccessCollection, Sendable {
    let document: YAMLDocument
    let range: Range<Int>

    package var startIndex: Int { 0 }
    package var endIndex: Int { range.count }
    package subscript(position: Int) -> YAMLNode {
        YAMLNode(document: document, number: document.children[range.lowerBound + position])
    }
}

/// The entries of a mapping.
package struct YAMLEntries: RandomAccessCollection, Sendable {
    let document: YAMLDocument
    let range: Range<Int>

    package var startIndex: Int { 0 }
    package var endIndex: Int { range.count / 2 }
    package subscript(position: Int) -> YAMLEntry {
        let first = range.lowerBound + 2 * position
        return YAMLEntry(
            key: YAMLNode(document: document, number: document.children[first]),
            value: YAMLNode(document: document, number: document.children[first + 1]))
    }
}
