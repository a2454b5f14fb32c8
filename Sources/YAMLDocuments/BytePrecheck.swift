import SourceText

/// One pass over the bytes before any parser sees them: the size, and characters that no text file should hold.
///
/// Eight bytes at a time; only those beyond printable ASCII are looked at one by one.
enum BytePrecheck {
    struct Result {
        /// The first thing that keeps the file from being read.
        var problem: YAMLProblem?
        var warnings: [YAMLProblem] = []
    }

    static func check(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadLimits, isJSON: Bool = false) -> Result {
        if bytes.count > limits.bytes { return Result(problem: tooLong(bytes.count, limits)) }
        if let problem = foreignMark(bytes) { return Result(problem: problem) }
        var result = Result()
        var offset = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        let base = UnsafeRawBufferPointer(bytes)
        while offset < bytes.count {
            if offset + 8 <= bytes.count, isOrdinary(base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
                offset += 8
                continue
            }
            // These few one by one.
            let upper = min(offset + 8, bytes.count)
            while offset < upper {
                let length = length(ofCharacterAt: offset, bytes)
                guard length > 0 else {
                    result.problem = invalid(at: offset, bytes)
                    return result
                }
                if let found = character(at: offset, length, bytes, isJSON: isJSON) {
                    guard found.severity == .warning else {
                        result.problem = found
                        return result
                    }
                    if result.warnings.count < warningLimit { result.warnings.append(found) }
                }
                offset += length
            }
        }
        return result
    }

    /// Whether eight bytes are all from space to tilde, or line feeds.
    @inline(__always)
    private static func isOrdinary(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        // The high bit of each byte: set beyond ASCII, or for DEL once 1 is added.
        let beyond = (word | (word &+ 0x0101_0101_0101_0101)) & high
        guard beyond == 0 else { return false }
        // Clear below a space once 0x60 is added; set where the byte differs from a line feed.
        let isControl = ~(word &+ 0x6060_6060_6060_6060) & high
        let isNotFeed = ((word ^ 0x0A0A_0A0A_0A0A_0A0A) &+ 0x7F7F_7F7F_7F7F_7F7F) & high
        return isControl & isNotFeed == 0
    }

    /// Warnings about hidden separators after which more would tell nothing new.
    private static let warningLimit = 20

    // MARK: Whole file

    private static func tooLong(_ count: Int, _ limits: ReadLimits) -> YAMLProblem {
        YAMLProblem(
            .limit, limits.bytes..<limits.bytes + 1,
            "the file has \(count) bytes, more than the limit of \(limits.bytes), which ends here",
            mend: "Split the file, or keep large content outside the documents.")
    }

