/// The bytes of a scalar, borrowed from a document's memory: a slice that is copied without counting references.
///
/// Valid only where its `NodeMemory` is. Debug builds check every access.
#if compiler(>=6.2)
    @safe
#endif
public struct BorrowedText {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>

    @inlinable
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inlinable public var count: Int { bytes.count }
    @inlinable public var isEmpty: Bool { bytes.isEmpty }
    @inlinable public subscript(index: Int) -> UInt8 { bytes[index] }

    /// Unicode scalars, which is what RFC 8259 calls characters; the text must be UTF-8.
    package var scalarCount: Int { bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }

    /// The scalar that starts at an index, and the bytes that it takes; the text must be UTF-8.
    public func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        guard first >= 0xC0 else { return (UInt32(first), 1) }
        let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, count - index)
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return (value, length)
    }

    /// A copy that may be kept.
    package var array: [UInt8] { Array(bytes) }
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    @inlinable
    public static func == (left: BorrowedText, right: BorrowedText) -> Bool {
        TextHash.areEqual(left.bytes, right.bytes)
    }

    /// Whether the text is what stands in a range of an array.
    @inlinable @inline(__always)
    public func isEqual(to other: [UInt8], _ range: Range<Int>) -> Bool {
        bytes.count == range.count
            && other.withUnsafeBufferPointer { TextHash.areEqual(bytes, UnsafeBufferPointer(rebasing: $0[range])) }
    }

    @inlinable
    public func starts(with prefix: [UInt8]) -> Bool {
        prefix.count <= count
            && BorrowedText(UnsafeBufferPointer(rebasing: bytes[..<prefix.count]))
                .isEqual(to: prefix, 0..<prefix.count)
    }

    /// Whether the text starts with what stands in a range of an array.
    @inlinable
    public func starts(with other: [UInt8], _ range: Range<Int>) -> Bool {
        range.count <= count
            && BorrowedText(UnsafeBufferPointer(rebasing: bytes[..<range.count])).isEqual(to: other, range)
    }

    /// Hashes with Swift's secret seed (see `TextHash` for when that is needed).
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }

    /// Lends a copy-free view of bytes that are not a document's.
    package static func lend<Result>(_ bytes: ArraySlice<UInt8>, _ body: (BorrowedText) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(BorrowedText($0)) }
    }
}
