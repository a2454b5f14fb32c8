package import SourceText

/// Text for a model, cut into what is sent and what steers the sending. Comments are already gone.
package struct PromptTemplate: Sendable {
    package enum Engine: String, Sendable {
        case handlebars
        /// No template language is declared; `{{name}}` is taken for a place to be filled.
        case undeclared
    }

    package struct Piece: Sendable {
        package enum Kind: Sendable, Hashable {
            case text
            /// A value is put here. `variables` are the names that it is made of.
            case expression(variables: [String])
            /// The text after it belongs to a message of this role.
            case role(String)
            /// Another file of the repository is put here. `arguments` is what follows the name in the tag.
            case partial(name: String, path: String, arguments: String)
            case blockStart(variables: [String])
            /// `{{else}}` and the like.
            case blockBranch(variables: [String])
            case blockEnd
        }

        package let kind: Kind
        /// For text what is sent, which is `text` at `span`; for a tag its code, white space collapsed.
        package let content: String
        package let text: MappedText
        /// Bytes of `text`.
        package let span: Range<Int>

        package init(text: MappedText, _ span: Range<Int>) {
            kind = .text
            content = text.text(span)
            self.text = text
            self.span = span
        }

        package init(_ kind: Kind, _ content: String, in text: MappedText, _ span: Range<Int>) {
            self.kind = kind
            self.content = content
            self.text = text
            self.span = span
        }

        package var source: SourceFile { text.source }
        /// Bytes of `source`.
        package var range: Range<Int> { text.sourceRange(span) }
        package var location: Location { .span(source, range: range) }
    }

    package let engine: Engine
    package let pieces: [Piece]

    package init(engine: Engine, pieces: [Piece]) {
        self.engine = engine
        self.pieces = pieces
    }
}

extension PromptTemplate {
    /// What is left to render, as bytes for comparison: neighbouring text joined, tags by their code. (Strings would be
    /// equal in every Unicode form.)
    package var rendered: [[UInt8]] {
        var result: [[UInt8]] = []
        var endsInText = false
        for piece in pieces {
            let isText = piece.kind == .text
            if isText, endsInText, let before = result.popLast() {
                result.append(before + Array(piece.content.utf8))
            } else {
                result.append(Array((isText ? "text " : "tag ").utf8) + Array(piece.content.utf8))
            }
            endsInText = isText
        }
        return result
    }
}
