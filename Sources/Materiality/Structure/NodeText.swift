import YAMLDocuments

/// A node as one line of text, for reasons and fingerprints: `{size: 400, overlap: 40}`.
enum NodeText {
    static func describe(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar: return node.text
        case .sequence: return "[" + node.items.map(describe).joined(separator: ", ") + "]"
        case .mapping:
            return "{" + node.entries.map { "\($0.key.text): \(describe($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
