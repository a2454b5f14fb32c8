import YAMLDocuments

/// Values and types in the words of somebody who writes YAML.
enum Wording {
    /// A value as it is quoted in a message: `"hihg"`, `30`, `a list`.
    static func value(_ node: YAMLNode) -> String {
        switch node.scalarType {
        case nil: flow(node) ?? (node.kind == .mapping ? "a mapping" : "a list")
        case .string: "\"\(shortened(node.text))\""
        case .null: "empty"
        default: shortened(node.text)
        }
    }

    /// A short collection of scalars as `[low, high]` or `{id: x}`; nil for others.
    private static func flow(_ node: YAMLNode) -> String? {
        guard node.count <= 8, node.items.allSatisfy({ $0.kind == .scalar }),
            node.entries.allSatisfy({ $0.value.kind == .scalar })
        else { return nil }
        let text =
            node.kind == .mapping
            ? "{" + node.entries.map { "\($0.key.text): \(plain($0.value))" }.joined(separator: ", ") + "}"
            : "[" + node.items.map(plain).joined(separator: ", ") + "]"
        return text.count <= 80 ? text : nil
    }

    /// A value with its type: `the text "30"`, `the number 30`.
    static func typedValue(_ node: YAMLNode) -> String {
        switch node.scalarType {
        case .string: "the text \(value(node))"
        case .integer, .float: "the number \(value(node))"
        case nil: node.kind == .mapping ? "a mapping" : "a list"
        default: value(node)
        }
    }

    /// A value as one would write it: text without quotes.
    static func plain(_ node: YAMLNode) -> String {
        switch node.scalarType {
        case .string: node.scalarBytes.isEmpty ? "\"\"" : shortened(node.text)
        case .null: "null"
        default: value(node)
        }
    }

    /// A constant with its type, as it would be written.
    static func typedConstant(_ node: YAMLNode) -> String { node.isNull ? "null" : typedValue(node) }

    static func types(_ types: TypeSet) -> String { list(typeWords(types), "or") }

    static func typeWords(_ types: TypeSet) -> [String] {
        var words: [String] = []
        if types.contains(.string) { words.append("text") }
        if types.contains(.number) {
            words.append("a number")
        } else if types.contains(.integer) {
            words.append("a whole number")
        } else if types.contains(.integerAsWritten) {
            words.append("a whole number without a point")
        }
        if types.contains(.boolean) { words.append("true or false") }
        if types.contains(.array) { words.append("a list") }
        if types.contains(.object) { words.append("a mapping") }
        if types.contains(.null) { words.append("empty") }
        return words
    }

    /// `a, b or c`.
    static func list(_ words: [String], _ conjunction: String) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }

    /// `a, b, c`, cut short when there are many.
    static func enumeration(_ words: [String]) -> String {
        guard words.count > 20 else { return words.joined(separator: ", ") }
        return words.prefix(16).joined(separator: ", ") + ", … (\(words.count) in all)"
    }

    static func count(_ count: Int, _ singular: String, _ plural: String) -> String {
        "\(count) \(count == 1 ? singular : plural)"
    }

    /// One line of at most 60 characters.
    static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let isCut = line.count < text.count
        if line.count > 60 { return line.prefix(57) + "…" }
        return isCut ? line + "…" : line
    }

    /// A description's first sentence, ready to stand inside another sentence: without its full stop, and without a
    /// capital that only starts a sentence (`A role` loses it, `RFC 1123` does not).
    static func firstSentence(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        var sentence = line[...]
        for index in line.indices where line[index] == "." {
            let next = line.index(after: index)
            if next == line.endIndex || line[next] == " " {
                sentence = line[..<index]
                break
            }
        }
        let second = sentence.dropFirst().first
        if second?.isLowercase == true || second == " " {
            return sentence.prefix(1).lowercased() + sentence.dropFirst()
        }
        return String(sentence)
    }
}

/// What a schema says for people.
struct Annotations {
    let schema: YAMLNode

    /// The title, or the description's first sentence.
    var summary: String? {
        (schema["title"]?.string ?? schema["description"]?.string).map(Wording.firstSentence)
            .flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Examples of scalars as one would write them.
    var examples: [String] {
        guard let examples = schema["examples"] else { return [] }
        return examples.items.filter { $0.kind == .scalar }.prefix(3).map(Wording.plain)
    }
}
