package import YAMLDocuments

/// Category codes of Llama Guard, as configurations and prompts list them.
package struct GuardCodes: Sendable {
    /// One listed code, and its name where one is written beside it.
    package struct Entry: Sendable {
        package let code: String
        package let name: String?
    }

    package let entries: [Entry]

    /// The codes of a value: a list of codes, a list of mappings that name one, a mapping by code, a text of codes with
    /// commas, or a text with a line for each. Nil for everything else.
    package init?(_ node: YAMLNode) {
        guard let entries = node.kind == .scalar ? Self.entries(in: node.text) : Self.entries(of: node) else {
            return nil
        }
        self.entries = entries
    }

    /// `S1, S2, S10`, or at least two lines that begin with a code and a name, as in the prompt of the model.
    package init?(text: String) {
        guard let entries = Self.entries(in: text) else { return nil }
        self.entries = entries
    }

    private static func entries(of collection: YAMLNode) -> [Entry]? {
        let found =
            collection.items.map(item)
            + collection.entries.map { pair in
                entry(pair.key.text).map { Entry(code: $0.code, name: pair.value.string ?? $0.name) }
            }
        let entries = found.compactMap { $0 }
        return entries.isEmpty || entries.count != found.count ? nil : entries
    }

    private static func entries(in text: String) -> [Entry]? {
        // Longer than any prompt with a policy in it.
        guard text.utf8.count <= 100_000 else { return nil }
        if text.contains("\n") {
            let entries = text.split(separator: "\n").compactMap { line in
                entry(line.drop { " \t-*#".contains($0) }).flatMap { $0.name == nil ? nil : $0 }
            }
            return entries.count > 1 ? entries : nil
        }
        let found = text.split { $0 == "," || $0 == " " }.map(entry)
        let entries = found.compactMap { $0 }.filter { $0.name == nil }
        return entries.isEmpty || entries.count != found.count ? nil : entries
    }

    private static let codeKeys = ["category", "code", "id", "name", "hazard"]

    private static func item(_ node: YAMLNode) -> Entry? {
        guard node.kind == .mapping else { return node.kind == .scalar ? entry(node.text) : nil }
        for key in codeKeys {
            if let value = node[key], value.kind == .scalar, let found = entry(value.text) { return found }
        }
        return nil
    }

    /// `S10`, `O3`, or one with its name behind it: `S10: Hate`, `S10 - Hate.`
    private static func entry(_ text: some StringProtocol) -> Entry? {
        guard let letter = text.first, letter == "S" || letter == "O" else { return nil }
        let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), digits.first != "0" else { return nil }
        let code = String(letter) + digits
        let rest = text.dropFirst(1 + digits.count)
        guard let mark = rest.first else { return Entry(code: code, name: nil) }
        guard mark == ":" || mark == "." || mark == " " || mark == ")" else { return nil }
        let name = rest.drop { !$0.isLetter }
        return Entry(code: code, name: name.isEmpty ? nil : String(name))
    }
}
