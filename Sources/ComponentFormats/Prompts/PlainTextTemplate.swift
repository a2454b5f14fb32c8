package import SourceText

extension PromptTemplate {
    /// Text as it stands. Only `{{name}}` is taken for a place to be filled; everything else is sent.
    ///
    /// - Parameter findsPlaceholders: false for a text that is one piece whatever stands in it.
    package static func plainText(
        _ source: SourceFile, range: Range<Int>, findsPlaceholders: Bool = true
    ) -> PromptTemplate {
        if findsPlaceholders { return plainText(MappedText(source), range: range) }
        return PromptTemplate(engine: .undeclared, pieces: [Piece(text: MappedText(source), range)])
    }

    package static func plainText(_ source: MappedText, range: Range<Int>? = nil) -> PromptTemplate {
        let bytes = source.bytes
        let range = range ?? 0..<bytes.count
        var pieces: [Piece] = []
        var textStart = range.lowerBound
        var index = range.lowerBound
        func text(_ range: Range<Int>) -> [Piece] {
            range.isEmpty ? [] : [Piece(text: source, range)]
        }
        while index < range.upperBound {
            guard let end = placeholderEnd(in: bytes, from: index, limit: range.upperBound) else {
                index += 1
                continue
            }
            pieces += text(textStart..<index)
            let name = String(source.text(index + 2..<end - 2).trimmingWhiteSpace())
            pieces.append(Piece(.expression(variables: [name]), "{{\(name)}}", in: source, index..<end))
            index = end
            textStart = end
        }
        pieces += text(textStart..<range.upperBound)
        return PromptTemplate(engine: .undeclared, pieces: pieces)
    }

    /// The end of `{{name}}` at an offset: letters, digits, `_`, `.` and `-`, with spaces around them.
    private static func placeholderEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        guard start + 4 < limit, bytes[start] == UInt8(ascii: "{"), bytes[start + 1] == UInt8(ascii: "{") else {
            return nil
        }
        var index = start + 2
        while index < limit, bytes[index] == UInt8(ascii: " ") { index += 1 }
        let nameStart = index
        while index < limit, isNameByte(bytes[index]) { index += 1 }
        guard index > nameStart else { return nil }
        while index < limit, bytes[index] == UInt8(ascii: " ") { index += 1 }
        guard index + 1 < limit, bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") else {
            return nil
        }
        return index + 2
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
