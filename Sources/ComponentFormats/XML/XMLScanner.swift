/// Moves over the bytes of an XML document: names, white space, references (XML 1.0, sections 2.2, 2.3, 4.1).
struct XMLScanner {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index >= bytes.count }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    func hasPrefix(_ text: StaticString) -> Bool { bytes[index...].starts(with: text.description.utf8) }

    mutating func skip(_ text: StaticString) -> Bool {
        guard hasPrefix(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// True when there was some.
    @discardableResult mutating func skipSpace() -> Bool {
        let start = index
        while let byte = next, Self.isSpace(byte) { index += 1 }
        return index > start
    }

    /// The place of a text at or behind the current one.
    func find(_ text: StaticString, before limit: Int? = nil) -> Int? {
        let needle = Array(text.description.utf8)
        let end = limit ?? bytes.count
        var start = index
        while start + needle.count <= end, let first = bytes[start..<end].firstIndex(of: needle[0]) {
            if bytes[first..<end].starts(with: needle) { return first }
            start = first + 1
        }
        return nil
    }

    mutating func name() throws(XMLMistake) -> Range<Int> {
        let start = index
        guard let first = next, Self.isNameStart(first) else {
            throw mistake("a name is missing here", mend: "Names begin with a letter or _.")
        }
        while let byte = next, Self.isNameStart(byte) || Self.isNameInside(byte) { index += 1 }
        return start..<index
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A mistake at the current byte, or at a range.
    func mistake(_ message: String, at range: Range<Int>? = nil, mend: String) -> XMLMistake {
        let here = min(index, bytes.count)
        return XMLMistake(message: message, range: range ?? here..<min(here + 1, bytes.count), mend: mend)
    }

    // MARK: Characters

    /// The characters of a range with references resolved. Line breaks become line feeds, in attributes spaces.
    func characters(_ range: Range<Int>, isAttribute: Bool) throws(XMLMistake) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "&"):
                let (scalar, end) = try reference(at: place, before: range.upperBound)
                result += String(scalar).utf8
                place = end
                continue
            case 13:
                if place + 1 >= range.upperBound || bytes[place + 1] != 10 { result.append(isAttribute ? 32 : 10) }
            case 9, 10: result.append(isAttribute ? 32 : byte)
            case 0..<32:
                throw mistake(
                    "this character may not stand in XML", at: place..<place + 1, mend: "Delete the control character.")
            default: result.append(byte)
            }
            place += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "apos": "'", "gt": ">", "lt": "<", "quot": "\"",
    ]

    private func reference(
        at start: Int, before limit: Int
    ) throws(XMLMistake) -> (scalar: Unicode.Scalar, end: Int) {
        let window = bytes[start..<min(start + 12, limit)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else {
            throw mistake(
                "the sign & begins no reference", at: start..<start + 1, mend: "Write &amp; for the sign itself.")
        }
        let name = text(start + 1..<end)
        let range = start..<end + 1
        if let scalar = Self.entities[name] { return (scalar, end + 1) }
        guard name.hasPrefix("#") else {
            throw mistake(
                "the entity \(name) is not one of XML's own", at: range,
                mend: "Write the character itself, or its number such as &#8364;.")
        }
        let isHexadecimal = name.hasPrefix("#x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.first != "+", digits.first != "-",
            let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value),
            value >= 32 || [9, 10, 13].contains(value), value != 0xFFFE, value != 0xFFFF
        else {
            throw mistake("\(name) is the number of no character", at: range, mend: "Write the character itself.")
        }
        return (scalar, end + 1)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...10).contains(byte) || byte == 13 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    private static func isNameInside(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
