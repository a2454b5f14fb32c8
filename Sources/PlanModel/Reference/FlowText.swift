import YAMLDocuments

/// A value of a schema as one writes it in a YAML document, on one line.
enum FlowText {
    static func of(_ node: YAMLNode) -> String { node.kind == .scalar ? scalar(node, isInFlow: false) : flow(node) }

    private static func flow(_ node: YAMLNode) -> String {
        switch node.kind {
        case .mapping:
            "{" + node.entries.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        case .sequence: "[" + node.items.map(flow).joined(separator: ", ") + "]"
        case .scalar: scalar(node, isInFlow: true)
        }
    }

    private static func scalar(_ node: YAMLNode, isInFlow: Bool) -> String {
        guard let text = node.string else { return node.text }
        let isPlain = isDuration(text) || isPlainWords(text) && !(isInFlow && text.contains { ",[]{}".contains($0) })
        return isPlain ? text : quoted(text)
    }

    /// Whether every reader takes the text for itself. Stricter than YAML.
    private static func isPlainWords(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        let words: Set = ["false", "n", "no", "null", "off", "on", "true", "y", "yes"]
        return !words.contains(text.lowercased()) && !text.contains(": ") && !text.contains(" #")
            && !text.hasSuffix(":") && !text.hasSuffix(" ") && !text.contains { $0.isNewline || $0 == "\t" }
    }

    /// `30d`: no reader takes that for a number.
    private static func isDuration(_ text: String) -> Bool {
        guard let unit = text.last, "mhdw".contains(unit), text.count > 1 else { return false }
        return text.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }
}
