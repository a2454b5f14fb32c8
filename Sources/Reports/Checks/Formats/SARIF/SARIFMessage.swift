/// Text for a person, with Markdown for viewers that can show it.
struct SARIFMessage: Encodable {
    private let text: String
    private let markdown: String?

    init(_ text: String, markdown: String? = nil) {
        self.text = Self.literal(text)
        self.markdown = markdown
    }

    /// Messages can hold placeholders such as `{0}` and links such as `[text](1)` (3.11.5, 3.11.6); ours hold none, so
    /// what looks like one is written such that it is none.
    private static func literal(_ text: String) -> String {
        var literal = ""
        var rest = text[...]
        while let character = rest.first {
            if character == "{", rest.dropFirst().prefix(while: { $0.isWholeNumber }).count > 0,
                rest.dropFirst().drop(while: { $0.isWholeNumber }).first == "}"
            {
                literal += "{{" + rest.dropFirst().prefix { $0.isWholeNumber } + "}}"
                rest = rest.dropFirst().drop { $0.isWholeNumber }.dropFirst()
                continue
            }
            if character == "[", let close = rest.firstIndex(of: "]"), rest[close...].hasPrefix("](") {
                literal += "\\"
            }
            literal.append(character)
            rest.removeFirst()
        }
        return literal
    }
}
