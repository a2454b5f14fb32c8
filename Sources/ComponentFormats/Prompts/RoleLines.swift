import SourceText

/// Messages that lines of their own open, as Prompty writes them: `system:`, `# user:`, `assistant[name="Ada"]:`
/// (microsoft/prompty, parsers/prompty.py).
enum RoleLines {
    private static let roles: Set<String> = ["system", "user", "assistant", "developer"]

    /// Cuts text pieces at such lines. What stands before the first is the system's message.
    static func apply(to template: PromptTemplate) -> PromptTemplate {
        var pieces: [PromptTemplate.Piece] = []
        var isAtLineStart = true
        for piece in template.pieces {
            guard piece.kind == .text else {
                pieces.append(piece)
                isAtLineStart = false
                continue
            }
            cut(piece, isAtLineStart, into: &pieces)
            isAtLineStart = piece.text.bytes[piece.span].last == UInt8(ascii: "\n")
        }
        return template.withPieces(pieces).withInitialRole("system")
    }

    private static func cut(
        _ piece: PromptTemplate.Piece, _ isAtLineStart: Bool, into pieces: inout [PromptTemplate.Piece]
    ) {
        let bytes = piece.text.bytes
        var start = piece.span.lowerBound
        var line = start
        while line < piece.span.upperBound {
            let lineBreak = bytes[line..<piece.span.upperBound].firstIndex(of: UInt8(ascii: "\n"))
            let end = lineBreak.map { $0 + 1 } ?? piece.span.upperBound
            if isAtLineStart || line > piece.span.lowerBound, let role = role(bytes[line..<end]) {
                if line > start { pieces.append(PromptTemplate.Piece(text: piece.text, start..<line)) }
                let mark = line..<(lineBreak ?? end)
                pieces.append(PromptTemplate.Piece(.role(role), role, in: piece.text, mark))
                start = end
            }
            line = end
        }
        if piece.span.upperBound > start {
            pieces.append(PromptTemplate.Piece(text: piece.text, start..<piece.span.upperBound))
        }
    }

    /// Nil for a line that opens no message.
    private static func role(_ line: ArraySlice<UInt8>) -> String? {
        var rest = line.drop(while: \.isTemplateWhiteSpace)
        if rest.first == UInt8(ascii: "#") { rest = rest.dropFirst().drop(while: \.isTemplateWhiteSpace) }
        let word = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        guard (4...9).contains(word.count) else { return nil }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        guard roles.contains(name) else { return nil }
        rest = rest.dropFirst(word.count)
        if rest.first == UInt8(ascii: "[") {
            guard let close = rest.firstIndex(of: UInt8(ascii: "]")), rest[..<close].contains(UInt8(ascii: "=")) else {
                return nil
            }
            rest = rest[(close + 1)...]
        }
        rest = rest.drop(while: \.isTemplateWhiteSpace)
        guard rest.first == UInt8(ascii: ":"), rest.dropFirst().allSatisfy(\.isTemplateWhiteSpace) else { return nil }
        return name
    }
}
