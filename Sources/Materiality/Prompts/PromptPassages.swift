import ComponentFormats
import SourceText

/// What is left of two prompts when the passages that both have are set aside. A passage is a paragraph, or more of them
/// where a list goes on, inside one message, one block and one example; most of a prompt is the same after an edit, and
/// need not be cut into words to know that.
struct PromptPassages {
    /// The sentences to compare, with an anchor where a passage was set aside.
    let old: [Sentence]
    let new: [Sentence]
    /// Bytes that were set aside, on each side, and all that there were.
    let commonBytes: Int
    let oldBytes: Int
    let newBytes: Int
    private let common: [Passage]

    init(_ old: EffectivePrompt, _ new: EffectivePrompt) {
        let (before, after) = (Passage.cut(old), Passage.cut(new))
        let pairs = Self.matches(before, after)
        let places = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element.old, $0.offset) })
        let newPlaces = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element.new, $0.offset) })
        self.old = Self.sentences(before, places)
        self.new = Self.sentences(after, newPlaces)
        common = pairs.map { before[$0.old] }
        commonBytes = common.reduce(0) { $0 + $1.key.text.count }
        oldBytes = before.reduce(0) { $0 + $1.key.text.count }
        newBytes = after.reduce(0) { $0 + $1.key.text.count }
    }

    var totalBytes: Int { oldBytes + newBytes }

    /// Bytes of both sides that are not in passages of both.
    var differingBytes: Int { totalBytes - 2 * commonBytes }

    /// Sentences of the passages that both sides have.
    var commonSentences: [Sentence] { common.flatMap(\.sentences) }

    static func sentences(of prompt: EffectivePrompt) -> [Sentence] { Passage.cut(prompt).flatMap(\.sentences) }

    private static func sentences(_ passages: [Passage], _ anchors: [Int: Int]) -> [Sentence] {
        passages.enumerated().flatMap { index, passage in
            anchors[index].map { [passage.anchor($0)] } ?? passage.sentences
        }
    }

    /// Equal passages in the same order: those at both ends, then those that are there once on each side, and their
    /// neighbours.
    private static func matches(_ old: [Passage], _ new: [Passage]) -> [(old: Int, new: Int)] {
        let start = zip(old, new).prefix { $0.key == $1.key }.count
        let tail = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed())
            .prefix { $0.key == $1.key }.count
        var pairs = (0..<start).map { (old: $0, new: $0) }
        let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
        var (one, other) = (start, start)
        for unique in uniquePairs(old, start..<oldEnd, new, start..<newEnd) + [(old: oldEnd, new: newEnd)] {
            // What was matched as a neighbour already may be unique too.
            guard unique.old >= one, unique.new >= other else { continue }
            var length = 0
            while unique.old - length > one, unique.new - length > other,
                old[unique.old - length - 1].key == new[unique.new - length - 1].key
            {
                length += 1
            }
            pairs += (0..<length).reversed().map { (unique.old - $0 - 1, unique.new - $0 - 1) }
            (one, other) = (unique.old, unique.new)
            while one < oldEnd, other < newEnd, old[one].key == new[other].key {
                pairs.append((one, other))
                (one, other) = (one + 1, other + 1)
            }
        }
        return pairs + (0..<tail).reversed().map { (old.count - $0 - 1, new.count - $0 - 1) }
    }

    private static func uniquePairs(
        _ old: [Passage], _ oldRange: Range<Int>, _ new: [Passage], _ newRange: Range<Int>
    ) -> [(old: Int, new: Int)] {
        func places(_ passages: [Passage], _ range: Range<Int>) -> [Passage.Key: Int?] {
            var found: [Passage.Key: Int?] = [:]
            for index in range {
                found.updateValue(found[passages[index].key] == nil ? index : nil, forKey: passages[index].key)
            }
            return found
        }
        let (before, after) = (places(old, oldRange), places(new, newRange))
        let pairs = before.compactMap { key, place -> (old: Int, new: Int)? in
            guard let place, let other = after[key] ?? nil else { return nil }
            return (place, other)
        }
        return IncreasingRun.longest(pairs.sorted { $0.old < $1.old }, by: \.new)
    }
}

/// A passage of one prompt.
private struct Passage {
    /// Equal keys: the same text for the model, under the same circumstances.
    struct Key: Hashable {
        let role: String
        let conditions: [String]
        let isExample: Bool
        let text: [UInt8]
    }

