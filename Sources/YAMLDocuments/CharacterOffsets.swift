import SourceText

/// Turns libyaml's marks into byte offsets.
///
/// libyaml counts characters (Unicode scalars; also a byte-order mark, since the reader names the encoding itself);
/// findings need bytes. For ASCII both are the same; otherwise every 256th character's offset is kept and the rest is
/// counted.
struct CharacterOffsets {
    private static let stride = 256
    private let bytes: [UInt8]
    /// Byte offsets of characters 0, 256, 512 …; empty when all bytes are ASCII.
    private let checkpoints: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var checkpoints: [Int] = []
        if bytes.contains(where: { $0 >= 0x80 }) {
            var character = 0
            for index in bytes.indices where !bytes[index].isUTF8Continuation {
                if character.isMultiple(of: Self.stride) { checkpoints.append(index) }
                character += 1
            }
        }
        self.checkpoints = checkpoints
    }

    func byteOffset(ofCharacter character: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(character, bytes.count) }
        let checkpoint = min(character / Self.stride, checkpoints.count - 1)
        var index = checkpoints[checkpoint]
        var remaining = character - checkpoint * Self.stride
        while remaining > 0, index < bytes.count {
            index += 1
            while index < bytes.count, bytes[index].isUTF8Continuation { index += 1 }
            remaining -= 1
        }
        return index
    }
}
