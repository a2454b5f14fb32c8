package import SourceText

/// Reads strict RFC 8259 JSON into the same node tree as YAML.
///
/// JSON has a reader of its own because YAML accepts much that JSON refuses, and for speed.
package enum JSONReader {
    package static func read(_ source: SourceFile, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        source.bytes.withUnsafeBufferPointer { bytes in
            if let problem = BytePrecheck.check(bytes, limits: limits, isJSON: true).problem {
                return YAMLStream(documents: [], problems: [problem], documentCount: 1)
            }
            var parser = JSONParser(bytes, limits: limits)
            do throws(JSONStop) {
                let root = try parser.readDocument()
                let document = parser.arena.document(source: source, index: 0, root: root)
                return YAMLStream(documents: [document], problems: parser.problems, documentCount: 1)
            } catch {
                return YAMLStream(documents: [], problems: parser.problems + [error.problem], documentCount: 1)
            }
        }
    }
}

/// The problem that ended reading.
struct JSONStop: Error {
    let problem: YAMLProblem

    init(_ kind: YAMLProblem.Kind, _ range: Range<Int>, _ message: String, mend: String) {
        problem = YAMLProblem(kind, range, message, mend: mend)
    }
}

/// A loop over values with an explicit stack, so that the depth limit and not the thread's stack ends it. Lives only
/// while the bytes are lent to it.
private struct JSONParser {
    private let limits: ReadLimits
    private var scanner: JSONScanner
    private(set) var arena: NodeArena
    private(set) var problems: [YAMLProblem] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadLimits) {
        self.limits = limits
        scanner = JSONScanner(bytes)
        arena = NodeArena(source: bytes)
    }

    mutating func readDocument() throws(JSONStop) -> Int32 {
        while true {
            guard var value = try readValueOrOpen() else { continue }
            while true {
                guard let parent = arena.innermost else {
                    scanner.skipWhiteSpace()
                    guard scanner.isAtEnd else { throw scanner.unexpected("the end of the file") }
                    return value
                }
                arena.attach(value)
                guard let closed = try closeOrContinue(arena[parent].kind) else { break }
                value = closed
            }
        }
    }

    /// A scalar or an empty container; nil after opening a container that has content.
    private mutating func readValueOrOpen() throws(JSONStop) -> Int32? {
        scanner.skipWhiteSpace()
        let start = scanner.index
        guard arena.count < limits.nodes else {
            throw JSONStop(
                .limit, start..<start, "the document has more than \(limits.nodes) nodes", mend: "Split the document.")
        }
        switch scanner.current {
        case UInt8(ascii: "{"):
            try openContainer(.mapping)
            if scanner.skip("}") { return arena.close(upper: scanner.index) }
            try readKey()
            return nil
        case UInt8(ascii: "["):
            try openContainer(.sequence)
            return scanner.skip("]") ? arena.close(upper: scanner.index) : nil
        case UInt8(ascii: "\""):
            return try readString()
        default:
            let type = try scanner.word()
            let range = start..<scanner.index
            return arena.addScalar(verbatim: range, type: type, isPlain: true, range: range)
        }
    }

    private mutating func openContainer(_ kind: NodeRecord.Kind) throws(JSONStop) {
        let range = scanner.index..<scanner.index + 1
        guard arena.depth < limits.depth else {
            throw JSONStop(
                .limit, range, "nested deeper than \(limits.depth) levels", mend: "Flatten the structure.")
        }
        scanner.advance()
        scanner.skipWhiteSpace()
        arena.open(kind, range: range)
    }

    /// Reads what follows a value inside a container: the closed container at its end, nil before the next value.
    private mutating func closeOrContinue(_ kind: NodeRecord.Kind) throws(JSONStop) -> Int32? {
        scanner.skipWhiteSpace()
        switch kind {
        case .mapping:
            if scanner.skip("}") { return arena.close(upper: scanner.index) }
            guard scanner.skip(",") else { throw scanner.unexpected("a comma or }") }
            scanner.skipWhiteSpace()
            try readKey()
        default:
            if scanner.skip("]") { return arena.close(upper: scanner.index) }
            guard scanner.skip(",") else { throw scanner.unexpected("a comma or ]") }
        }
        return nil
    }

    /// The scanner stands on the opening quote.
    private mutating func readString() throws(JSONStop) -> Int32 {
        let start = scanner.index
        if let text = try scanner.string() {
            return arena.addScalar(verbatim: text, type: .string, isPlain: false, range: start..<scanner.index)
        }
        return scanner.unescaped.withUnsafeBufferPointer { text in
            arena.addScalar(
                text, textStart: start + 1, type: .string, isPlain: false, range: start..<scanner.index)
        }
    }

    private mutating func readKey() throws(JSONStop) {
        guard scanner.current == UInt8(ascii: "\"") else { throw scanner.unexpected("a key in double quotes") }
        let number = try readString()
        scanner.skipWhiteSpace()
        guard scanner.skip(":") else { throw scanner.unexpected("a colon") }
        if let first = arena.firstUse(ofKey: number) {
            let key = arena[number]
            let name = arena.withText(of: key) { String(decoding: $0, as: UTF8.self) }
            problems.append(
                YAMLProblem(
                    .duplicateKey, key.range, "duplicate key \"\(name)\"",
                    mend: "Keep one of the two; tools disagree on which one counts.",
                    related: (arena[first].range, "first used here")))
        }
        arena.attach(number)
    }
}
