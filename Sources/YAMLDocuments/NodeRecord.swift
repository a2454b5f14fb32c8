/// What a scalar means under the YAML 1.2 core schema.
package enum ScalarType: UInt8, Sendable, BitwiseCopyable {
    case null, boolean, integer, float, string
}

/// One node of a document's flat tree: 24 bytes without references, so that walking a tree counts none.
package struct NodeRecord: Sendable, BitwiseCopyable {
    package enum Kind: UInt8, Sendable, BitwiseCopyable { case mapping, sequence, scalar }

    package let kind: Kind
    /// Means something for scalars only.
    package let scalarType: ScalarType
    /// True for a scalar without quotes that is not a block scalar.
    package let isPlain: Bool
    /// True when a scalar's text stands in the source as it is; else it had to be unescaped or folded.
    package let isVerbatim: Bool
    /// For a scalar `TextHash` of its text, else 0.
    package let textHash: UInt32
    /// Bytes of the source that the node covers.
    package internal(set) var lower: Int32
    package internal(set) var upper: Int32
    /// For a scalar a range of the source when `isVerbatim`, else of `YAMLDocument.sideText`; for others a range of
    /// `YAMLDocument.children`.
    package internal(set) var contentLower: Int32
    package internal(set) var contentUpper: Int32

    init(scalar type: ScalarType, isPlain: Bool, isVerbatim: Bool, hash: UInt32, range: Range<Int>, text: Range<Int>) {
        kind = .scalar
        scalarType = type
        self.isPlain = isPlain
        self.isVerbatim = isVerbatim
        textHash = hash
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
        contentLower = Int32(text.lowerBound)
        contentUpper = Int32(text.upperBound)
    }

    /// A mapping or sequence without content.
    init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        scalarType = .null
        isPlain = false
        isVerbatim = false
        textHash = 0
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
        contentLower = 0
        contentUpper = 0
    }

    package var range: Range<Int> { Int(lower)..<Int(upper) }
    package var content: Range<Int> { Int(contentLower)..<Int(contentUpper) }
}
