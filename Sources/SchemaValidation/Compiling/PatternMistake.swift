import SourceText
import YAMLDocuments

extension SchemaError {
    /// A pattern that cannot be compiled, shown where in its text that was noticed.
    init(_ error: PatternError, in source: String, at node: YAMLNode) {
        let shown = Wording.shortened(source)
        guard let offset = error.offset else {
            self.init(
                .badPattern, "the pattern \(shown) \(error.message)", mend: "Correct the regular expression.", at: node)
            return
        }
        let isAtEnd = offset >= source.unicodeScalars.count
        self.init(
            .badPattern,
            .error,
            "the pattern \(shown) \(error.message) (\(isAtEnd ? "at its end" : "at character \(offset + 1)"))",
            mend: "Correct the regular expression (ECMA-262 with the flag u).",
            at: .span(node.document.source, range: Self.range(of: offset, in: node)))
    }

    /// The bytes of a character of a scalar, when the scalar is written without escapes; else the whole scalar.
    private static func range(of offset: Int, in node: YAMLNode) -> Range<Int> {
        let text = node.scalarBytes
        let bytes = node.document.source.bytes
        let quote = node.range.count == text.count + 2 ? 1 : 0
        let start = node.range.lowerBound + quote
        guard start + text.count <= bytes.count, bytes[start..<start + text.count] == text else { return node.range }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard offset < scalars.count else { return node.range.upperBound - 1..<node.range.upperBound }
        let index = scalars.index(scalars.startIndex, offsetBy: offset)
        let first = start + scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
        return first..<first + UTF8.width(scalars[index])
    }
}
