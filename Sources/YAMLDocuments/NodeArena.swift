import SourceText

/// Builds the flat tree of one document. Both readers (YAML and JSON) fill it.
struct NodeArena {
    private(set) var nodes: [NodeRecord] = []
    private var children: [Int32] = []
    private var scalarText: [UInt8] = []

    mutating func addScalar(
        _ text: some Collection<UInt8>, type: ScalarType, isPlain: Bool, range: Range<Int>
    ) -> Int32 {
        let lower = Int32(scalarText.count)
        scalarText.append(contentsOf: text)
        return add(
            NodeRecord(
                kind: .scalar, scalarType: type, isPlain: isPlain, lower: Int32(range.lowerBound),
                upper: Int32(range.upperBound), contentLower: lower, contentUpper: Int32(scalarText.count)))
    }

    /// Adds a mapping or sequence without content; `close` gives it its children.
    mutating func open(_ kind: NodeRecord.Kind, range: Range<Int>) -> Int32 {
        add(
            NodeRecord(
                kind: kind, scalarType: .null, isPlain: false, lower: Int32(range.lowerBound),
                upper: Int32(range.upperBound), contentLower: 0, contentUpper: 0))
    }

    mutating func close(_ number: Int32, children content: [Int32], upper: Int) {
        let lower = Int32(children.count)
        children.append(contentsOf: content)
        nodes[Int(number)].contentLower = lower
        nodes[Int(number)].contentUpper = Int32(children.count)
        nodes[Int(number)].upper = Int32(upper)
    }

    func text(of number: Int32) -> ArraySlice<UInt8> {
        let record = nodes[Int(number)]
        return scalarText[Int(record.contentLower)..<Int(record.contentUpper)]
    }

    func range(of number: Int32) -> Range<Int> {
        let record = nodes[Int(number)]
        return Int(record.lower)..<Int(record.upper)
    }

    func document(source: SourceFile, index: Int, root: Int32) -> YAMLDocument {
        YAMLDocument(
            source: source, index: index, nodes: nodes, children: children, scalarText: scalarText, rootNumber: root)
    }

    private mutating func add(_ record: NodeRecord) -> Int32 {
        nodes.append(record)
        return Int32(nodes.count - 1)
    }
}
