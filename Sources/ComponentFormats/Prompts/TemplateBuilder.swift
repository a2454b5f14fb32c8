import SourceText

/// Puts the pieces of a template together, and holds the blocks that are open.
struct TemplateBuilder {
    let text: MappedText
    private(set) var pieces: [PromptTemplate.Piece] = []
    private var openBlocks: [(name: String, span: Range<Int>)] = []
    private var mistakes: [TemplateMistake] = []

    init(_ text: MappedText) { self.text = text }

    var innermost: String? { openBlocks.last?.name }

    mutating func add(text span: Range<Int>) {
        if !span.isEmpty { pieces.append(PromptTemplate.Piece(text: text, span)) }
    }

    mutating func add(_ kind: PromptTemplate.Piece.Kind, _ code: String, at span: Range<Int>) {
        pieces.append(PromptTemplate.Piece(kind, code, in: text, span))
    }

    mutating func open(_ name: String, at span: Range<Int>) { openBlocks.append((name, span)) }

    /// `tag` writes the tag that closes a block of a name.
    mutating func close(_ name: String, at span: Range<Int>, tag: (String) -> String) {
        let open = openBlocks.popLast()
        guard open?.name != name else { return }
        report(
            open.map { "the block \($0.name) ends with the name \(name)" }
                ?? "the end of a block \(name) has no beginning",
            at: span,
            mend: open.map { "Close the block with \(tag($0.name))." } ?? "Open the block, or take the tag out.")
    }

    mutating func report(_ message: String, at span: Range<Int>, mend: String) {
        mistakes.append(TemplateMistake(message: message, span: span, mend: mend))
    }

    /// What follows an unclosed tag cannot be read: it counts as text, and the mistake hides the others.
    mutating func stopped(_ engine: PromptTemplate.Engine, by mistake: TemplateMistake) -> TemplateReading {
        add(text: mistake.span.lowerBound..<text.bytes.count)
        return TemplateReading(PromptTemplate(engine: engine, pieces: pieces), [mistake.defect(in: text)])
    }

    func finished(_ engine: PromptTemplate.Engine, tag: (String) -> String) -> TemplateReading {
        let open = openBlocks.map { block in
            TemplateMistake(
                message: "the block \(block.name) is not closed", span: block.span,
                mend: "Close it with \(tag(block.name)).")
        }
        return TemplateReading(
            PromptTemplate(engine: engine, pieces: pieces), (mistakes + open).map { $0.defect(in: text) })
    }
}

extension [UInt8] {
    /// Where a text begins, from an offset on.
    func find(_ wanted: some Collection<UInt8>, from start: Int) -> Int? {
        guard let first = wanted.first else { return start }
        var index = start
        while index + wanted.count <= count {
            if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    var isTemplateWhiteSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}
