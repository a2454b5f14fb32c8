import ComponentFormats

/// What a sentence, or a passage that is set aside, is in the outline of a prompt.
struct OutlineMark {
    /// Level of the heading that it begins with, and of the last one in it.
    private(set) var firstLevel: Int?
    private(set) var lastLevel: Int?
    /// True for what the sentences after it depend on: it ends with a colon, is a line in bold, or a tag such as
    /// `<rules>`.
    private(set) var isLeadIn = false
    private(set) var isListItem = false
    private(set) var startsParagraph = true

    init(_ tokens: [PromptToken]) {
        guard let first = tokens.first else { return }
        startsParagraph = first.startsParagraph
        let level = tokens.prefix { $0.text == "#" }.count
        if level > 0, first.startsLine { (firstLevel, lastLevel) = (level, level) }
        let isOrdinal =
            first.kind == .punctuation && first.text.first?.isLetter ?? false || first.text.first?.isNumber ?? false
        let isBullet =
            ["-", "*", "+", "\u{2022}", "\u{2013}"].contains(first.text) && tokens.count > 1 && tokens[1].isAfterSpace
        isListItem = first.startsLine && (isBullet || first.kind == .punctuation && isOrdinal)
        let closers: Set<String> = ["*", "_", "`", "\"", ")"]
        let end = tokens.last { !closers.contains($0.text) }
        let isBold = ["*", "_"].contains(first.text) && !isListItem && tokens.last?.text == first.text
        let isElement = first.text == "<" && first.startsLine && tokens.last?.text == ">"
        isLeadIn = end?.text == ":" || isBold || isElement
    }

    /// The same of the bytes of a whole passage.
    init(passage text: [UInt8]) {
        let lines = text.split(separator: UInt8(ascii: "\n")).map { line in line.drop { $0.isTemplateSpace } }
        let levels = lines.map { line in line.prefix { $0 == UInt8(ascii: "#") }.count }
        if let level = levels.first, level > 0 { firstLevel = level }
        lastLevel = levels.last { $0 > 0 }
        guard let first = lines.first, let last = lines.last else { return }
        isListItem =
            first.first.map { "-*+".utf8.contains($0) || $0.isASCIIDigit } ?? false
            || first.starts(with: "\u{2022}".utf8)
        let end = last.last { !"*_`\") \t\r".utf8.contains($0) }
        isLeadIn =
            end == UInt8(ascii: ":") || last.first == UInt8(ascii: "<") && end == UInt8(ascii: ">")
            || "*_".utf8.contains(last.first ?? 0) && last.last { !$0.isTemplateSpace } == last.first
    }
}

extension UInt8 {
    fileprivate var isTemplateSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}

/// Below which heading or lead-in each sentence stands: `Never do:` says what the items after it mean.
struct PromptOutline {
    /// By position; nil for what stands below none.
    private(set) var contexts: [Int?] = []

    init(_ sentences: [Sentence]) {
        var headings: [(level: Int, index: Int)] = []
        var leadIn: Int?
        for (index, sentence) in sentences.enumerated() {
            let mark = sentence.outlineMark
            if index > 0, sentences[index - 1].role != sentence.role { (headings, leadIn) = ([], nil) }
            if let level = mark.firstLevel {
                headings.removeAll { $0.level >= level }
                leadIn = nil
            } else if let before = leadIn, before != index - 1, mark.startsParagraph, !mark.isListItem {
                leadIn = nil
            }
            contexts.append(leadIn ?? headings.last?.index)
            if let level = mark.lastLevel {
                headings.removeAll { $0.level >= level }
                headings.append((level, index))
                leadIn = nil
            }
            if mark.isLeadIn, mark.firstLevel == nil || sentence.isAnchor { leadIn = index }
        }
    }
}

extension Sentence {
    /// Of a passage that is set aside the heading or lead-in that what follows it stands below.
    var asHeading: Sentence {
        guard let content else { return self }
        let sentences = content()
        return sentences.last { $0.outlineMark.lastLevel != nil || $0.outlineMark.isLeadIn } ?? sentences.last ?? self
    }
}
