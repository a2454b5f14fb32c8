import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Places in the files that a release ships which ask for something by its name: values of exactly that text in YAML
/// and JSON, and lines of Colang that call a flow of that name. Looked up when the first name is asked for.
final class NameReferences {
    private let unit: ReleaseUnit
    private lazy var places = find()

    init(_ unit: ReleaseUnit) { self.unit = unit }

    /// The first place in the order of the files' paths.
    func place(of name: String) -> Location? { places[name] }

    private func find() -> [String: Location] {
        var places: [String: Location] = [:]
        func add(_ name: String, _ place: @autoclosure () -> Location) {
            if places[name] == nil { places[name] = place() }
        }
        for entry in unit.closure.entries where entry.category != nil {
            let path = entry.file.path.lowercased()
            if path.hasSuffix(".co") {
                for call in ColangCalls.find(in: entry.source) {
                    add(call.name, .span(entry.source, range: call.range))
                }
            } else if [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) {
                for document in YAMLReader.read(entry.source).documents {
                    Self.values(below: document.root) { value in
                        add(value.text, value.location)
                        // Rails name their flows with arguments.
                        let name = value.text.prefix { $0 != "$" && $0 != "(" }
                        if name.endIndex < value.text.endIndex { add(Self.trimmed(name), value.location) }
                    }
                }
            }
        }
        return places
    }

    private static func trimmed(_ name: Substring) -> String {
        name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func values(below node: YAMLNode, _ body: (YAMLNode) -> Void) {
        switch node.kind {
        case .scalar: body(node)
        case .sequence: for item in node.items { values(below: item, body) }
        case .mapping: for entry in node.entries { values(below: entry.value, body) }
        }
    }
}

/// Flows that a file in Colang calls.
private enum ColangCalls {
    /// Words before the name of a flow that is called.
    private static let callWords: Set<String> = [
        "activate", "await", "do", "else", "if", "match", "or", "orwhen", "run", "start", "stop", "when",
    ]
    /// Words that end the name.
    private static let endWords: Set<String> = ["and", "as", "or"]

    /// The name with one space between its words, and the bytes of its line.
    static func find(in source: SourceFile) -> [(name: String, range: Range<Int>)] {
        var calls: [(name: String, range: Range<Int>)] = []
        var start = 0
        for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = start..<start + line.count
            start += line.count + 1
            // Arguments stand behind the name.
            let code = line.prefix { !"#$(\"'".utf8.contains($0) }
            let words = String(decoding: code, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let called = words.drop { callWords.contains(String($0)) }.prefix { !endWords.contains(String($0)) }
            if !called.isEmpty { calls.append((called.joined(separator: " "), range)) }
        }
        return calls
    }
}
