import SourceText

/// Builds one document from a stream of events: resolves anchors, counts the nodes that aliases would expand to,
/// finds duplicate and merge keys.
struct DocumentBuilder {
    private struct OpenNode {
        let number: Int32
        let kind: NodeRecord.Kind
        let anchor: String?
        var children: [Int32] = []
        /// Nodes below this one, aliases expanded.
        var expandedNodes = 1
        /// First uses of the keys seen so far.
        var keys: [[UInt8]: Int32] = [:]
        var expectsKey = true
    }

    private let limits: ReadLimits
    private var arena = NodeArena()
    private var open: [OpenNode] = []
    private var anchors: [String: (number: Int32, expandedNodes: Int)] = [:]
    private var root: Int32?
    private(set) var problems: [YAMLProblem] = []
    /// True after a problem that makes reading on pointless or dangerous.
    private(set) var hasStopped = false

    init(limits: ReadLimits) { self.limits = limits }

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
        let number = arena.addScalar(event.text, type: type, isPlain: isPlain, range: range)
        if let anchor = event.anchor { anchors[anchor] = (number, 1) }
        attach(number, expandedNodes: 1)
    }

    mutating func open(_ kind: NodeRecord.Kind, anchor: String?, range: Range<Int>) {
        guard open.count < limits.depth else {
            stop(.limit, range, "nested deeper than \(limits.depth) levels", mend: "Flatten the structure.")
            return
        }
        if let anchor { anchors[anchor] = nil }
        open.append(OpenNode(number: arena.open(kind, range: range), kind: kind, anchor: anchor))
    }

    mutating func close(endingAt range: Range<Int>) {
        guard let closed = open.popLast() else { return }
        // Block collections end, for libyaml, where the next token starts; flow ones at their bracket.
        let lastChild = closed.children.last.map { arena.range(of: $0).upperBound } ?? 0
        let start = arena.range(of: closed.number).lowerBound
        let upper = range.isEmpty ? max(start, lastChild) : range.upperBound
        arena.close(closed.number, children: closed.children, upper: upper)
        if let anchor = closed.anchor { anchors[anchor] = (closed.number, closed.expandedNodes) }
        attach(closed.number, expandedNodes: closed.expandedNodes)
    }

    mutating func alias(_ name: String, range: Range<Int>) {
        if let target = anchors[name] {
            attach(target.number, expandedNodes: target.expandedNodes, aliasRange: range)
        } else if open.contains(where: { $0.anchor == name }) {
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

    private mutating func attach(_ number: Int32, expandedNodes: Int, aliasRange: Range<Int>? = nil) {
        guard !open.isEmpty else {
            root = number
            return
        }
        let top = open.count - 1
        open[top].expandedNodes += expandedNodes
        let range = aliasRange ?? arena.range(of: number)
        let total = open.reduce(0) { $0 + $1.expandedNodes }
        guard total <= limits.nodes else {
            stop(
                .limit, range, "the document has more than \(limits.nodes) nodes once aliases are expanded",
                mend: "Split the document, or use fewer aliases.")
            return
        }
        if open[top].kind == .mapping, open[top].expectsKey {
            checkKey(number, range: range)
        }
        open[top].expectsKey.toggle()
        open[top].children.append(number)
    }

    private mutating func checkKey(_ number: Int32, range: Range<Int>) {
        guard arena.nodes[Int(number)].kind == .scalar else {
            stop(.badKey, range, "a key must be plain text, not a list or mapping", mend: "Use a text key.")
            return
        }
        let top = open.count - 1
        // A copy: a slice would keep the arena's text shared, and every further scalar would copy all of it.
        let text = Array(arena.text(of: number))
        if text.elementsEqual("<<".utf8), arena.nodes[Int(number)].isPlain {
            problems.append(
                YAMLProblem(
                    .mergeKey, range, "merge keys (<<) are not part of YAML 1.2 and are not accepted",
                    mend: "Write the merged keys out, so that a reviewer sees them."))
        }
        if let first = open[top].keys[text] {
            let name = String(decoding: text, as: UTF8.self)
            problems.append(
                YAMLProblem(
                    .duplicateKey, range, "duplicate key \"\(name)\"",
                    mend: "Keep one of the two; tools disagree on which one counts.",
                    related: (arena.range(of: first), "first used here")))
        } else {
            open[top].keys[text] = number
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
