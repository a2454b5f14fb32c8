import SourceText

/// Builds one document from a stream of events: resolves anchors, counts the nodes that aliases would expand to,
/// finds duplicate and merge keys.
struct DocumentBuilder {
    private struct OpenNode {
        let kind: NodeRecord.Kind
        /// True when `openAnchors` has its anchor.
        let hasAnchor: Bool
        /// `expandedNodes` before it.
        let nodesBefore: Int
    }

    /// A node's tag and where it is written.
    private struct Tag {
        let name: String
        let range: Range<Int>
    }

    private let limits: ReadLimits
    private let source: UnsafeBufferPointer<UInt8>
    private var arena: NodeArena
    private var open: [OpenNode] = []
    /// Anchors of the open nodes that have one, outermost first.
    private var openAnchors: [String] = []
    private var anchors: [String: (number: Int32, expandedNodes: Int)] = [:]
    /// Nodes so far, aliases expanded.
    private var expandedNodes = 0
    private var root: Int32?
    private(set) var problems: [YAMLProblem] = []
    /// True after a problem that makes reading on pointless or dangerous.
    private(set) var hasStopped = false

    /// - Parameter source: the bytes of the file, which must outlive the builder.
    init(source: UnsafeBufferPointer<UInt8>, limits: ReadLimits) {
        self.limits = limits
        self.source = source
        arena = NodeArena(source: source)
    }

    /// Starts the next document of the file.
    mutating func reset() {
        arena.reset()
        open = []
        openAnchors = []
        anchors = [:]
        expandedNodes = 0
        root = nil
        problems = []
        hasStopped = false
    }

    func finish(source: SourceFile, index: Int) -> YAMLDocument? {
        root.map { arena.document(source: source, index: index, root: $0) }
    }

    /// Takes the next event of a document. `bytes` are the file's.
    mutating func add(_ event: YAMLEvent, of events: YAMLEvents, _ bytes: UnsafeBufferPointer<UInt8>) {
        let range = Int(event.lower)..<Int(event.upper)
        if event.kind == .scalar, event.properties < 0, !event.isDecoded {
            // Most nodes: no anchor, no tag, and their text stands in the file.
            let text = Int(event.textLower)..<Int(event.textUpper)
            let type = scalarType(event, nil, UnsafeBufferPointer(rebasing: bytes[text]))
            let isPlain = event.style == .plain
            attachScalar(
                arena.addScalar(verbatim: text, type: type, isPlain: isPlain, range: range), anchor: nil, range: range)
            return
        }
        let properties = event.properties < 0 ? nil : events.properties[Int(event.properties)]
        let anchor = properties?.anchor.map { name($0, bytes) }
        let tag = properties.flatMap { found in found.tagRange.map { Tag(name: events.tags[Int(found.tag)], range: $0) }
        }
        switch event.kind {
        case .scalar:
            let text = Int(event.textLower)..<Int(event.textUpper)
            let isPlain = event.style == .plain && tag == nil
            if event.isDecoded {
                events.decoded.withUnsafeBufferPointer { decoded in
                    let decodedText = UnsafeBufferPointer(rebasing: decoded[text])
                    let type = scalarType(event, tag, decodedText)
                    attachScalar(
                        arena.addScalar(
                            decodedText, textStart: range.lowerBound, type: type, isPlain: isPlain, range: range),
                        anchor: anchor, range: range)
                }
            } else {
                let type = scalarType(event, tag, UnsafeBufferPointer(rebasing: bytes[text]))
                attachScalar(
                    arena.addScalar(verbatim: text, type: type, isPlain: isPlain, range: range), anchor: anchor,
                    range: range)
            }
        case .mappingStart:
            checkTag(tag, .mapping)
            open(.mapping, anchor: anchor, range: range)
        case .sequenceStart:
            checkTag(tag, .sequence)
            open(.sequence, anchor: anchor, range: range)
        case .mappingEnd, .sequenceEnd: close(upper: Int(event.upper))
        case .alias: alias(name(Int(event.textLower)..<Int(event.textUpper), bytes), range: range)
        }
    }

    private mutating func attachScalar(_ number: Int32, anchor: String?, range: Range<Int>) {
        expandedNodes += 1
        if let anchor { anchors[anchor] = (number, 1) }
        attach(number, range: range)
    }

