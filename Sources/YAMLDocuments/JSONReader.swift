package import SourceText

/// Reads strict RFC 8259 JSON into the same node tree as YAML.
///
/// JSON has a reader of its own because libyaml does not accept all of it (`"\/"`, escaped surrogate pairs, tabs
/// between tokens), and YAML accepts much that JSON refuses.
package enum JSONReader {
    package static func read(_ source: SourceFile, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        if let problem = precheck(source.bytes, limits: limits) {
            return YAMLStream(documents: [], problems: [problem])
        }
        var parser = JSONParser(source: source, limits: limits)
        do {
            let root = try parser.readDocument()
            let document = parser.arena.document(source: source, index: 0, root: root)
            return YAMLStream(documents: [document], problems: parser.problems)
        } catch {
            return YAMLStream(documents: [], problems: parser.problems + [error.problem])
        }
    }

    /// As for YAML, but U+FEFF inside a string is an ordinary character of JSON.
    private static func precheck(_ bytes: [UInt8], limits: ReadLimits) -> YAMLProblem? {
        let isSound =
            bytes.count <= limits.bytes && !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        return isSound ? nil : BytePrecheck.problem(in: bytes, limits: limits)
    }
}

/// The problem that ended reading.
struct JSONStop: Error {
    let problem: YAMLProblem

    init(_ kind: YAMLProblem.Kind, _ range: Range<Int>, _ message: String, mend: String) {
        problem = YAMLProblem(kind, range, message, mend: mend)
    }
}

/// A loop over values with an explicit stack, so that the depth limit and not the thread's stack ends it.
private struct JSONParser {
    private struct OpenContainer {
        let number: Int32
        let kind: NodeRecord.Kind
        var children: [Int32] = []
        /// First uses of the keys seen so far.
        var keys: [ArraySlice<UInt8>: Int32] = [:]
    }

    private let limits: ReadLimits
    private var scanner: JSONScanner
    private var open: [OpenContainer] = []
    private(set) var arena = NodeArena()
    private(set) var problems: [YAMLProblem] = []

    init(source: SourceFile, limits: ReadLimits) {
        self.limits = limits
        scanner = JSONScanner(source.bytes)
    }

    mutating func readDocument() throws(JSONStop) -> Int32 {
        while true {
            guard var value = try readValueOrOpen() else { continue }
            while true {
                guard let top = open.indices.last else {
                    scanner.skipWhiteSpace()
                    guard scanner.isAtEnd else { throw scanner.unexpected("the end of the file") }
                    return value
                }
                open[top].children.append(value)
                guard let closed = try closeOrContinue(top) else { break }
                value = closed
            }
        }
    }

    /// A scalar or an empty container; nil after opening a container that has content.
    private mutating func readValueOrOpen() throws(JSONStop) -> Int32? {
        scanner.skipWhiteSpace()
        let start = scanner.index
        guard arena.nodes.count < limits.nodes else {
            throw JSONStop(
                .limit, start..<start, "the document has more than \(limits.nodes) nodes", mend: "Split the document.")
        }
        switch scanner.current {
        case UInt8(ascii: "{"):
            try openContainer(.mapping)
            if scanner.skip("}") { return closeTop() }
            try readKey()
            return nil
        case UInt8(ascii: "["):
            try openContainer(.sequence)
            return scanner.skip("]") ? closeTop() : nil
        case UInt8(ascii: "\""):
            let text = try scanner.string()
            return arena.addScalar(text, type: .string, isPlain: false, range: start..<scanner.index)
        default:
            let type = try scanner.word()
            let text = scanner.bytes[start..<scanner.index]
            return arena.addScalar(text, type: type, isPlain: true, range: start..<scanner.index)
        }
    }

    private mutating func openContainer(_ kind: NodeRecord.Kind) throws(JSONStop) {
        let range = scanner.index..<scanner.index + 1
        guard open.count < limits.depth else {
            throw JSONStop(
                .limit, range, "nested deeper than \(limits.depth) levels", mend: "Flatten the structure.")
        }
        scanner.advance()
        scanner.skipWhiteSpace()
        open.append(OpenContainer(number: arena.open(kind, range: range), kind: kind))
    }

    /// Reads what follows a value inside a container: the closed container at its end, nil before the next value.
    private mutating func closeOrContinue(_ top: Int) throws(JSONStop) -> Int32? {
        scanner.skipWhiteSpace()
        switch open[top].kind {
        case .mapping:
            if scanner.skip("}") { return closeTop() }
            guard scanner.skip(",") else { throw scanner.unexpected("a comma or }") }
            scanner.skipWhiteSpace()
            try readKey()
        default:
            if scanner.skip("]") { return closeTop() }
            guard scanner.skip(",") else { throw scanner.unexpected("a comma or ]") }
        }
        return nil
    }

    private mutating func closeTop() -> Int32? {
        guard let closed = open.popLast() else { return nil }
        arena.close(closed.number, children: closed.children, upper: scanner.index)
        return closed.number
    }

    private mutating func readKey() throws(JSONStop) {
        guard scanner.current == UInt8(ascii: "\"") else { throw scanner.unexpected("a key in double quotes") }
        let start = scanner.index
        let text = try scanner.string()
        let range = start..<scanner.index
        scanner.skipWhiteSpace()
        guard scanner.skip(":") else { throw scanner.unexpected("a colon") }
        let number = arena.addScalar(text, type: .string, isPlain: false, range: range)
        let top = open.count - 1
        if let first = open[top].keys[text[...]] {
            problems.append(
                YAMLProblem(
                    .duplicateKey, range, "duplicate key \"\(String(decoding: text, as: UTF8.self))\"",
                    mend: "Keep one of the two; tools disagree on which one counts.",
                    related: (arena.range(of: first), "first used here")))
        } else {
            open[top].keys[text[...]] = number
        }
        open[top].children.append(number)
    }
}
