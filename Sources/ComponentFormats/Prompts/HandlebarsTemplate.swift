import SourceText

/// Makes pieces of Handlebars tokens: drops comments as Handlebars does, and reads what each tag is for.
enum HandlebarsTemplate {
    /// The text from an offset on. `partialPath` gives the file that a partial's name stands for.
    static func read(
        _ text: MappedText, from start: Int = 0, partialPath: @escaping (String) -> String
    ) -> TemplateReading {
        let scanner = HandlebarsScanner(scanning: text.bytes, from: start)
        var reader = PieceReader(text: text, partialPath: partialPath)
        for token in dropComments(from: scanner.tokens, bytes: text.bytes) { reader.add(token) }
        // What follows a tag that is not closed counts as text; everything else looks wrong there too.
        if let mistake = scanner.mistake { reader.add(.text(mistake.span.lowerBound..<text.bytes.count)) }
        let mistakes = scanner.mistake.map { [$0] } ?? reader.allMistakes
        return TemplateReading(
            PromptTemplate(engine: .handlebars, pieces: reader.pieces), mistakes.map { $0.defect(in: text) })
    }

    /// A comment alone on its line takes the line with it; `~` takes all white space on its side. What is alone is
    /// judged by the text as written, so that two comment lines in a row both go.
    private static func dropComments(
        from tokens: [HandlebarsScanner.Token], bytes: [UInt8]
    ) -> [HandlebarsScanner.Token] {
        var ranges = tokens.map(\.textRange)
        for (index, token) in tokens.enumerated() {
            guard case .tag(let tag) = token, tag.form == .comment else { continue }
            let isFirst = index == 0
            let isLast = index == tokens.count - 1
            let lineBefore = isFirst ? nil : tokens[index - 1].textRange?.trailingBlanks(in: bytes)
            let lineAfter = isLast ? nil : tokens[index + 1].textRange?.leadingBlanks(in: bytes)
            let startsLine =
                isFirst || lineBefore?.endsAtLineBreak(in: bytes) == true
                || index == 1 && lineBefore?.isEmpty == true
            let endsLine =
                isLast || lineAfter?.isFollowedByLineBreak(in: bytes) == true
                || index == tokens.count - 2 && lineAfter?.isEmpty == true
            if startsLine, endsLine {
                if !isFirst { ranges[index - 1]?.narrow(to: lineBefore) }
                if !isLast { ranges[index + 1]?.narrow(to: lineAfter?.droppingLineBreak(in: bytes)) }
            }
            if tag.trimsBefore, !isFirst { ranges[index - 1] = ranges[index - 1]?.trimmingEnd(in: bytes) }
            if tag.trimsAfter, !isLast { ranges[index + 1] = ranges[index + 1]?.trimmingStart(in: bytes) }
        }
        return zip(tokens, ranges).compactMap { token, range in
            if case .tag(let tag) = token, tag.form == .comment { return nil }
            guard let range else { return token }
            return range.isEmpty ? nil : .text(range)
        }
    }
}

extension HandlebarsScanner.Token {
    fileprivate var textRange: Range<Int>? {
        if case .text(let range) = self { range } else { nil }
    }
}

extension Range<Int> {
    /// Keeps what both ranges have.
    fileprivate mutating func narrow(to other: Self?) {
        guard let other else { return }
        let lower = Swift.max(lowerBound, other.lowerBound)
        self = lower..<Swift.max(lower, Swift.min(upperBound, other.upperBound))
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    fileprivate func trimmingEnd(in bytes: [UInt8]) -> Self {
        lowerBound..<upperBound - bytes[self].reversed().prefix(while: \.isTemplateWhiteSpace).count
    }

    fileprivate func trimmingStart(in bytes: [UInt8]) -> Self {
        lowerBound + bytes[self].prefix(while: \.isTemplateWhiteSpace).count..<upperBound
    }

    /// Without the spaces and tabs at the end.
    fileprivate func trailingBlanks(in bytes: [UInt8]) -> Self {
        lowerBound..<upperBound - bytes[self].reversed().prefix(while: isBlank).count
    }

    /// Without the spaces and tabs at the start.
    fileprivate func leadingBlanks(in bytes: [UInt8]) -> Self {
        lowerBound + bytes[self].prefix(while: isBlank).count..<upperBound
    }

    fileprivate func endsAtLineBreak(in bytes: [UInt8]) -> Bool { bytes[self].last == UInt8(ascii: "\n") }

    fileprivate func isFollowedByLineBreak(in bytes: [UInt8]) -> Bool {
        let text = bytes[self]
        return text.first == UInt8(ascii: "\n") || text.starts(with: "\r\n".utf8)
    }

    fileprivate func droppingLineBreak(in bytes: [UInt8]) -> Self {
        guard isFollowedByLineBreak(in: bytes) else { return self }
        return lowerBound + (bytes[lowerBound] == UInt8(ascii: "\r") ? 2 : 1)..<upperBound
    }
}

/// Reads tags one after another, holding the blocks that are open.
private struct PieceReader {
    let text: MappedText
    let partialPath: (String) -> String
    private(set) var pieces: [PromptTemplate.Piece] = []
    private var openBlocks: [(name: String, span: Range<Int>)] = []
    private var scopes = VariableScopes()
    private var mistakes: [TemplateMistake] = []

