import SourceText

/// Python's format strings (docs.python.org, "Format String Syntax"): `{name}`, `{name!r:>10}`, `{{` for a brace.
enum FormatStringTemplate {
    static func read(_ text: MappedText, from start: Int = 0) -> TemplateReading {
        let bytes = text.bytes
        var builder = TemplateBuilder(text)
        var textStart = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == byte {
                // Of two braces one is sent.
                builder.add(text: textStart..<index + 1)
                index += 2
                textStart = index
                continue
            }
            builder.add(text: textStart..<index)
            textStart = index + 1
            guard byte == UInt8(ascii: "{") else {
                builder.report(
                    "a closing brace has no opening one", at: index..<index + 1,
                    mend: "Write }} where a brace is meant.")
                index += 1
                continue
            }
            guard let end = fieldEnd(from: index, in: bytes) else {
                return builder.stopped(
                    .fString, by: .unclosed("brace", at: index, in: bytes, closing: "}, or write {{ where one is meant")
                )
            }
            let span = index..<end
            builder.add(
                .expression(variables: variables(bytes[index + 1..<end - 1])), text.text(span), at: span)
            index = end
            textStart = end
        }
        builder.add(text: textStart..<bytes.count)
        return builder.finished(.fString) { $0 }
    }

    /// Behind the brace that closes a field; the format may hold fields of its own.
    private static func fieldEnd(from start: Int, in bytes: [UInt8]) -> Int? {
        var depth = 0
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: "{") { depth += 1 }
            if bytes[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return nil
    }

    /// `user.name` of `user.name[0]!r:>{width}`, and `width`.
    private static func variables(_ field: ArraySlice<UInt8>) -> [String] {
        var isInBrackets = false
        let end = field.firstIndex { byte in
            if byte == UInt8(ascii: "[") { isInBrackets = true }
            if byte == UInt8(ascii: "]") { isInBrackets = false }
            return !isInBrackets && (byte == UInt8(ascii: "!") || byte == UInt8(ascii: ":"))
        }
        let name = field[..<(end ?? field.endIndex)].prefix { $0 != UInt8(ascii: "[") }
        var found = name.isEmpty ? [] : [String(decoding: name, as: UTF8.self)]
        var rest = field[(end ?? field.endIndex)...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            found += variables(rest[open + 1..<close])
            rest = rest[(close + 1)...]
        }
        return found
    }
}
