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

    private let limits: ReadLimits
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

    mutating func scalar(_ event: ScalarEvent, range: Range<Int>) {
        let type = scalarType(event)
        let isPlain = event.isPlain && event.tag == nil
        if isPlain, type != .null, let meaning = CoreSchema.yaml11Meaning(ofPlain: event.text) {
            let text = String(decoding: event.text, as: UTF8.self)
            let here = type == .string ? "the text \"\(text)\"" : "the number \(text)"
            problems.append(
                YAMLProblem(
                    .ambiguousScalar, range, "`\(text)` is \(here) here, but older YAML tools read it as \(meaning)",
                    mend: "Write true or false, or put the text in quotes, so that every tool reads the same."))
        }
        let textStart = range.lowerBound + (event.isQuoted ? 1 : 0)
        let number = arena.addScalar(event.text, textStart: textStart, type: type, isPlain: isPlain, range: range)
        expandedNodes += 1
        if let anchor = event.anchor { anchors[anchor] = (number, 1) }
        attach(number, range: range)
    }

    mutating func open(_ kind: NodeRecord.Kind, anchor: String?, range: Range<Int>) {
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

    mutating func close(endingAt range: Range<Int>) {
        // Block collections end, for libyaml, where the next token starts; flow ones at their bracket.
        guard let closed = open.popLast(), let number = arena.close(upper: range.isEmpty ? nil : range.upperBound)
        else { return }
        if closed.hasAnchor, let anchor = openAnchors.popLast() {
            anchors[anchor] = (number, expandedNodes - closed.nodesBefore)
        }
        attach(number, range: arena[number].range)
    }

    mutating func alias(_ name: String, range: Range<Int>) {
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
                mend: "Define &\(name) before this line, or write the value out.")
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
            stop(.badKey, range, "a key must be plain text, not a list or mapping", mend: "Use a text key.")
            return
        }
        if key.isPlain, arena.withText(of: key, { $0.elementsEqual("<<".utf8) }) {
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

    private func scalarType(_ event: ScalarEvent) -> ScalarType {
        switch event.tag {
        case nil: event.isPlain ? CoreSchema.type(ofPlain: event.text) : .string
        case "tag:yaml.org,2002:null": .null
        case "tag:yaml.org,2002:bool": CoreSchema.type(ofPlain: event.text) == .boolean ? .boolean : .string
        case "tag:yaml.org,2002:int": CoreSchema.type(ofPlain: event.text) == .integer ? .integer : .string
        case "tag:yaml.org,2002:float":
            switch CoreSchema.type(ofPlain: event.text) {
            case .integer, .float: .float
            default: .string
            }
        default: .string
        }
    }

    private mutating func stop(_ kind: YAMLProblem.Kind, _ range: Range<Int>, _ message: String, mend: String) {
        problems.append(YAMLProblem(kind, range, message, mend: mend))
        hasStopped = true
    }
}
