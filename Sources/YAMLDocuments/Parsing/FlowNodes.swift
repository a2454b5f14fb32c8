/// Flow collections (YAML 1.2.2, 7.4): structure by brackets and commas.
extension StrictParser {
    /// A sequence or mapping in brackets. Its further lines need at least `indent` spaces.
    mutating func flowCollection(indent: Int) throws(SyntaxMistake) {
        let open = at
        try enter(open)
        let isMapping = current == UInt8(ascii: "{")
        let closer = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        let mark = output.events.count
        try emit(YAMLEvent(isMapping ? .mappingStart : .sequenceStart, .flow, at..<at))
        at += 1
        while true {
            try skipInFlow(indent, open)
            if current == closer { break }
            if current == UInt8(ascii: ",") { throw .missingEntry(at, open: open, self) }
            if current.isFlowIndicator, current == UInt8(ascii: "]") || current == UInt8(ascii: "}") {
                throw .wrongBracket(at, open: open, self)
            }
            if isMapping { try flowMappingEntry(indent, open) } else { try flowSequenceEntry(indent, open) }
            let behind = at
            try skipInFlow(indent, open)
            if current == UInt8(ascii: ",") {
                at += 1
            } else if current != closer {
                throw .missingComma(behind: behind, at, open: open, self)
            }
        }
        at += 1
        close(isMapping ? .mappingEnd : .sequenceEnd, mark, at)
    }

    /// Moves to the next token inside brackets and checks its line's indentation.
    private mutating func skipInFlow(_ indent: Int, _ open: Int) throws(SyntaxMistake) {
        let hasCrossed = try skip()
        guard at < end else { throw .unclosedBracket(open, self) }
        guard hasCrossed else { return }
        if at == lineStart, isDocumentMarker(at) { throw .unclosedBracket(open, self) }
        guard lineIndent < indent else { return }
        if isBehindTab { throw .tabIndentation(lineStart + lineIndent) }
        // Deviation: a closing bracket may stand in the parent's own column. The specification wants it one deeper,
        // but every reader accepts it, many people write it, and nothing can be misread.
        let isCloser = current == UInt8(ascii: "]") || current == UInt8(ascii: "}")
        guard isCloser, lineIndent == indent - 1 else {
            throw .flowIndentation(at, open: open, indent: indent, self)
        }
    }

    /// A node, or a single pair `key: value`, whose key must be on one line.
    private mutating func flowSequenceEntry(_ indent: Int, _ open: Int) throws(SyntaxMistake) {
        let mark = output.events.count
        let start = at
        if current == UInt8(ascii: "?"), isBlankOrEnd(at + 1) {
            try openPair(mark, start)
            try explicitFlowPair(indent, open)
            return closePair(mark)
        }
        let line = lineStart
        let isAdjacent = try flowNode(indent, open, mayBeKey: true)
        let behind = at
        guard lineStart == line else { return try refuseLongKey(start, behind, isAdjacent) }
        while at < end, base[at].isBlank { at += 1 }
        guard isValueColon(isAdjacent) else {
            at = behind
            return
        }
        try checkKeyLength(start..<behind)
        try openPair(mark, start)
        at += 1
        try flowValue(indent, open)
        closePair(mark)
    }

    /// `[a` over several lines, then `: b]`.
    private mutating func refuseLongKey(_ start: Int, _ behind: Int, _ isAdjacent: Bool) throws(SyntaxMistake) {
        while at < end, base[at].isBlank { at += 1 }
        if isValueColon(isAdjacent) { throw .keyOverLines(start..<behind, colon: at, self) }
        at = behind
    }

    private mutating func openPair(_ mark: Int, _ start: Int) throws(SyntaxMistake) {
        try enter(start)
        output.events.insert(YAMLEvent(.mappingStart, .flow, start..<start), at: mark)
    }

    private mutating func closePair(_ mark: Int) { close(.mappingEnd, mark, lastUpper) }

    private mutating func flowMappingEntry(_ indent: Int, _ open: Int) throws(SyntaxMistake) {
        if current == UInt8(ascii: "?"), isBlankOrEnd(at + 1) { return try explicitFlowPair(indent, open) }
        let isAdjacent = try flowNode(indent, open, mayBeKey: true)
        let upper = lastUpper
        let (keptAt, keptLine) = (at, lineStart)
        try skipInFlow(indent, open)
        if isValueColon(isAdjacent) {
            at += 1
            try flowValue(indent, open)
        } else {
            // Not a pair: the caller looks at the same place again.
            at = keptAt
            if lineStart != keptLine { startLine(at: keptLine) }
            try emitEmpty(at: upper)
        }
    }

    /// `? key : value`, each of which may be missing.
    private mutating func explicitFlowPair(_ indent: Int, _ open: Int) throws(SyntaxMistake) {
        at += 1
        let behind = at
        try skipInFlow(indent, open)
        if isEntryEnd || isValueColon(false) {
            try emitEmpty(at: behind)
        } else {
            let isAdjacent = try flowNode(indent, open, mayBeKey: true)
            let upper = lastUpper
            try skipInFlow(indent, open)
            guard isValueColon(isAdjacent) else { return try emitEmpty(at: upper) }
        }
        guard isValueColon(true) else { return try emitEmpty(at: behind) }
        at += 1
        try flowValue(indent, open)
    }

    /// What stands behind a colon; `at` is right behind that.
    private mutating func flowValue(_ indent: Int, _ open: Int) throws(SyntaxMistake) {
        let behind = at
        try skipInFlow(indent, open)
        if isEntryEnd {
            try emitEmpty(at: behind)
        } else {
            _ = try flowNode(indent, open, mayBeKey: false)
        }
    }

    private var isEntryEnd: Bool {
        current == UInt8(ascii: ",") || current == UInt8(ascii: "]") || current == UInt8(ascii: "}")
    }

    /// A colon that separates key and value: behind a quoted or bracketed key always, else not before text.
    private func isValueColon(_ isAdjacent: Bool) -> Bool {
        current == UInt8(ascii: ":") && (isAdjacent || isBlankOrEnd(at + 1) || byte(at + 1).isFlowIndicator)
    }

    /// A node inside brackets. True when a colon may follow it without a space, as in JSON.
    private mutating func flowNode(_ indent: Int, _ open: Int, mayBeKey: Bool) throws(SyntaxMistake) -> Bool {
        var properties: NodeProperties?
        while current == UInt8(ascii: "&") || current == UInt8(ascii: "!") {
            var read = properties ?? NodeProperties()
            try readProperty(into: &read, inFlow: true)
            properties = read
            let behind = at
            let line = (lineStart, lineIndent, firstToken)
            try skipInFlow(indent, open)
            if isEntryEnd || (mayBeKey && isValueColon(false)) {
                // Back to where the empty node is: whether a key is on one line is judged there.
                at = behind
                (lineStart, lineIndent, firstToken) = line
                try emitEmpty(at: behind, properties)
                return false
            }
        }
        let mark = output.events.count
        var isAdjacent = false
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try quotedScalar(indent: indent)
            isAdjacent = true
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            try flowCollection(indent: indent)
            isAdjacent = true
        case UInt8(ascii: "*"):
            if properties != nil { throw .aliasWithProperties(at) }
            try readAlias(inFlow: true)
        case UInt8(ascii: ":") where mayBeKey && isValueColon(false):
            try emitEmpty(at: at)
        default:
            try plainScalar(indent: indent, inFlow: true, isAfterKey: .allowed)
        }
        output.events[mark].properties = store(properties)
        return isAdjacent
    }
}
