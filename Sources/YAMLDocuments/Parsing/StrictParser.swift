/// A parser of YAML 1.2.2, written along the productions of its chapters 5 to 9: it accepts what they accept and
/// says of everything else what is wrong, where the mistake was made.
///
/// Recursive descent with the indentation of the parent node as parameter `n`, as in the specification; the depth
/// limit bounds the recursion. Deviations from the specification are deliberate and marked with "Deviation:".
struct StrictParser {
    let base: UnsafePointer<UInt8>
    /// Number of bytes.
    let end: Int
    let limits: ReadLimits
    /// Where the text starts, behind a byte-order mark.
    let textStart: Int

    /// The next byte to read.
    var at: Int
    /// Start of the line that `at` is in.
    var lineStart: Int
    /// Spaces at the start of that line, and the place of its first character behind white space.
    var lineIndent = 0
    var firstToken = 0
    /// Mappings and sequences around `at`.
    var depth = 0
    var output = YAMLEvents()
    /// Handles of the document's %TAG directives.
    var tagHandles: [String: String] = [:]
    /// What does not keep the document from being read.
    var warnings: [YAMLProblem] = []

    /// Nil for no bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadLimits) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
        self.base = base
        end = bytes.count
        self.limits = limits
        let hasMark = end >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
        textStart = hasMark ? 3 : 0
        at = textStart
        lineStart = textStart
        startLine(at: at)
    }

    /// The byte at an offset; 0, which no text holds, behind the end.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < end ? base[offset] : 0 }

    @inline(__always)
    var current: UInt8 { at < end ? base[at] : 0 }

    @inline(__always)
    var column: Int { at - lineStart }

    /// True when only white space stands before `at` on its line.
    @inline(__always)
    var isFirstOnLine: Bool { at == firstToken }

    /// True when a tab stands before the first token of the line: it may start no block structure.
    @inline(__always)
    var isBehindTab: Bool { at != lineStart + lineIndent }

    @inline(__always)
    func isBlankOrEnd(_ offset: Int) -> Bool {
        offset >= end || base[offset].isBlank || base[offset].isBreak
    }

    // MARK: Separation (6.1 to 6.7)

    /// Notes a line's indentation; `at` stays where it is.
    @inline(__always)
    mutating func startLine(at offset: Int) {
        lineStart = offset
        var index = offset
        while index < end, base[index] == UInt8(ascii: " ") { index += 1 }
        lineIndent = index - offset
        while index < end, base[index].isBlank { index += 1 }
        firstToken = index
    }

    /// Moves over white space, comments and line breaks to the next token. True when it came to another line.
    mutating func skip() throws(SyntaxMistake) -> Bool {
        var hasCrossed = false
        while true {
            let start = at
            while at < end, base[at].isBlank { at += 1 }
            guard at < end else { return hasCrossed }
            if base[at] == UInt8(ascii: "#") {
                guard at > start || at == lineStart else { throw .commentWithoutSpace(at) }
                while at < end, !base[at].isBreak { at += 1 }
            }
            guard at < end, base[at].isBreak else { return hasCrossed }
            passBreak()
            hasCrossed = true
        }
    }

    /// Moves over CR LF, LF or CR. Next line, line and paragraph separators are text in YAML 1.2 (5.4).
    @inline(__always)
    mutating func passBreak() {
        at = offsetBehindBreak(at)
        startLine(at: at)
    }

    @inline(__always)
    func offsetBehindBreak(_ offset: Int) -> Int {
        base[offset] == UInt8(ascii: "\r") && byte(offset + 1) == UInt8(ascii: "\n") ? offset + 2 : offset + 1
    }

    /// `---` or `...` at the start of a line, which ends whatever is open (9.1.2).
    @inline(__always)
    func isDocumentMarker(_ offset: Int) -> Bool {
        let first = byte(offset)
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
        return byte(offset + 1) == first && byte(offset + 2) == first && isBlankOrEnd(offset + 3)
    }

    @inline(__always)
    var isAtDocumentEnd: Bool { at >= end || (at == lineStart && isDocumentMarker(at)) }

    /// End of the line that an offset is in, without its break.
    func endOfLine(_ offset: Int) -> Int {
        var index = offset
        while index < end, !base[index].isBreak { index += 1 }
        return index
    }

    // MARK: Emitting

    /// Stores a node's anchor and tag.
    @inline(__always)
    mutating func store(_ properties: NodeProperties?) -> Int32 {
        guard let properties, !properties.isEmpty else { return -1 }
        output.properties.append(properties)
        return Int32(output.properties.count - 1)
    }

    mutating func emit(_ event: YAMLEvent, _ properties: NodeProperties? = nil) throws(SyntaxMistake) {
        guard output.events.count <= 2 * limits.nodes else {
            // A node without text may stand behind the last byte.
            let lower = Int(event.lower)
            throw .tooManyNodes(lower..<min(lower + 1, end), limits)
        }
        var event = event
        event.properties = store(properties)
        output.events.append(event)
    }

    /// A node without text: nothing behind a key's colon, a dash, an anchor or a tag.
    mutating func emitEmpty(at offset: Int, _ properties: NodeProperties? = nil) throws(SyntaxMistake) {
        try emit(YAMLEvent(.scalar, .plain, offset..<offset), properties)
    }

    /// End of what was emitted last, for a collection that ends with its last child.
    @inline(__always)
    var lastUpper: Int { output.events.last.map { Int($0.upper) } ?? at }

    mutating func enter(_ offset: Int) throws(SyntaxMistake) {
        guard depth < limits.depth else { throw .tooDeep(offset, limits) }
        depth += 1
    }
}

extension UInt8 {
    /// White space within a line (5.5).
    @inline(__always)
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    @inline(__always)
    var isBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

    @inline(__always)
    var isFlowIndicator: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }
}
