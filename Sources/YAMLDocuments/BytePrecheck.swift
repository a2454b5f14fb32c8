import SourceText

/// What is refused before libyaml sees the bytes: the size, a NUL, a binary or UTF-16 file, broken UTF-8, a
/// byte-order mark in the middle.
enum BytePrecheck {
    static func problem(in bytes: [UInt8], limits: ReadLimits) -> YAMLProblem? {
        if bytes.count > limits.bytes {
            return YAMLProblem(
                .limit, 0..<0, "the file has \(bytes.count) bytes, more than the limit of \(limits.bytes)",
                mend: "Split the file, or keep large content outside the documents.")
        }
        if let offset = bytes.firstIndex(of: 0) {
            return YAMLProblem(
                .encoding, offset..<offset + 1, "a NUL byte: this is a binary or UTF-16 file, not YAML text",
                mend: "Save the file as UTF-8 text, or take it out of the project's document globs.")
        }
        if let offset = firstInvalidUTF8(in: bytes) {
            return YAMLProblem(
                .encoding, offset..<offset + 1, "a byte that is not UTF-8: this is a binary file or another encoding",
                mend: "Save the file as UTF-8 text, or take it out of the project's document globs.")
        }
        if let offset = innerByteOrderMark(in: bytes) {
            return YAMLProblem(
                .encoding, offset..<offset + 3, "a byte-order mark in the middle of the file",
                mend: "Delete the invisible character U+FEFF here.")
        }
        return nil
    }

    private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return min(offset, bytes.count - 1)
            case .emptyInput: return nil
            }
        }
    }

    private static func innerByteOrderMark(in bytes: [UInt8]) -> Int? {
        guard bytes.count > 3 else { return nil }
        return (1...bytes.count - 3).first { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBB && bytes[$0 + 2] == 0xBF }
    }
}
