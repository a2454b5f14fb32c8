import SourceText

/// The placeholders of Guardrails AI's RAIL, `${name}` and `$name`, which are Python's `string.Template` (guardrails,
/// utils/templating_utils.py); names that begin with
/// `gr.` stand for texts of the library itself. `$$` sends one dollar sign.
package enum DollarBraceTemplate {
    package static func read(_ text: MappedText) -> TemplateReading {
        let bytes = text.bytes
        var builder = TemplateBuilder(text)
        var textStart = 0
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "$") else {
                index += 1
                continue
            }
            if bytes[index + 1] == UInt8(ascii: "$") {
                builder.add(text: textStart..<index + 1)
                index += 2
                textStart = index
                continue
            }
            let isBraced = bytes[index + 1] == UInt8(ascii: "{")
            let nameStart = index + (isBraced ? 2 : 1)
            let nameEnd = isBraced ? bytes.find("}".utf8, from: nameStart) : nameEnd(from: nameStart, in: bytes)
            // A name has no line break, and no other placeholder in it.
            guard let nameEnd, !bytes[nameStart..<nameEnd].contains(where: { "\n${".utf8.contains($0) }) else {
                builder.add(text: textStart..<index)
                return builder.stopped(.rail, by: .unclosed("placeholder", at: index, in: bytes, closing: "}"))
            }
            // A dollar sign before a number is one.
            guard nameEnd > nameStart else {
                index += 1
                continue
            }
            builder.add(text: textStart..<index)
            let name = text.text(nameStart..<nameEnd)
            let isOwn = name.hasPrefix("gr.") || name == "output_schema"
            let end = nameEnd + (isBraced ? 1 : 0)
            builder.add(.expression(variables: isOwn ? [] : [name]), text.text(index..<end), at: index..<end)
            index = end
            textStart = index
        }
        builder.add(text: textStart..<bytes.count)
        return builder.finished(.rail) { $0 }
    }

    /// Where a name of letters, digits and `_` ends.
    private static func nameEnd(from start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            let isLetter = byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            guard isLetter || isDigit && index > start else { break }
            index += 1
        }
        return index
    }
}
