/// Block nodes (YAML 1.2.2, chapter 8): structure by indentation.
extension StrictParser {
    /// Whether a mapping or sequence may start at `at`, and if not, why.
    enum BlockStart {
        case allowed
        /// On the line of the parent's key or of `---`.
        case behindKey
        case behindMarker
        /// A tab stands where indentation counts.
        case behindTab(Int)
        /// An anchor or tag stands before it on the line.
        case behindProperties
    }

    /// One node behind an indicator. `at` is right behind that; afterwards it is right behind the node, or, when there
    /// is none, at the next token.
    ///
    /// - Parameters:
    ///   - parent: indentation of the parent, -1 for a document.
    ///   - sequenceIndent: the least indentation of a sequence, which may stand under a key's own column.
    ///   - isCompact: whether a collection may start on the same line, as behind a dash.
    mutating func blockNode(
        parent: Int, sequenceIndent: Int, isCompact: Bool, behind: BlockStart
    ) throws(SyntaxMistake) {
        let emptyOffset = at
        var start = behind
        var hasCrossed = try skip()
        if isCompact, !hasCrossed {
            start = .allowed
            for index in emptyOffset..<at where base[index] == UInt8(ascii: "\t") { start = .behindTab(index) }
        }
        if hasCrossed { start = freshLine() }
        if try isElsewhere(parent, sequenceIndent, hasCrossed) { return try emitEmpty(at: emptyOffset) }

        var outer: NodeProperties?
        var own: NodeProperties?
        var lineOffset = at
        while current == UInt8(ascii: "&") || current == UInt8(ascii: "!") {
            var properties = own ?? NodeProperties()
            try readProperty(into: &properties, inFlow: false)
            own = properties
            let behindProperty = at
            hasCrossed = try skip()
            if hasCrossed || at >= end {
                outer = try merge(outer, own)
                own = nil
                if try isElsewhere(parent, sequenceIndent, true) {
                    return try emitEmpty(at: behindProperty, outer)
                }
                lineOffset = at
                start = freshLine()
            }
        }
        try blockContent(
            parent: parent, sequenceIndent: sequenceIndent, lineOffset: lineOffset, outer: outer, own: own, start: start
        )
    }

    @inline(__always)
    private func freshLine() -> BlockStart { isBehindTab ? .behindTab(lineStart + lineIndent) : .allowed }

    /// True when the next token belongs to a parent, so that the node is empty.
    private mutating func isElsewhere(
        _ parent: Int, _ sequenceIndent: Int, _ hasCrossed: Bool
    ) throws(SyntaxMistake) -> Bool {
        if isAtDocumentEnd { return true }
        guard hasCrossed, lineIndent <= parent else { return false }
        if isBehindTab { throw .tabIndentation(lineStart + lineIndent) }
        return !(lineIndent >= sequenceIndent && current == UInt8(ascii: "-") && isBlankOrEnd(at + 1))
    }

    private mutating func blockContent(
        parent: Int, sequenceIndent: Int, lineOffset: Int, outer: NodeProperties?, own: NodeProperties?,
        start: BlockStart
    ) throws(SyntaxMistake) {
        let indent = lineOffset - lineStart
        let offset = at
        let mark = output.events.count
        let line = lineStart
        switch current {
        case UInt8(ascii: "-") where isBlankOrEnd(at + 1):
            try require(own == nil ? start : .behindProperties, at)
            return try blockSequence(indent: indent, parent: parent, properties: outer)
        case UInt8(ascii: "?") where isBlankOrEnd(at + 1):
            try require(own == nil ? start : .behindProperties, at)
            return try blockMapping(indent: indent, from: mark, start: lineOffset, properties: outer, hasKey: false)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            return try blockScalar(parent: parent, properties: try merge(outer, own))
        case UInt8(ascii: ":") where isBlankOrEnd(at + 1):
            try require(start, at)
            try emitEmpty(at: at, own)
            return try blockMapping(indent: indent, from: mark, start: lineOffset, properties: outer, hasKey: true)
        case UInt8(ascii: "*"):
            try readAlias(inFlow: false)
            if own != nil { throw .aliasWithProperties(offset) }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try quotedScalar(indent: parent + 1)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            try flowCollection(indent: parent + 1)
        default:
            try plainScalar(indent: parent + 1, inFlow: false, isAfterKey: start)
        }

        let behind = at
        while at < end, base[at].isBlank { at += 1 }
        if current == UInt8(ascii: ":"), isBlankOrEnd(at + 1) {
            guard lineStart == line else { throw .keyOverLines(offset..<behind, colon: at, self) }
            try require(start, at, key: offset)
            try checkKeyLength(offset..<behind)
            output.events[mark].properties = store(own)
            return try blockMapping(indent: indent, from: mark, start: lineOffset, properties: outer, hasKey: true)
        }
        at = behind
        if output.events[mark].kind == .alias, outer != nil { throw .aliasWithProperties(offset) }
        if outer != nil || own != nil { output.events[mark].properties = store(try merge(outer, own)) }
    }

    private func require(_ start: BlockStart, _ offset: Int, key: Int? = nil) throws(SyntaxMistake) {
        switch start {
        case .allowed: return
        case .behindKey:
            throw key.map { .secondColon(offset, value: $0, self) } ?? .collectionBehindKey(offset)
        case .behindMarker: throw .collectionBehindMarker(offset)
        case .behindTab(let tab): throw .tabIndentation(tab)
        case .behindProperties: throw .collectionBehindProperties(offset)
        }
    }
}
