import SourceText
import YAMLDocuments

/// A YAML text in which « and » mark the spans that a test expects.
struct MarkedText {
    let text: String
    /// Byte ranges in `text`, in the order of their opening marks.
    let ranges: [Range<Int>]

    init(_ marked: String) {
        var bytes = ""
        var open: [Int] = []
        var found: [(order: Int, range: Range<Int>)] = []
        var order = 0
        var openOrder: [Int] = []
        for character in marked.unicodeScalars {
            switch character {
            case "«":
                open.append(bytes.utf8.count)
                openOrder.append(order)
                order += 1
            case "»":
                if let lower = open.popLast(), let number = openOrder.popLast() {
                    found.append((number, lower..<bytes.utf8.count))
                }
            default: bytes.unicodeScalars.append(character)
            }
        }
        text = bytes
        ranges = found.sorted { $0.order < $1.order }.map(\.range)
    }

    var source: SourceFile { SourceFile(path: "a.yaml", bytes: Array(text.utf8)) }
    var stream: YAMLStream { YAMLReader.read(source) }
}

extension SourceFile {
    /// The text with a range marked, for a failure that can be read.
    func marking(_ range: Range<Int>) -> String {
        text(0..<range.lowerBound) + "«" + text(range) + "»" + text(range.upperBound..<bytes.count)
    }
}

/// A node as one line of JSON with sorted keys: what a document means, without how it is written.
func json(_ node: YAMLNode) -> String {
    switch node.kind {
    case .sequence: return "[" + node.items.map { json($0) }.joined(separator: ",") + "]"
    case .mapping:
        let entries = node.entries.map { quoted($0.key.text) + ":" + json($0.value) }
        return "{" + entries.sorted().joined(separator: ",") + "}"
    case .scalar:
        switch node.scalarType {
        case .null: return "null"
        case .boolean: return node.boolean == true ? "true" : "false"
        case .integer, .float: return node.decimal?.description ?? node.text
        default: return quoted(node.text)
        }
    }
}

private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\" + String(scalar)
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        case "\0"..."\u{1F}", "\u{7F}": result += "\\x" + String(scalar.value, radix: 16)
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
