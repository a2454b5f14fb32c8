/// Where an address that starts at an offset ends: `https://…`, `name@host`, `@name`.
enum AddressEnd {
    /// Nil where none starts. `word` is the end of the word that starts there.
    static func find(in bytes: [UInt8], from start: Int, _ span: Range<Int>, word: Int) -> Int? {
        if bytes[start] == UInt8(ascii: "@") {
            return start + 1 < span.upperBound && bytes[start + 1].isASCIILetterOrDigit
                ? end(in: bytes, from: start + 1, span) : nil
        }
        guard word > start, bytes[start].isASCIILetterOrDigit else { return nil }
        // Of a scheme or of a mailbox only so many bytes are looked at, so that long lines cost no more than once.
        let limit = min(span.upperBound, start + 64)
        var index = word
        while index < limit, bytes[index].isASCIILetterOrDigit || "+.-_%".utf8.contains(bytes[index]) { index += 1 }
        guard index + 1 < span.upperBound else { return nil }
        let isMailbox = bytes[index] == UInt8(ascii: "@") && bytes[index + 1].isASCIILetterOrDigit
        let isScheme = bytes[index...].prefix(3).elementsEqual("://".utf8)
        return isMailbox || isScheme ? end(in: bytes, from: index + 1, span) : nil
    }

    /// Up to white space, quotes or brackets; punctuation that closes the sentence around it is no part.
    private static func end(in bytes: [UInt8], from start: Int, _ span: Range<Int>) -> Int {
        var end = start
        while end < span.upperBound, bytes[end] > 0x20, bytes[end] < 0x7F, !"<>\"'`()[]{}|".utf8.contains(bytes[end]) {
            end += 1
        }
        while end > start, ".,;:!?*_".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }
}
