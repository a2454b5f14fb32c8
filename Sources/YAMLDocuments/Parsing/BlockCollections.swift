/// Block sequences and mappings (YAML 1.2.2, 8.2): entries at one indentation.
extension StrictParser {
    // MARK: Sequences (8.2.1)

    mutating func blockSequence(
        indent: Int, parent: Int, properties: NodeProperties?
    ) throws(SyntaxMistake) {
        try enter(at)
        let mark = output.events.count
        try emit(YAMLEvent(.sequenceStart, .block, at..<at), properties)
        var upper = at
        while true {
            at += 1
            try blockNode(parent: indent, sequenceIndent: indent + 1, isCompact: true, behind: .allowed)
            upper = lastUpper
            guard try continues(indent) else { break }
            guard current == UInt8(ascii: "-"), isBlankOrEnd(at + 1) else {
                // A sequence under a key's own column ends where the next key starts.
                if indent == parent { break }
                throw .expectedDash(at, endOfLine(at), self)
            }
        }
        close(.sequenceEnd, mark, upper)
    }

    // MARK: Mappings (8.2.2)

    /// `at` is at the first key's colon, or, without `hasKey`, at a question mark. Events since `mark` are that key.
    mutating func blockMapping(
        indent: Int, from mark: Int, start: Int, properties: NodeProperties?, hasKey: Bool
    ) throws(SyntaxMistake) {
        try enter(start)
        var opening = YAMLEvent(.mappingStart, .block, start..<start)
        opening.properties = store(properties)
        output.events.insert(opening, at: mark)
        var hasKey = hasKey
        var upper = at
        while true {
            if hasKey {
                at += 1
                try blockNode(parent: indent, sequenceIndent: indent, isCompact: false, behind: .behindKey)
            } else {
                try explicitEntry(indent)
            }
            upper = lastUpper
            guard try continues(indent) else { break }
            hasKey = try blockKey()
        }
        close(.mappingEnd, mark, upper)
    }

    /// `? key` and, on a line of the same indentation, `: value`.
    private mutating func explicitEntry(_ indent: Int) throws(SyntaxMistake) {
        at += 1
        try blockNode(parent: indent, sequenceIndent: indent, isCompact: true, behind: .allowed)
        let upper = lastUpper
        if try continues(indent), current == UInt8(ascii: ":"), isBlankOrEnd(at + 1) {
            at += 1
            try blockNode(parent: indent, sequenceIndent: indent, isCompact: true, behind: .allowed)
        } else {
            try emitEmpty(at: upper)
        }
    }

    /// The next key of a mapping, up to its colon. False at a question mark.
    private mutating func blockKey() throws(SyntaxMistake) -> Bool {
        if current == UInt8(ascii: "?"), isBlankOrEnd(at + 1) { return false }
        let lineOffset = at
        let line = lineStart
        let mark = output.events.count
        var properties: NodeProperties?
        while current == UInt8(ascii: "&") || current == UInt8(ascii: "!") {
            var read = properties ?? NodeProperties()
            try readProperty(into: &read, inFlow: false)
            properties = read
            let hasCrossed = try skip()
            if hasCrossed || at >= end { throw .expectedColon(lineOffset, lineOffset..<endOfLine(lineOffset), self) }
        }
        let offset = at
        switch current {
        case UInt8(ascii: ":") where isBlankOrEnd(at + 1): try emitEmpty(at: at)
        case UInt8(ascii: "*"):
            if properties != nil { throw .aliasWithProperties(at) }
            try readAlias(inFlow: false)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try quotedScalar(indent: lineIndent + 1)
        case UInt8(ascii: "["), UInt8(ascii: "{"): try flowCollection(indent: lineIndent + 1)
        case UInt8(ascii: "-") where isBlankOrEnd(at + 1): throw .dashAmongKeys(at)
        default: try plainScalar(indent: lineIndent + 1, inFlow: false, isAfterKey: .allowed)
        }
        let behind = at
        while at < end, base[at].isBlank { at += 1 }
        guard current == UInt8(ascii: ":"), isBlankOrEnd(at + 1) else {
            throw .expectedColon(behind, offset..<behind, self)
        }
        guard lineStart == line else { throw .keyOverLines(offset..<behind, colon: at, self) }
        try checkKeyLength(offset..<behind)
        output.events[mark].properties = store(properties)
        return true
    }

    // MARK: Ends

    /// Moves to the next line's token. False when the collection with this indentation ends there.
    private mutating func continues(_ indent: Int) throws(SyntaxMistake) -> Bool {
        _ = try skip()
        if isAtDocumentEnd { return false }
        guard isFirstOnLine else { throw .trailingContent(at, self) }
        if lineIndent < indent {
            if isBehindTab { throw .tabIndentation(lineStart + lineIndent) }
            return false
        }
        if isBehindTab { throw .tabIndentation(lineStart + lineIndent) }
        if lineIndent > indent { throw .wrongIndentation(at, lineIndent: lineIndent, expected: indent, self) }
        return true
    }

    mutating func close(_ kind: YAMLEvent.Kind, _ mark: Int, _ upper: Int) {
        depth -= 1
        output.events[mark].upper = Int32(upper)
        output.events.append(YAMLEvent(kind, output.events[mark].style, upper..<upper))
    }

    /// Implicit keys are limited so that a parser need not look far ahead (7.4.2).
    func checkKeyLength(_ range: Range<Int>) throws(SyntaxMistake) {
        guard range.count > 1024 else { return }
        var characters = 0
        for index in range where base[index] & 0xC0 != 0x80 { characters += 1 }
        if characters > 1024 { throw .longKey(range) }
    }
}
