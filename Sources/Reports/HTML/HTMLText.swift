/// HTML as text (the HTML standard, "Serializing HTML fragments"). Characters that hide or act are made visible.
enum HTMLText {
    static func document(_ root: HTML) -> String {
        var text = "<!DOCTYPE html>\n"
        write(root, to: &text)
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    static func of(_ piece: HTML) -> String {
        var text = ""
        write(piece, to: &text)
        return text
    }

    private static func write(_ piece: HTML, to text: inout String) {
        switch piece {
        case .text(let words): text += escaped(words)
        case .pieces(let pieces): for piece in pieces { write(piece, to: &text) }
        case .style(let css): text += css.text
        case .element(let element): write(element, to: &text)
        }
    }

    private static func write(_ element: HTML.Element, to text: inout String) {
        text += "<" + element.tag.rawValue
        for attribute in element.attributes {
            text += " " + attribute.name
            if let value = attribute.value { text += "=\"" + escaped(value) + "\"" }
        }
        text += ">"
        if !element.tag.isVoid {
            for piece in element.content { write(piece, to: &text) }
            text += "</" + element.tag.rawValue + ">"
        }
        if element.tag.isBlock { text += "\n" }
    }

    /// For text and for attribute values in double quotes.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 && !special.contains($0) }) { return text }
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped += " "
            } else if character == "\t" {
                escaped += "    "
            } else {
                // Scalar by scalar: with a combining mark behind it, a quote is another character, but still a quote.
                for scalar in VisibleText.of(character).unicodeScalars { escaped += entity(scalar) }
            }
        }
        return escaped
    }

    private static func entity(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: String(scalar)
        }
    }

    private static let special = Array("&<>\"'".utf8)
}
