import SourceText

/// Finds what a text marks as an example: a fenced block (CommonMark, "Fenced code blocks"), and the element `example`,
/// which Anthropic's prompting guide recommends. The marks change nothing of what is sent.
enum ExampleMarks {
    static func mark(_ template: PromptTemplate) -> PromptTemplate {
        var marker = Marker()
        for piece in template.pieces { marker.add(piece) }
        return template.withPieces(marker.finish())
    }

    private struct Marker {
        private var pieces: [PromptTemplate.Piece] = []
        /// The fence that is open, or the element.
        private var fence: (byte: UInt8, length: Int)?
        private var element: String?
        /// Where the last piece ended a line, or is no text.
        private var isAtLineStart = true

        private var isOpen: Bool { fence != nil || element != nil }

        mutating func add(_ piece: PromptTemplate.Piece) {
            guard piece.kind == .text else {
                // An example does not go on in another message.
                if case .role = piece.kind { close(at: piece.span.lowerBound, in: piece.text) }
                pieces.append(piece)
                isAtLineStart = false
                if case .role = piece.kind { isAtLineStart = true }
                return
            }
            cut(piece)
        }

        mutating func finish() -> [PromptTemplate.Piece] {
            if let last = pieces.last { close(at: last.span.upperBound, in: last.text) }
            return pieces
        }

        private mutating func cut(_ piece: PromptTemplate.Piece) {
            let bytes = piece.text.bytes
            var start = piece.span.lowerBound
            var line = start
            func add(upTo end: Int) {
                if end > start { pieces.append(PromptTemplate.Piece(text: piece.text, start..<end)) }
                start = max(start, end)
            }
            while line < piece.span.upperBound {
                let lineBreak = bytes[line..<piece.span.upperBound].firstIndex(of: UInt8(ascii: "\n"))
                let end = lineBreak.map { $0 + 1 } ?? piece.span.upperBound
                if isAtLineStart || line > piece.span.lowerBound {
                    switch boundary(bytes[line..<end]) {
                    case .opens:
                        add(upTo: line)
                        pieces.append(PromptTemplate.Piece(.exampleStart, "", in: piece.text, line..<line))
                    case .closes:
                        add(upTo: end)
                        pieces.append(PromptTemplate.Piece(.exampleEnd, "", in: piece.text, end..<end))
                    case .none: break
                    }
                }
                line = end
            }
            add(upTo: piece.span.upperBound)
            isAtLineStart = bytes[piece.span].last == UInt8(ascii: "\n")
        }

        private enum Boundary { case opens, closes, none }

        private mutating func boundary(_ line: ArraySlice<UInt8>) -> Boundary {
            let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard let first = text.first else { return .none }
            if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
                let length = text.prefix { $0 == first }.count
                guard length >= 3, element == nil else { return .none }
                guard let open = fence else {
                    fence = (first, length)
                    return .opens
                }
                let isBare = text.dropFirst(length).allSatisfy(\.isTemplateWhiteSpace)
                guard open.byte == first, length >= open.length, isBare else { return .none }
                fence = nil
                return .closes
            }
            guard first == UInt8(ascii: "<"), fence == nil else { return .none }
            let tag = String(decoding: text.prefix(12), as: UTF8.self).lowercased()
            if let open = element {
                let whole = String(decoding: text, as: UTF8.self).lowercased()
                guard whole.contains("</\(open)>") else { return .none }
                element = nil
                return .closes
            }
            // What is closed in its line is too short to be told from a mention.
            guard tag.hasPrefix("<example>") || tag.hasPrefix("<example "),
                !String(decoding: text, as: UTF8.self).lowercased().contains("</example>")
            else { return .none }
            element = "example"
            return .opens
        }

        private mutating func close(at end: Int, in text: MappedText) {
            guard isOpen else { return }
            fence = nil
            element = nil
            pieces.append(PromptTemplate.Piece(.exampleEnd, "", in: text, end..<end))
        }
    }
}