    private func name(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private mutating func open(_ kind: NodeRecord.Kind, anchor: String?, range: Range<Int>) {
        guard open.count < limits.depth else {
            stop(.limit, range, "nested deeper than \(limits.depth) levels", mend: "Flatten the structure.")
            return
        }
        if let anchor {
            anchors[anchor] = nil
            openAnchors.append(anchor)
        }
        open.append(OpenNode(kind: kind, hasAnchor: anchor != nil, nodesBefore: expandedNodes))
        arena.open(kind, range: range)
        expandedNodes += 1
    }

    private mutating func close(upper: Int) {
        guard let closed = open.popLast(), let number = arena.close(upper: upper) else { return }
        if closed.hasAnchor, let anchor = openAnchors.popLast() {
            anchors[anchor] = (number, expandedNodes - closed.nodesBefore)
        }
        attach(number, range: arena[number].range)
    }

    private mutating func alias(_ name: String, range: Range<Int>) {
        if let target = anchors[name] {
            expandedNodes += target.expandedNodes
            attach(target.number, range: range)
        } else if openAnchors.contains(name) {
            stop(
                .badAlias, range, "alias *\(name) contains itself",
                mend: "Write the value out instead of pointing back at a parent.")
        } else {
            stop(
                .badAlias, range, "alias *\(name) has no anchor above it",
                mend: "Define &\(name) before this line, or write the value out; text that starts with * needs quotes.")
        }
    }

    // MARK: Attaching nodes

    private mutating func attach(_ number: Int32, range: Range<Int>) {
        guard let parent = open.last else {
            root = number
            return
        }
        guard expandedNodes <= limits.nodes else {
            stop(
                .limit, range, "the document has more than \(limits.nodes) nodes once aliases are expanded",
                mend: "Split the document, or use fewer aliases.")
            return
        }
        // Keys and values come in turn.
        if parent.kind == .mapping, arena.pendingCount.isMultiple(of: 2) { checkKey(number, range: range) }
        arena.attach(number)
    }

    private mutating func checkKey(_ number: Int32, range: Range<Int>) {
        let key = arena[number]
        guard key.kind == .scalar else {
            stopAtKey(range)
            return
        }
        guard !key.range.isEmpty else {
            stop(
                .badKey, range, "a key without text before its colon", mend: "Write the key, or \"\" for an empty one.")
            return
        }
        if key.isPlain, key.content.count == 2, arena.withText(of: key, { $0.elementsEqual("<<".utf8) }) {
            // Said better than by the warning for the same sign elsewhere.
            if problems.last?.kind == .ambiguousScalar { problems.removeLast() }
            problems.append(
                YAMLProblem(
                    .mergeKey, range, "merge keys (<<) are not part of YAML 1.2 and are not accepted",
                    mend: "Write the merged keys out, so that a reviewer sees them."))
        }
        if let first = arena.firstUse(ofKey: number) {
            let name = arena.withText(of: key) { String(decoding: $0, as: UTF8.self) }
            problems.append(
                YAMLProblem(
                    .duplicateKey, range, "duplicate key \"\(name)\"",
                    mend: "Keep one of the two; tools disagree on which one counts.",
                    related: (arena[first].range, "first used here")))
        }
    }

    private mutating func stopAtKey(_ range: Range<Int>) {
        // `{{ name }}`, as templates write it, reads as a mapping with a mapping as its key.
        let isTemplate =
            range.lowerBound > 0 && source[range.lowerBound] == UInt8(ascii: "{")
            && source[range.lowerBound - 1] == UInt8(ascii: "{")
        stop(
            .badKey, isTemplate ? range.lowerBound - 1..<range.upperBound : range,
            "a key must be plain text, not a list or mapping",
            mend: isTemplate
                ? "Put text with template braces in quotes: \"{{ … }}\"."
                : "Use a text key; text that starts with a bracket needs quotes.")
    }

    // MARK: Types

    private mutating func scalarType(
        _ event: YAMLEvent, _ tag: Tag?, _ text: UnsafeBufferPointer<UInt8>
    ) -> ScalarType {
        if let tag {
            switch CoreTags.read(tag.name, text: text) {
            case .type(let type): return type
            case .mismatch(let wanted):
                let range = tag.range.lowerBound..<max(tag.range.upperBound, Int(event.upper))
                problems.append(
                    YAMLProblem(
                        .badTag, range, "the tag says that this is \(wanted), but it is not",
                        mend: "Leave the tag out, or write a value that fits it."))
            case .unknown: problems.append(unknownTag(tag))
            }
            return .string
        }
        guard event.style == .plain else { return .string }
        let type = CoreSchema.type(ofPlain: text)
        if type != .null, let warning = CoreSchema.ambiguity(text, type, at: Int(event.lower)..<Int(event.upper)) {
            problems.append(warning)
        }
        return type
    }

    private mutating func checkTag(_ tag: Tag?, _ kind: NodeRecord.Kind) {
        guard let tag, !CoreTags.fits(tag.name, kind) else { return }
        problems.append(unknownTag(tag))
    }

    private func unknownTag(_ tag: Tag) -> YAMLProblem {
        YAMLProblem(
            .badTag, tag.range, "the tag <\(tag.name)> is not read here, and ignoring it would change the meaning",
            mend: "Leave the tag out and write the value itself; if text that starts with ! is meant, put it in quotes."
        )
    }

    private mutating func stop(_ kind: YAMLProblem.Kind, _ range: Range<Int>, _ message: String, mend: String) {
        problems.append(YAMLProblem(kind, range, message, mend: mend))
        hasStopped = true
    }
}