    let parts: [(piece: EffectivePrompt.Piece, span: Range<Int>)]
    let key: Key

    private init(_ parts: [(piece: EffectivePrompt.Piece, span: Range<Int>)]) {
        self.parts = parts
        var text: [UInt8] = []
        for part in parts {
            if case .text = part.piece.kind {
                text += part.piece.text.bytes[part.span]
            } else {
                // Text cannot hold this, so that no text is taken for a tag.
                text.append(0)
                text += part.piece.content.utf8
                text.append(0)
            }
        }
        // What is behind the last sentence makes no other sentences.
        while let last = text.last, last == 0x20 || (0x09...0x0D).contains(last) { text.removeLast() }
        let first = parts.first?.piece
        key = Key(
            role: first?.role ?? "", conditions: first?.conditions ?? [], isExample: first?.example != nil, text: text)
    }

    var sentences: [Sentence] {
        guard let first = parts.first?.piece else { return [] }
        var tokenizer = PromptTokenizer()
        for part in parts {
            if case .text = part.piece.kind {
                tokenizer.add(text: part.piece, part.span)
            } else {
                tokenizer.add(tag: part.piece)
            }
        }
        return SentenceSplitter.split(tokenizer.tokens).map {
            Sentence(tokens: $0, role: first.role, conditions: first.conditions, example: first.example)
        }
    }

    /// A sentence that stands for the passage; both sides have the same under a number.
    func anchor(_ number: Int) -> Sentence {
        guard let first = parts.first?.piece else {
            return Sentence(tokens: [], role: "", conditions: [], example: nil)
        }
        let token = PromptToken(
            kind: .anchor, text: "", key: "\u{0}\(number)", variables: [], source: first.source, range: first.range,
            isAfterSpace: false, startsLine: true, startsParagraph: true)
        return Sentence(anchor: token, like: first, OutlineMark(passage: key.text)) { sentences }
    }

    static func cut(_ prompt: EffectivePrompt) -> [Passage] {
        var passages: [Passage] = []
        var parts: [(piece: EffectivePrompt.Piece, span: Range<Int>)] = []
        func flush() {
            if !parts.isEmpty { passages.append(Passage(parts)) }
            parts = []
        }
        for piece in prompt.pieces {
            if let current = parts.last?.piece, current.example != piece.example { flush() }
            switch piece.kind {
            case .role, .block:
                flush()
            case .expression:
                parts.append((piece, piece.span))
            case .text:
                var start = piece.span.lowerBound
                // An example is one passage, whatever is in it.
                for cut in piece.example == nil ? ParagraphStarts.find(in: piece.text.bytes, piece.span) : [] {
                    parts.append((piece, start..<cut))
                    flush()
                    start = cut
                }
                if start < piece.span.upperBound { parts.append((piece, start..<piece.span.upperBound)) }
            }
        }
        flush()
        return passages
    }
}

/// Where a text can be cut without a sentence or a numbered list noticing: at lines that follow an empty line and do not
/// begin like `2.` or `b)`.
private enum ParagraphStarts {
    static func find(in bytes: [UInt8], _ span: Range<Int>) -> [Int] {
        var found: [Int] = []
        var index = span.lowerBound
        while let lineBreak = bytes[index..<span.upperBound].firstIndex(of: UInt8(ascii: "\n")) {
            index = lineBreak + 1
            var hasEmptyLine = false
            var first = index
            while first < span.upperBound, isBlank(bytes[first]) || bytes[first] == UInt8(ascii: "\n") {
                if bytes[first] == UInt8(ascii: "\n") {
                    hasEmptyLine = true
                    index = first + 1
                }
                first += 1
            }
            if hasEmptyLine, first < span.upperBound, !mayGoOn(bytes, first, span.upperBound) { found.append(index) }
        }
        return found
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    private static func mayGoOn(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, index < start + 3, bytes[index].isASCIIDigit { index += 1 }
        if index == start, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[start] | 0x20) { index += 1 }
        return index > start && index < end && (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"))
    }
}

/// The longest run of elements whose values only grow.
enum IncreasingRun {
    static func longest<Element>(_ elements: [Element], by value: (Element) -> Int) -> [Element] {
        // By the smallest end of each length.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: elements.count)
        for (index, element) in elements.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if value(elements[ends[middle]]) < value(element) { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var run: [Element] = []
        var last = ends.last
        while let index = last {
            run.append(elements[index])
            last = before[index]
        }
        return run.reversed()
    }
}
