package import SourceText
package import YAMLDocuments

/// What holds for every file that was read, whatever its bytes were.
package func checkStream(_ stream: YAMLStream, of source: SourceFile, limits: ReadLimits) {
    for problem in stream.problems {
        checkRange(problem.range, in: source, "problem \"\(problem.message)\"")
        require(!problem.message.isEmpty && !problem.mend.isEmpty, "a problem says what is wrong and how to mend it")
        if let related = problem.related {
            checkRange(related.range, in: source, "second place of \"\(problem.message)\"")
        }
    }
    for (document, next) in zip(stream.documents, stream.documents.dropFirst()) {
        // A document that cannot be read keeps its number.
        require(document.index < next.index, "document \(next.index) comes after \(document.index)")
    }
    for document in stream.documents { checkTree(document, limits: limits) }
}

/// A range lies inside the file, and both its ends have a line and a column.
package func checkRange(_ range: Range<Int>, in source: SourceFile, _ what: @autoclosure () -> String) {
    require(
        range.lowerBound >= 0 && range.upperBound <= source.bytes.count,
        "\(what()): \(range) is outside of a file of \(source.bytes.count) bytes")
    let (start, end) = (source.position(at: range.lowerBound), source.position(at: range.upperBound))
    require(start.line >= 1 && start.column >= 1 && start <= end, "\(what()): \(start) comes after \(end)")
    _ = source.text(range)
}

/// Every node is visited once; a child that lies outside of its parent must have been reached through an alias, which
/// makes it an older node: aliases point upwards.
private func checkTree(_ document: YAMLDocument, limits: ReadLimits) {
    var open = [(node: document.root, depth: 0)]
    var seen: Set<Int> = []
    while let (node, depth) = open.popLast() {
        guard seen.insert(node.identity).inserted else { continue }
        checkRange(node.range, in: document.source, "node \(node.identity)")
        checkScalar(node)
        require(seen.count <= limits.nodes, "more nodes than the limit")
        // Through aliases a path may be longer than the nesting of the text, but not endless.
        require(depth <= limits.nodes, "an endless path")
        for entry in node.entries {
            require(entry.key.kind == .scalar, "a key that is no scalar")
            checkChild(entry.key, of: node)
            checkChild(entry.value, of: node)
            checkEntry(entry, of: node)
            open.append((entry.key, depth + 1))
            open.append((entry.value, depth + 1))
        }
        for item in node.items {
            checkChild(item, of: node)
            open.append((item, depth + 1))
        }
    }
}

private func checkChild(_ child: YAMLNode, of parent: YAMLNode) {
    let isInside =
        parent.range.lowerBound <= child.range.lowerBound && child.range.upperBound <= parent.range.upperBound
    let isAlias = child.range.upperBound <= parent.range.lowerBound || child.identity < parent.identity
    // An alias to a sibling lies inside of the parent; one to an older node lies before it.
    require(isInside || isAlias, "child \(child.range) of \(parent.range) is neither inside nor an alias")
}

private func checkEntry(_ entry: YAMLEntry, of mapping: YAMLNode) {
    // `entry(_:)` may find an earlier duplicate, never nothing.
    require(mapping.entry(entry.key.text) != nil, "a key that is listed but not found: \(entry.key.text)")
}

private func checkScalar(_ node: YAMLNode) {
    let isScalar = node.kind == .scalar
    require(isScalar == (node.scalarType != nil), "only scalars have a scalar type")
    switch node.scalarType {
    case .boolean: require(node.boolean != nil, "a boolean without a value: \(node.text)")
    case .string: require(node.string == node.text, "a string that is not its text")
    case .integer:
        if let decimal = node.decimal {
            require(decimal.isInteger, "an integer that is none: \(node.text)")
            require(DecimalNumber(decimal.description) == decimal, "\(node.text) does not survive printing")
        }
    case .float: _ = node.decimal
    case .null, nil: break
    }
}

/// Two documents hold the same values; places do not matter.
package func checkSameValues(_ left: YAMLNode, _ right: YAMLNode) {
    var open = [(left, right)]
    while let (left, right) = open.popLast() {
        require(
            left.kind == right.kind && left.scalarType == right.scalarType && left.count == right.count
                && left.scalarBytes.elementsEqual(right.scalarBytes),
            "read as \(left.kind) \(left.text) and as \(right.kind) \(right.text)")
        for (left, right) in zip(left.entries, right.entries) {
            open.append((left.key, right.key))
            open.append((left.value, right.value))
        }
        open += zip(left.items, right.items)
    }
}