    /// A file in UTF-16 or UTF-32, by its byte-order mark (YAML 1.2.2, 5.2) or by the NUL bytes that ASCII letters
    /// have there.
    private static func foreignMark(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLProblem? {
        let head = Array(bytes.prefix(4))
        let name: String? =
            switch (head.first, head.dropFirst().first, head.dropFirst(2).first, head.dropFirst(3).first) {
            case (0xFF, 0xFE, 0, 0): "UTF-32 (little-endian)"
            case (0, 0, 0xFE, 0xFF), (0, 0, 0, .some(1...0x7F)): "UTF-32 (big-endian)"
            case (.some(1...0x7F), 0, 0, 0): "UTF-32 (little-endian)"
            case (0xFF, 0xFE, _, _), (.some(1...0x7F), 0, .some(1...0x7F), 0): "UTF-16 (little-endian)"
            case (0xFE, 0xFF, _, _), (0, .some(1...0x7F), 0, .some(1...0x7F)): "UTF-16 (big-endian)"
            default: nil
            }
        return name.map {
            YAMLProblem(
                .encoding, 0..<min(2, bytes.count), "the file is in \($0), not in UTF-8", mend: "Save it as UTF-8.")
        }
    }

    // MARK: One character

    /// Bytes of the well-formed UTF-8 character at an offset (Unicode 16, table 3-7); 0 when there is none.
    @inline(__always)
    private static func length(ofCharacterAt offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let first = bytes[offset]
        if first < 0x80 { return 1 }
        let left = bytes.count - offset
        func isTail(_ index: Int) -> Bool { bytes[offset + index].isUTF8Continuation }
        switch first {
        case 0xC2...0xDF: return left >= 2 && isTail(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isTail(1), isTail(2) else { return 0 }
            let second = bytes[offset + 1]
            if first == 0xE0, second < 0xA0 { return 0 }
            return first == 0xED && second > 0x9F ? 0 : 3
        case 0xF0...0xF4:
            guard left >= 4, isTail(1), isTail(2), isTail(3) else { return 0 }
            let second = bytes[offset + 1]
            if first == 0xF0, second < 0x90 { return 0 }
            return first == 0xF4 && second > 0x8F ? 0 : 4
        default: return 0
        }
    }

    private static func invalid(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> YAMLProblem {
        let isSurrogate = bytes[offset] == 0xED && offset + 1 < bytes.count && (0xA0...0xBF).contains(bytes[offset + 1])
        let byte = hexadecimal(UInt32(bytes[offset]), digits: 2)
        return YAMLProblem(
            .encoding, offset..<offset + 1,
            isSurrogate
                ? "half of a surrogate pair at byte \(offset), which is not UTF-8"
                : "the byte 0x\(byte) at byte \(offset) is not UTF-8: this is a binary file or another encoding",
            mend: "Save the file as UTF-8 text, or take it out of the project's document globs.")
    }

    /// What is wrong with a well-formed character. YAML's character set is rule c-printable (5.1).
    ///
    /// Deviation: the specification lets DEL, C1 controls and U+FFFE stand inside quotes, for the sake of JSON. They
    /// are invisible to a reviewer and can be written as escapes, so they are refused everywhere.
    @inline(__always)
    private static func character(
        at offset: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool
    ) -> YAMLProblem? {
        let first = bytes[offset]
        if length == 1 {
            if first >= 0x20 ? first != 0x7F : first == 0x0A || first == 0x0D || first == 0x09 { return nil }
            if first == 0 {
                return YAMLProblem(
                    .encoding, offset..<offset + 1, "a NUL byte: this is a binary file, not text",
                    mend: "Save the file as UTF-8 text, or take it out of the project's document globs.")
            }
            return isJSON ? nil : control(UInt32(first), offset..<offset + 1)
        }
        if isJSON || (first != 0xC2 && first != 0xE2 && first != 0xEF) { return nil }
        let second = bytes[offset + 1]
        if first == 0xC2 {
            guard second < 0xA0 else { return nil }
            return second == 0x85 ? separator(0x85, offset..<offset + 2) : control(UInt32(second), offset..<offset + 2)
        }
        let third = bytes[offset + 2]
        if first == 0xE2 {
            guard second == 0x80, third == 0xA8 || third == 0xA9 else { return nil }
            return separator(third == 0xA8 ? 0x2028 : 0x2029, offset..<offset + 3)
        }
        if second == 0xBB, third == 0xBF {
            return YAMLProblem(
                .encoding, offset..<offset + 3, "a byte-order mark in the middle of the file",
                mend: "Delete the invisible character U+FEFF here.")
        }
        guard second == 0xBF, third >= 0xBE else { return nil }
        return control(third == 0xBE ? 0xFFFE : 0xFFFF, offset..<offset + 3)
    }

    private static func control(_ code: UInt32, _ range: Range<Int>) -> YAMLProblem {
        let escape = code < 0x100 ? "\\x\(hexadecimal(code, digits: 2))" : "\\u\(hexadecimal(code, digits: 4))"
        return YAMLProblem(
            .encoding, range, "the control character U+\(hexadecimal(code, digits: 4)), which YAML does not allow",
            mend: "Delete the invisible character; if it is meant, write \(escape) inside double quotes.")
    }

    /// Text in YAML 1.2 (5.4), but a line break for readers of YAML 1.1: they may see a key that a reviewer does not.
    private static func separator(_ code: UInt32, _ range: Range<Int>) -> YAMLProblem {
        YAMLProblem(
            .ambiguousScalar, range,
            "the invisible separator U+\(hexadecimal(code, digits: 4)) is text here, but a line break for older YAML tools",
            mend:
                "Write a line break or a space, or the escape \\\(code == 0x85 ? "N" : code == 0x2028 ? "L" : "P") in double quotes."
        )
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
