import SourceText

/// Builds the flat tree of one document. Both readers (YAML and JSON) fill it, one node after another.
///
/// Lives only while the reader lends it the source's bytes.
struct NodeArena {
    /// A mapping or sequence whose end has not been read.
    private struct OpenNode {
        let number: Int32
        /// Where its children start in `pending`.
        let firstChild: Int
    }

    private let source: UnsafeBufferPointer<UInt8>
    private var nodes: [NodeRecord] = []
    private var children: [Int32] = []
    private var sideText: [UInt8] = []
    private var open: [OpenNode] = []
    /// The children so far of all open nodes, those of the innermost last.
    private var pending: [Int32] = []
    private var keyTables = KeyTables()

    init(source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        reserve()
    }

    /// Forgets the document but keeps the memory for the next.
    mutating func reset() {
        nodes.removeAll(keepingCapacity: true)
        children.removeAll(keepingCapacity: true)
        sideText.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
        keyTables = KeyTables()
    }

    /// Room for what a file of this size usually has; others grow.
    private mutating func reserve() {
        let estimate = source.count / 10 + 8
        nodes.reserveCapacity(estimate)
        children.reserveCapacity(estimate)
        pending.reserveCapacity(64)
        open.reserveCapacity(16)
    }

    var count: Int { nodes.count }
    var depth: Int { open.count }

    subscript(number: Int32) -> NodeRecord { nodes[Int(number)] }

    /// The innermost open mapping or sequence.
    var innermost: Int32? { open.last?.number }

    /// Keys, values and items of the innermost open node so far.
    var pendingCount: Int { pending.count - (open.last?.firstChild ?? 0) }

    // MARK: Building

    /// - Parameter textStart: where the text stands in the source if it needed neither unescaping nor folding.
    mutating func addScalar(
        _ text: UnsafeBufferPointer<UInt8>, textStart: Int, type: ScalarType, isPlain: Bool, range: Range<Int>
    ) -> Int32 {
        let verbatim = textStart..<textStart + text.count
        if verbatim.upperBound <= source.count,
            TextHash.areEqual(UnsafeBufferPointer(rebasing: source[verbatim]), text)
        {
            return addScalar(verbatim: verbatim, type: type, isPlain: isPlain, range: range)
        }
        let content = sideText.count..<sideText.count + text.count
        sideText.append(contentsOf: text)
        return add(
            NodeRecord(
                scalar: type, isPlain: isPlain, isVerbatim: false, hash: TextHash.of(text), range: range, text: content)
        )
    }

    /// Adds a scalar whose text stands in the source.
    mutating func addScalar(verbatim text: Range<Int>, type: ScalarType, isPlain: Bool, range: Range<Int>) -> Int32 {
        let hash = TextHash.of(UnsafeBufferPointer(rebasing: source[text]))
        return add(
            NodeRecord(scalar: type, isPlain: isPlain, isVerbatim: true, hash: hash, range: range, text: text))
    }

    /// Adds a mapping or sequence; until `close`, what is attached belongs to it.
    mutating func open(_ kind: NodeRecord.Kind, range: Range<Int>) {
        let number = add(NodeRecord(kind, range: range))
        open.append(OpenNode(number: number, firstChild: pending.count))
    }

    /// Makes a node the next child of the innermost open node.
    mutating func attach(_ number: Int32) { pending.append(number) }

    /// Ends the innermost open node. `upper` is its end in the source.
    mutating func close(upper: Int) -> Int32? {
        guard let closed = open.popLast() else { return nil }
        nodes[Int(closed.number)].contentLower = Int32(children.count)
        children.append(contentsOf: pending[closed.firstChild...])
        nodes[Int(closed.number)].contentUpper = Int32(children.count)
        nodes[Int(closed.number)].upper = Int32(upper)
        pending.removeSubrange(closed.firstChild...)
        keyTables.forget(closed.number)
        return closed.number
    }

    /// The document, in memory of exactly its size.
    func document(source: SourceFile, index: Int, root: Int32) -> YAMLDocument {
        YAMLDocument(
            source: source, index: index, nodes: exact(nodes), children: exact(children), sideText: exact(sideText),
            rootNumber: root)
    }

    private mutating func add(_ record: NodeRecord) -> Int32 {
        nodes.append(record)
        return Int32(nodes.count - 1)
    }

    private func exact<Element: BitwiseCopyable>(_ elements: [Element]) -> [Element] {
        [Element](unsafeUninitializedCapacity: elements.count) { memory, count in
            count = elements.count
            _ = memory.initialize(fromContentsOf: elements)
        }
    }

    // MARK: Keys

    /// Whether two scalars have the same text.
    func isSameText(_ left: NodeRecord, _ right: NodeRecord) -> Bool {
        guard left.textHash == right.textHash else { return false }
        return withText(of: left) { left in withText(of: right) { right in TextHash.areEqual(left, right) } }
    }

    func withText<Result>(of record: NodeRecord, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if record.isVerbatim { return body(UnsafeBufferPointer(rebasing: source[record.content])) }
        return sideText.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[record.content])) }
    }

    /// The first key of the innermost open mapping with the same text as one that is about to be attached.
    mutating func firstUse(ofKey number: Int32) -> Int32? {
        guard let top = open.last else { return nil }
        let key = nodes[Int(number)]
        guard pending.count - top.firstChild > 2 * KeyTables.linearLimit else { return scan(for: key, in: top) }
        if !keyTables.has(top.number) {
            for position in stride(from: top.firstChild, to: pending.count, by: 2) {
                let first = nodes[Int(pending[position])]
                keyTables.note(pending[position], hash: withText(of: first, KeyTables.hash), in: top.number)
            }
        }
        let hash = withText(of: key, KeyTables.hash)
        guard let first = keyTables.note(number, hash: hash, in: top.number) else { return nil }
        return isSameText(nodes[Int(first)], key) ? first : scan(for: key, in: top)
    }

    private func scan(for key: NodeRecord, in mapping: OpenNode) -> Int32? {
        var position = mapping.firstChild
        while position < pending.count {
            if isSameText(nodes[Int(pending[position])], key) { return pending[position] }
            position += 2
        }
        return nil
    }
}
