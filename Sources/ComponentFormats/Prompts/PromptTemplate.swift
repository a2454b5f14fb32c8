package import SourceText

/// Text for a model, cut into what is sent and what steers the sending. Comments are already gone.
package struct PromptTemplate: Sendable {
    package enum Engine: String, Sendable {
        case handlebars, mustache, jinja2
        /// Jinja's tags as JavaScript has them.
        case nunjucks
        /// Python's format strings.
        case fString = "f-string"
        /// Guardrails AI's `${name}`.
        case rail
        /// The text is sent as it stands.
        case verbatim
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
            /// `engine` reads the file where it has no engine of its own.
            case partial(name: String, path: String, arguments: String, engine: Engine?)
            /// What stands between is shown to the model as an example. Both are marks: nothing is sent for them.
            case exampleStart
            case exampleEnd
            case blockStart(variables: [String])
            /// `{{else}}` and the like.
            case blockBranch(variables: [String])
            case blockEnd

            /// True for marks, which leave nothing to send.
            package var isMark: Bool { self == .exampleStart || self == .exampleEnd }
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
    /// The message that text before the first role belongs to; empty where the format has no messages.
    package let initialRole: String
    package let pieces: [Piece]

    package init(engine: Engine, initialRole: String = "", pieces: [Piece]) {
        self.engine = engine
        self.initialRole = initialRole
        self.pieces = pieces
    }

    func withInitialRole(_ role: String) -> PromptTemplate {
        PromptTemplate(engine: engine, initialRole: role, pieces: pieces)
    }

    func withPieces(_ pieces: [Piece]) -> PromptTemplate {
        PromptTemplate(engine: engine, initialRole: initialRole, pieces: pieces)
    }
}

extension PromptTemplate {
    /// What is left to render, as bytes for comparison: neighbouring text joined, tags by their code. (Strings would be
    /// equal in every Unicode form.)
    package var rendered: [[UInt8]] {
        var result: [[UInt8]] = []
        var endsInText = false
        for piece in pieces where !piece.kind.isMark {
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
