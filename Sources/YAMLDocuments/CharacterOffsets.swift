import SourceText

/// Turns libyaml's marks into byte offsets.
///
/// libyaml counts characters (Unicode scalars; also a byte-order mark, since the reader names the encoding itself);
/// findings need bytes. For ASCII both are the same. Otherwise the last place is remembered and the way from there
/// counted: marks come nearly in order, so that all of them together cost one walk through the file.
struct CharacterOffsets {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    private var character = 0
    private var offset = 0

    /// - Parameter bytes: valid UTF-8 that must outlive this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        isASCII = bytes.reduce(0, |) < 0x80
    }

    mutating func byteOffset(ofCharacter wanted: Int) -> Int {
        guard !isASCII else { return min(wanted, bytes.count) }
        while character < wanted, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset].isUTF8Continuation { offset += 1 }
            character += 1
        }
        while character > wanted {
            offset -= 1
            while offset > 0, bytes[offset].isUTF8Continuation { offset -= 1 }
            character -= 1
        }
        return offset
    }
}
