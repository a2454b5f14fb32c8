import SourceText
import YAMLDocuments

/// A flow, a message or something else that a Colang file defines.
struct ColangDefinition {
    /// `flow`, `subflow`, `user`, `bot` and the like.
    let kind: String
    /// The words behind the kind; of a flow without a name its first line.
    let name: String
    let nameRange: Range<Int>
    /// Parameters of a flow of Colang 2, with what it returns.
    let parameters: ColangLine?
    /// Lines with `@` above it.
    let decorators: [ColangLine]
    var body: [ColangLine] = []

    var isFlow: Bool { kind.hasSuffix("flow") }
}

/// Puts lines together to definitions: what is indented belongs to the definition above it.
struct ColangDefinitions {
    private(set) var definitions: [ColangDefinition] = []
    /// Lines that belong to no definition: imports, and what we do not know.
    private(set) var statements: [ColangLine] = []

    init(_ lines: ColangLines) {
        var decorators: [ColangLine] = []
        var isOpen = false
        for line in lines.lines {
            let isInside = line.isQuoted || line.indentation > 0 || line.isInstruction
            if !isInside, line.text.hasPrefix("@"), lines.version == .two {
                decorators.append(line)
                isOpen = false
            } else if !isInside, let definition = Self.header(line, lines.version, decorators) {
                definitions.append(definition)
                decorators = []
                isOpen = true
            } else if isInside, isOpen, let last = definitions.indices.last {
                definitions[last].body.append(line)
            } else {
                statements += decorators + [line]
                decorators = []
                isOpen = false
            }
        }
        statements += decorators
        nameAnonymous()
    }

    /// A flow without a name is known by its first line.
    private mutating func nameAnonymous() {
        definitions = definitions.map { definition in
            guard definition.name.isEmpty, let first = definition.body.first else { return definition }
            var named = ColangDefinition(
                kind: definition.kind, name: first.text, nameRange: first.range, parameters: definition.parameters,
                decorators: definition.decorators)
            named.body = definition.body
            return named
        }
    }

    private static func header(
        _ line: ColangLine, _ version: ColangLines.Version, _ decorators: [ColangLine]
    ) -> ColangDefinition? {
        var words = line.text.split(whereSeparator: { $0 == " " || $0 == "\t" })
        switch version {
        case .one:
            guard words.first == "define" || words.first == "def", words.count > 1 else { return nil }
            words.removeFirst()
            // `define parallel extension flow name`.
            let last = words.firstIndex { $0 == "flow" || $0 == "subflow" } ?? 0
            let isFlow = last > 0 ? words[..<last].allSatisfy { ["parallel", "extension"].contains($0) } : true
            let kindWords = words[...(isFlow ? last : 0)]
            let name = words[kindWords.endIndex...].joined(separator: " ")
            return ColangDefinition(
                kind: kindWords.joined(separator: " "), name: name.hasSuffix(":") ? String(name.dropLast()) : name,
                nameRange: line.range, parameters: nil, decorators: [])
        case .two:
            guard words.first == "flow", words.count > 1 else { return nil }
            let text = line.text.dropFirst(4)
            let name = text.prefix { $0 != "$" && $0 != "(" && $0 != "-" }
            let rest = text[name.endIndex...]
            let start = line.range.lowerBound + 4 + name.utf8.count
            let parameters =
                rest.isEmpty
                ? nil
                : ColangLine(
                    text: String(rest), range: start..<line.range.upperBound, indentation: 0, isQuoted: false,
                    isInstruction: false)
            return ColangDefinition(
                kind: "flow", name: name.split(separator: " ").joined(separator: " "), nameRange: line.range,
                parameters: parameters, decorators: decorators)
        }
    }
}
