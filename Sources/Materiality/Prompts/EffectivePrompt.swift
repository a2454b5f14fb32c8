import ComponentFormats
import SourceText

/// A prompt as the model gets it: partials put in place, every piece with the message and the conditions it is under.
struct EffectivePrompt {
    struct Piece {
        enum Kind: Equatable {
            case text
            case expression(variables: [String])
            case role(String)
            /// Starts, branches and ends of blocks.
            case block(variables: [String])
        }

        let kind: Kind
        let content: String
        /// Text with the way back to the file; `content` of a text piece is `text` at `span`.
        let text: MappedText
        let span: Range<Int>
        /// The message that the piece is part of; empty where the format has no messages.
        let role: String
        /// The tags of the blocks around the piece, the outermost first.
        let conditions: [String]
        /// Which of the prompt's examples the piece is part of, from 0.
        let example: Int?

        var source: SourceFile { text.source }
        /// Bytes of the file.
        var range: Range<Int> { text.sourceRange(span) }
        var location: Location { .span(source, range: range) }
    }

    let pieces: [Piece]
    /// The files that the pieces come from: the prompt and its partials.
    let paths: Set<String>

    static let empty = EffectivePrompt(PromptTemplate(engine: .undeclared, pieces: []), path: "") { _, _ in nil }

    /// Gives the template of an included file, and what it does not know stays a tag. The engine reads a file that has
    /// none of its own.
    typealias Includes = (_ path: String, _ engine: PromptTemplate.Engine?) -> PromptTemplate?

    init(_ template: PromptTemplate, path: String, partial: Includes) {
        var expander = Expander(role: template.initialRole)
        expander.add(template, path: path, partial: partial)
        pieces = expander.pieces
        paths = expander.paths
    }

    /// Pieces that leave the same text to render: text runs joined, tags by their code.
    var rendered: [Rendered] {
        var result: [Rendered] = []
        for piece in pieces {
            if case .text = piece.kind {
                if case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + Array(piece.content.utf8))
                } else {
                    result.append(.text(Array(piece.content.utf8)))
                }
            } else if case .role(let role) = piece.kind {
                result.append(.tag(Array("role \(role)".utf8)))
            } else {
                result.append(.tag(Array(piece.content.utf8)))
            }
        }
        return result
    }

    /// The same without characters that nobody sees.
    var visible: [Rendered] {
        rendered.map { part in
            guard case .text(let bytes) = part,
                bytes.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != UInt8(ascii: "\n") })
            else { return part }
            return .text(Array(String(decoding: bytes, as: UTF8.self).withoutHiddenCharacters.utf8))
        }
    }

    enum Rendered: Equatable {
        case text([UInt8])
        case tag([UInt8])
    }

    /// Messages in the order in which they are sent.
    var roles: [Piece] { pieces.filter { if case .role = $0.kind { true } else { false } } }

    /// Each variable with the piece that first reads it, and all messages that it stands in.
    var variables: [(name: String, first: Piece, roles: Set<String>)] {
        var order: [String] = []
        var found: [String: (first: Piece, roles: Set<String>)] = [:]
        for piece in pieces {
            let names: [String]
            switch piece.kind {
            case .expression(let variables), .block(let variables): names = variables
            case .text, .role: names = []
            }
            for name in names {
                if found[name] == nil {
                    order.append(name)
                    found[name] = (piece, [])
                }
                found[name]?.roles.insert(piece.role)
            }
        }
        return order.compactMap { name in found[name].map { (name, $0.first, $0.roles) } }
    }
}

/// Walks a template and those that it includes.
private struct Expander {
    private(set) var pieces: [EffectivePrompt.Piece] = []
    private(set) var paths: Set<String> = []
    private var role: String
    /// The code of a tag without white space, and without the marks that only trim it, at its ends: `{{# if a ~}}`,
    /// `{%- if a %}`.
    private static func condition(_ code: String) -> String {
        var text = code
        for (marked, plain) in [
            ("{{~", "{{"), ("~}}", "}}"), ("{%-", "{%"), ("-%}", "%}"), ("{%+", "{%"), ("+%}", "%}"),
            ("{{# ", "{{#"), ("{{^ ", "{{^"), (" }}", "}}"),
        ] {
            text = text.replacing(marked, with: plain)
        }
        return text
    }

    private var conditions: [String] = []
    private var depth = 0
    private static let deepestConditions = 64
    private var example: Int?
    private var examples = 0
    /// Files that are open, so that a circle of includes ends.
    private var open: [String] = []

    init(role: String) { self.role = role }

    mutating func add(_ template: PromptTemplate, path: String, partial: EffectivePrompt.Includes) {
        paths.insert(path)
        open.append(path)
        defer { _ = open.popLast() }
        for piece in template.pieces {
            switch piece.kind {
            case .text:
                append(.text, piece)
            case .expression(let variables):
                append(.expression(variables: variables), piece)
            case .role(let name):
                role = name
                append(.role(name), piece)
            case .exampleStart:
                example = examples
                examples += 1
            case .exampleEnd:
                example = nil
            case .partial(_, let included, let arguments, let engine):
                guard !open.contains(included), open.count < 16, let inner = partial(included, engine) else {
                    append(.expression(variables: []), piece)
                    continue
                }
                // With arguments the names inside the partial mean something else, so the tag stays visible.
                if !arguments.isEmpty { append(.expression(variables: []), piece) }
                add(inner, path: included, partial: partial)
            case .blockStart(let variables):
                append(.block(variables: variables), piece)
                depth += 1
                // Every piece keeps its conditions, so that their number is bounded.
                if depth <= Self.deepestConditions { conditions.append(Self.condition(piece.content)) }
            case .blockBranch(let variables):
                if depth <= Self.deepestConditions, let opening = conditions.popLast() {
                    conditions.append(opening + " " + Self.condition(piece.content))
                }
                append(.block(variables: variables), piece)
            case .blockEnd:
                if depth <= Self.deepestConditions { _ = conditions.popLast() }
                depth = max(depth - 1, 0)
                append(.block(variables: []), piece)
            }
        }
    }

    private mutating func append(_ kind: EffectivePrompt.Piece.Kind, _ piece: PromptTemplate.Piece) {
        pieces.append(
            EffectivePrompt.Piece(
                kind: kind, content: piece.content, text: piece.text, span: piece.span, role: role,
                conditions: conditions, example: example))
    }
}