    init(text: MappedText, partialPath: @escaping (String) -> String) {
        self.text = text
        self.partialPath = partialPath
    }

    /// With the blocks that are still open.
    var allMistakes: [TemplateMistake] {
        mistakes
            + openBlocks.map { block in
                TemplateMistake(
                    message: "the block \(block.name) is not closed", span: block.span,
                    mend: "Close it with {{/\(block.name)}}.")
            }
    }

    mutating func add(_ token: HandlebarsScanner.Token) {
        switch token {
        case .text(let range), .literal(let range):
            if !range.isEmpty { pieces.append(PromptTemplate.Piece(text: text, range)) }
        case .tag(let tag):
            let code = tag.code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let braces = text.text(tag.range).prefix { $0 == "{" }
            let content =
                braces + (tag.trimsBefore ? "~" : "") + code + (tag.trimsAfter ? "~" : "")
                + String(repeating: "}", count: braces.count)
            let kind = kind(of: tag)
            pieces.append(PromptTemplate.Piece(kind, content, in: text, tag.range))
        }
    }

    private mutating func kind(of tag: HandlebarsScanner.Tag) -> PromptTemplate.Piece.Kind {
        var code = tag.code
        switch code.first {
        case ">":
            return partial(code.dropFirst())
        case "#":
            code.removeFirst()
            if code.first == ">" || code.first == "*" { code.removeFirst() }
            return block(HandlebarsExpression(code.trimmingWhiteSpace()), tag)
        case "/":
            close(String(code.dropFirst().trimmingWhiteSpace()), tag)
            scopes.close()
            return .blockEnd
        case "^":
            // `{{^name}} … {{/name}}` is a block of its own.
            let expression = HandlebarsExpression(code.dropFirst().trimmingWhiteSpace())
            return expression.words.isEmpty ? branch(expression, tag) : block(expression, tag)
        case "&":
            code.removeFirst()
        default:
            break
        }
        let expression = HandlebarsExpression(code)
        if expression.head == "else" { return branch(expression, tag) }
        if expression.head == "role", let role = expression.firstQuoted { return .role(role) }
        return .expression(variables: scopes.resolve(expression.variables()))
    }

    /// A partial whose name is computed is no file that could be found.
    private func partial(_ code: Substring) -> PromptTemplate.Piece.Kind {
        let expression = HandlebarsExpression(code.trimmingWhiteSpace())
        guard let name = expression.head ?? expression.firstQuoted, expression.words.first != .open,
            !name.hasPrefix("@")
        else { return .expression(variables: scopes.resolve(expression.variables())) }
        let rest = code.trimmingWhiteSpace().drop { !$0.isWhitespace }
        return .partial(name: name, path: partialPath(name), arguments: String(rest.trimmingWhiteSpace()), engine: nil)
    }

    /// `{{else}}`, `{{else if name}}`, `{{^}}`: outside a block Handlebars refuses them.
    private mutating func branch(
        _ expression: HandlebarsExpression, _ tag: HandlebarsScanner.Tag
    ) -> PromptTemplate.Piece.Kind {
        if openBlocks.isEmpty {
            mistakes.append(
                TemplateMistake(
                    message: "there is an else without a block", span: tag.range,
                    mend: "Open a block before it, or take it out."))
        }
        return .blockBranch(variables: scopes.resolve(expression.variables()))
    }

    private mutating func close(_ name: String, _ tag: HandlebarsScanner.Tag) {
        let open = openBlocks.popLast()
        guard open?.name != name else { return }
        mistakes.append(
            TemplateMistake(
                message: open.map { "the block \($0.name) ends with the name \(name)" }
                    ?? "the end of a block \(name) has no beginning",
                span: tag.range,
                mend: open.map { "Close the block with {{/\($0.name)}}." } ?? "Open the block, or take the tag out."))
    }

    private mutating func block(
        _ expression: HandlebarsExpression, _ tag: HandlebarsScanner.Tag
    ) -> PromptTemplate.Piece.Kind {
        let variables = scopes.resolve(expression.variables())
        openBlocks.append((expression.head ?? "", tag.range))
        scopes.open(expression, variables: variables)
        return .blockStart(variables: variables)
    }
}
