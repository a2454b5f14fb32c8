import SourceText

/// Makes pieces of Jinja tags: comments go, blocks are held, names that the template makes itself are no variables.
enum JinjaTemplate {
    /// `includedPath` gives the file that the name in an `include`, `extends` or `import` stands for.
    static func read(
        _ text: MappedText, from start: Int = 0, engine: PromptTemplate.Engine = .jinja2,
        includedPath: @escaping (String) -> String?
    ) -> TemplateReading {
        let scanner = JinjaScanner(scanning: text.bytes, from: start)
        var reader = JinjaPieceReader(text, includedPath)
        for (index, token) in scanner.tokens.enumerated() {
            switch token {
            case .text(let range):
                let before = index > 0 ? scanner.tokens[index - 1] : nil
                let after = index + 1 < scanner.tokens.count ? scanner.tokens[index + 1] : nil
                reader.builder.add(text: trimmed(range, in: text.bytes, between: before, and: after))
            case .tag(let tag):
                reader.add(tag)
            }
        }
        if let mistake = scanner.mistake { return reader.builder.stopped(engine, by: mistake) }
        return reader.builder.finished(engine) { "{% end\($0) %}" }
    }

    /// A hyphen takes all white space on its side of the tag.
    private static func trimmed(
        _ range: Range<Int>, in bytes: [UInt8], between before: JinjaScanner.Token?, and after: JinjaScanner.Token?
    ) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        if case .tag(let tag)? = before, tag.trimsAfter {
            while lower < upper, bytes[lower].isTemplateWhiteSpace { lower += 1 }
        }
        if case .tag(let tag)? = after, tag.trimsBefore {
            while upper > lower, bytes[upper - 1].isTemplateWhiteSpace { upper -= 1 }
        }
        return lower..<upper
    }
}

/// Reads tags one after another.
private struct JinjaPieceReader {
    var builder: TemplateBuilder
    private let includedPath: (String) -> String?
    /// Names that the template made, by the blocks that they are known in.
    private var scopes: [Set<String>] = [[]]

    init(_ text: MappedText, _ includedPath: @escaping (String) -> String?) {
        builder = TemplateBuilder(text)
        self.includedPath = includedPath
    }

    /// Statements that need an end, and whether what they set is forgotten there ("List of Control Structures").
    private static let blocks: [String: Bool] = [
        "for": true, "asyncEach": true, "asyncAll": true, "macro": true, "call": true, "filter": true, "with": true,
        "block": true, "if": false, "set": false, "autoescape": true, "trans": true, "raw": false, "verbatim": false,
    ]
    private static let branches: Set<String> = ["else", "elif", "elseif", "pluralize"]
    private static let includes: Set<String> = ["include", "extends", "import", "from"]

    private var own: Set<String> { scopes.reduce(into: []) { $0.formUnion($1) } }

    mutating func add(_ tag: JinjaScanner.Tag) {
        guard tag.form != .comment else { return }
        let bytes = builder.text.bytes
        let code = JinjaExpression(bytes[tag.code])
        let words = String(decoding: bytes[tag.code], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let (open, close) = tag.form == .expression ? ("{{", "}}") : ("{%", "%}")
        let shown = open + (tag.trimsBefore ? "-" : "") + words + (tag.trimsAfter ? "-" : "") + close
        let kind =
            tag.form == .expression ? .expression(variables: code.variables(own: own)) : statement(code, tag.span)
        builder.add(kind, shown, at: tag.span)
    }

    private mutating func statement(_ code: JinjaExpression, _ span: Range<Int>) -> PromptTemplate.Piece.Kind {
        guard let head = code.head else { return .expression(variables: []) }
        let rest = JinjaExpression(words: code.words.dropFirst())
        if Self.branches.contains(head) {
            if builder.innermost == nil {
                builder.report(
                    "there is an \(head) without a block", at: span, mend: "Open a block before it, or take it out.")
            }
            return .blockBranch(variables: rest.variables(own: own))
        }
        if Self.includes.contains(head) { return include(code) }
        if head.hasPrefix("end"), let forgets = Self.blocks[String(head.dropFirst(3))] {
            builder.close(String(head.dropFirst(3)), at: span) { "{% end\($0) %}" }
            if forgets, scopes.count > 1 { scopes.removeLast() }
            return .blockEnd
        }
        if head == "set" { return assignment(code, span) }
        guard let forgets = Self.blocks[head] else { return .expression(variables: rest.variables(own: own)) }
        builder.open(head, at: span)
        return block(head, code, rest, forgets)
    }

    /// `set a = b` stands alone; `set a` takes what follows up to `endset`.
    private mutating func assignment(_ code: JinjaExpression, _ span: Range<Int>) -> PromptTemplate.Piece.Kind {
        if let (names, value) = code.split(at: .sign(UInt8(ascii: "="))) {
            let variables = value.variables(own: own)
            scopes[scopes.count - 1].formUnion(names)
            return .expression(variables: variables)
        }
        builder.open("set", at: span)
        if case .name(let name)? = code.words.dropFirst().first { scopes[scopes.count - 1].insert(name) }
        return .blockStart(variables: [])
    }

    private mutating func block(
        _ head: String, _ code: JinjaExpression, _ rest: JinjaExpression, _ forgets: Bool
    ) -> PromptTemplate.Piece.Kind {
        var made: Set<String> = []
        var variables: [String] = []
        switch head {
        case "for", "asyncEach", "asyncAll":
            made = ["loop"]
            if let (names, value) = code.split(at: .name("in")) {
                made.formUnion(names)
                // A condition behind `if` speaks of the items.
                variables = value.variables(own: own.union(names))
            }
        case "macro", "call":
            // `macro row(label, value=other)`, `call(user) dump(users)`: the first parentheses name what is known inside.
            let (parameters, behind) = rest.parameters
            made = Set(parameters)
            if head == "macro" {
                if case .name(let name)? = rest.words.first {
                    scopes[scopes.count - 1].insert(name)
                    made.insert(name)
                }
                variables = rest.variables(own: own.union(made))
            } else {
                variables = (behind ?? rest).variables(own: own)
            }
        case "with", "trans":
            made = Set(
                rest.words.indices.compactMap { index in
                    guard index + 1 < rest.words.count, rest.words[index + 1] == .sign(UInt8(ascii: "=")),
                        case .name(let name) = rest.words[index]
                    else { return nil }
                    return name
                })
            variables = rest.variables(own: own.union(made))
        case "block", "filter", "raw", "verbatim", "autoescape": break
        default: variables = rest.variables(own: own)
        }
        if forgets { scopes.append(made) }
        return .blockStart(variables: variables)
    }

    /// A name that is computed is no file that could be found.
    private mutating func include(_ code: JinjaExpression) -> PromptTemplate.Piece.Kind {
        if let names = code.words.lastIndex(of: .name("import")) ?? code.words.lastIndex(of: .name("as")) {
            let made = code.words[(names + 1)...].compactMap { word -> String? in
                if case .name(let name) = word { name } else { nil }
            }
            scopes[scopes.count - 1].formUnion(made)
        }
        guard case .quoted(let name)? = code.words.dropFirst().first, let path = includedPath(name) else {
            return .expression(variables: JinjaExpression(words: code.words.dropFirst()).variables(own: own))
        }
        // Only what `include` names is put in this place as it is.
        let isPlain = code.head == "include"
        return .partial(name: name, path: path, arguments: isPlain ? "" : code.head ?? "", engine: .jinja2)
    }
}
