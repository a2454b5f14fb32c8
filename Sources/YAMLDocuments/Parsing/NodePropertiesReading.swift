/// Anchors, aliases and tags (YAML 1.2.2, 6.9 and 7.1).
extension StrictParser {
    /// `&anchor` or `!tag` at `at`.
    mutating func readProperty(into properties: inout NodeProperties, inFlow: Bool) throws(SyntaxMistake) {
        let start = at
        if current == UInt8(ascii: "&") {
            let name = try anchorName()
            guard properties.anchor == nil else { throw .secondProperty(start..<at, isAnchor: true) }
            properties.anchor = name
        } else {
            let tag = try readTag()
            guard properties.tagRange == nil else { throw .secondProperty(start..<at, isAnchor: false) }
            properties.tag = Int32(output.tags.count)
            output.tags.append(tag)
            properties.tagRange = start..<at
        }
        let isSeparate = isBlankOrEnd(at) || (inFlow && base[at].isFlowIndicator)
        guard isSeparate else { throw .propertyWithoutSpace(at, start..<at, self) }
    }

    mutating func readAlias(inFlow: Bool) throws(SyntaxMistake) {
        let start = at
        let name = try anchorName()
        guard isBlankOrEnd(at) || (inFlow && base[at].isFlowIndicator) else {
            throw .propertyWithoutSpace(at, start..<at, self)
        }
        var event = YAMLEvent(.alias, .plain, start..<at)
        event.textLower = Int32(name.lowerBound)
        event.textUpper = Int32(name.upperBound)
        try emit(event)
    }

    /// Rule ns-anchor-char: everything but white space and flow indicators.
    private mutating func anchorName() throws(SyntaxMistake) -> Range<Int> {
        let start = at
        at += 1
        while !isBlankOrEnd(at), !base[at].isFlowIndicator { at += 1 }
        guard at > start + 1 else { throw .missingName(start, self) }
        return start + 1..<at
    }

    private mutating func readTag() throws(SyntaxMistake) -> String {
        let start = at
        at += 1
        if current == UInt8(ascii: "<") {
            let lower = at + 1
            while at < end, base[at] != UInt8(ascii: ">"), !isBlankOrEnd(at) { at += 1 }
            guard current == UInt8(ascii: ">"), at > lower else { throw .badTag(start..<at, self) }
            at += 1
            return String(decoding: UnsafeBufferPointer(start: base + lower, count: at - 1 - lower), as: UTF8.self)
        }
        var second: Int?
        while !isBlankOrEnd(at), !base[at].isFlowIndicator {
            if base[at] == UInt8(ascii: "!") {
                guard second == nil else { throw .badTag(start..<at + 1, self) }
                second = at
            }
            at += 1
        }
        let handleEnd = second.map { $0 + 1 } ?? start + 1
        let handle = text(start..<handleEnd)
        if at == start + 1 { return "!" }
        let suffix = try tagSuffix(handleEnd..<at, start)
        guard second == nil || !suffix.isEmpty else { throw .badTag(start..<at, self) }
        if let prefix = tagHandles[handle] { return prefix + suffix }
        switch handle {
        case "!": return "!" + suffix
        case "!!": return "tag:yaml.org,2002:" + suffix
        default: throw .unknownHandle(start..<handleEnd, handle)
        }
    }

    /// Rule ns-tag-char, with `%41` written for a character.
    private func tagSuffix(_ range: Range<Int>, _ start: Int) throws(SyntaxMistake) -> String {
        var bytes: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = base[index]
            if byte == UInt8(ascii: "%") {
                guard let high = self.byte(index + 1).hexadecimalDigit, let low = self.byte(index + 2).hexadecimalDigit
                else { throw .badTag(start..<range.upperBound, self) }
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            guard byte.isURICharacter else { throw .badTag(start..<range.upperBound, self) }
            bytes.append(byte)
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Anchor and tag of one node that stand on several lines.
    func merge(_ outer: NodeProperties?, _ own: NodeProperties?) throws(SyntaxMistake) -> NodeProperties? {
        guard var merged = outer else { return own }
        guard let own else { return merged }
        if let anchor = own.anchor {
            guard merged.anchor == nil else {
                throw .secondProperty(anchor.lowerBound - 1..<anchor.upperBound, isAnchor: true)
            }
            merged.anchor = anchor
        }
        if let range = own.tagRange {
            guard merged.tagRange == nil else { throw .secondProperty(range, isAnchor: false) }
            merged.tagRange = range
            merged.tag = own.tag
        }
        return merged
    }

    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<end)
        return String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }
}

extension UInt8 {
    /// Rule ns-uri-char without the percent sign (5.6), minus the flow indicators.
    var isURICharacter: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "-#;/?:@&=+$_.!~*'()".utf8.contains(self)
        }
    }
}
