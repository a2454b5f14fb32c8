/// Splits the header part of a commit or tag into fields, by position in the raw bytes.
struct HeaderScanner {
    struct Field {
        let name: String
        /// The whole field with its line break and continuation lines, as a range of the object's bytes.
        let range: Range<Int>
        /// The value with the continuation lines' leading spaces removed, without the final line break.
        let value: [UInt8]
    }

    let fields: [Field]
    /// Where the message starts: behind the blank line.
    let messageStart: Int

    /// Reads fields until the blank line. Throws for a NUL anywhere, a carriage return in a header, and lines
    /// that are no field.
    init(_ bytes: [UInt8]) throws(MalformedObject) {
        guard !bytes.contains(0) else { throw .nulByte }
        var fields: [Field] = []
        var index = 0
        while true {
            guard index < bytes.count else { throw .missingBlankLine }
            if bytes[index] == newline { break }
            let start = index
            let firstLine = try Self.line(bytes, from: index)
            guard let gap = bytes[firstLine].firstIndex(of: space), gap > start else { throw .badHeader }
            let name = String(decoding: bytes[start..<gap], as: UTF8.self)
            var value = Array(bytes[gap + 1..<firstLine.upperBound])
            index = firstLine.upperBound + 1
            while index < bytes.count, bytes[index] == space {
                let continuation = try Self.line(bytes, from: index)
                value.append(newline)
                value.append(contentsOf: bytes[continuation.lowerBound + 1..<continuation.upperBound])
                index = continuation.upperBound + 1
            }
            fields.append(Field(name: name, range: start..<index, value: value))
        }
        self.fields = fields
        messageStart = index + 1
    }

    private static func line(_ bytes: [UInt8], from start: Int) throws(MalformedObject) -> Range<Int> {
        guard let end = bytes[start...].firstIndex(of: newline) else { throw .badHeader }
        guard !bytes[start..<end].contains(UInt8(ascii: "\r")) else { throw .carriageReturn }
        return start..<end
    }
}

let newline = UInt8(ascii: "\n")

/// Finds signature armor at the start of lines. The three kinds are those that git knows (gpg-interface.c).
enum ArmorScanner {
    private static let beginnings = [
        "-----BEGIN SSH SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----",
        "-----BEGIN SIGNED MESSAGE-----",
    ].map { Array($0.utf8) }

    /// Offsets of the lines that open a signature block.
    static func starts(in bytes: ArraySlice<UInt8>) -> [Int] {
        var starts: [Int] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let rest = bytes[index...]
            if beginnings.contains(where: { rest.starts(with: $0) }) { starts.append(index) }
            guard let lineBreak = rest.firstIndex(of: newline) else { break }
            index = lineBreak + 1
        }
        return starts
    }
}
