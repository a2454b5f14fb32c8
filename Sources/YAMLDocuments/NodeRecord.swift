/// What a scalar means under the YAML 1.2 core schema.
public enum ScalarType: UInt8, Sendable, BitwiseCopyable {
    case null, boolean, integer, float, string
}

/// One node of a document's flat tree: 24 bytes without references, so that walking a tree counts none.
///
/// Public, as `NodeMemory` and `BorrowedText` are: the compiler does not inline `package` declarations in other modules.
public struct NodeRecord: Sendable, BitwiseCopyable {
    public enum Kind: UInt8, Sendable, BitwiseCopyable { case mapping, sequence, scalar }

    public let kind: Kind
    /// Means something for scalars only.
    public let scalarType: ScalarType
    /// True for a scalar without quotes that is not a block scalar.
    public let isPlain: Bool
    /// True when a scalar's text stands in the source as it is; else it had to be unescaped or folded.
    public let isVerbatim: Bool
    /// For a scalar `TextHash` of its text, else 0.
    public let textHash: UInt32
    /// Bytes of the source that the node covers.
    public internal(set) var lower: Int32
    public internal(set) var upper: Int32
    /// For a scalar a range of the source when `isVerbatim`, else of `YAMLDocument.sideText`; for others a range of
    /// `YAMLDocument.children`.
    public internal(set) var contentLower: Int32
    public internal(set) var contentUpper: Int32

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

    @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }
    @inlinable public var content: Range<Int> { Int(contentLower)..<Int(contentUpper) }
}
