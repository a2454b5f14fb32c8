import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

extension ComparisonContext {
    /// A place in the files that the head ships which still asks for a name: a value of exactly that text in YAML
    /// or JSON, or the name among the words of a line of Colang.
    func headReference(to name: String) -> Location? {
        for entry in head.closure.entries where entry.category != nil {
            let path = entry.file.path.lowercased()
            if path.hasSuffix(".co") {
                if let range = Self.line(of: name, in: entry.source) { return .span(entry.source, range: range) }
            } else if [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) {
                for document in YAMLReader.read(entry.source).documents {
                    if let node = Self.scalar(name, below: document.root) { return node.location }
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

    /// The first line, apart from comments, that has the name between other signs than letters and digits.
    private static func line(of name: String, in source: SourceFile) -> Range<Int>? {
        let words = Self.words(of: Array(name.utf8)[...])
        guard !words.isEmpty else { return nil }
        var start = 0
        for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let code = line.prefix { $0 != UInt8(ascii: "#") }
            let found = Self.words(of: code)
            guard found.count >= words.count else { continue }
            let isThere = (0...found.count - words.count).contains { found[$0..<$0 + words.count].elementsEqual(words) }
            if isThere { return start..<start + code.count }
        }
        return nil
    }

    private static func words(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split { byte in
            !(byte >= 0x80 || byte == UInt8(ascii: "_") || (48...57).contains(byte)
                || (65...90).contains(byte) || (97...122).contains(byte))
        }
    }
}
