import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

extension ComparisonContext {
    /// A place in the files that the head ships which still asks for a name.
    func headReference(to name: String) -> Location? { Self.reference(to: name, in: head) }

    func baseReference(to name: String) -> Location? { Self.reference(to: name, in: base) }

    /// A value of exactly that text in YAML or JSON, or a line of Colang that calls a flow of that name.
    private static func reference(to name: String, in unit: ReleaseUnit) -> Location? {
        for entry in unit.closure.entries where entry.category != nil {
            let path = entry.file.path.lowercased()
            if path.hasSuffix(".co") {
                if let range = line(of: name, in: entry.source) { return .span(entry.source, range: range) }
            } else if [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) {
                for document in YAMLReader.read(entry.source).documents {
                    if let node = scalar(name, below: document.root) { return node.location }
                }
            }
        }
        return nil
    }

    private static func scalar(_ text: String, below node: YAMLNode) -> YAMLNode? {
        switch node.kind {
        case .scalar: return node.scalarBytes.elementsEqual(text.utf8) ? node : nil
        case .sequence: return node.items.lazy.compactMap { scalar(text, below: $0) }.first
        case .mapping:
            return node.entries.lazy.compactMap { scalar(text, below: $0.value) }.first
        }
    }

    /// Words of Colang before the name of a flow that is called.
    private static let callWords: Set<String> = [
        "activate", "await", "do", "else", "if", "match", "or", "orwhen", "run", "start", "stop", "when",
    ]

    /// The first line, apart from comments, that calls a flow of that name.
    private static func line(of name: String, in source: SourceFile) -> Range<Int>? {
        let wanted = words(of: Array(name.utf8)[...])
        guard !wanted.isEmpty else { return nil }
        var start = 0
        for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let code = line.prefix { $0 != UInt8(ascii: "#") }
            let called = words(of: code).drop { callWords.contains(String(decoding: $0, as: UTF8.self)) }
            guard called.starts(with: wanted, by: { $0.elementsEqual($1) }),
                let last = called.dropFirst(wanted.count - 1).first, isEndOfName(code[last.endIndex...])
            else { continue }
            return start..<start + code.count
        }
        return nil
    }

    /// Behind a flow's name come its arguments, another call, or nothing; another word would be part of a longer name.
    private static func isEndOfName(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let next = rest.first(where: { $0 != UInt8(ascii: " ") }) else { return true }
        if let word = words(of: rest).first, rest[..<word.startIndex].allSatisfy({ $0 == UInt8(ascii: " ") }) {
            return ["and", "as", "or"].contains(String(decoding: word, as: UTF8.self)) || (48...57).contains(next)
        }
        return true
    }

    private static func words(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split { byte in
            !(byte >= 0x80 || byte == UInt8(ascii: "_") || (48...57).contains(byte)
                || (65...90).contains(byte) || (97...122).contains(byte))
        }
    }
}
