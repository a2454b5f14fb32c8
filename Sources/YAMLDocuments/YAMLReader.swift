internal import CLibyaml
package import SourceText

/// What a file turned out to hold. Documents before the first error are kept, so that one mistake at the end of a
/// file does not hide the findings above it.
package struct YAMLStream: Sendable {
    package let documents: [YAMLDocument]
    package let problems: [YAMLProblem]

    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads YAML under the 1.2 core schema with libyaml's event parser.
package enum YAMLReader {
    package static func read(_ source: SourceFile, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        if let problem = BytePrecheck.problem(in: source.bytes, limits: limits) {
            return YAMLStream(documents: [], problems: [problem])
        }
        return source.bytes.withUnsafeBufferPointer { bytes in
            var parser = EventParser(source: source, bytes: bytes, limits: limits)
            return parser.readStream()
        }
    }
}

/// Turns libyaml's events into documents. Lives only while the bytes are lent to it.
private struct EventParser {
    private let source: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offsets: CharacterOffsets
    private var builder: DocumentBuilder
    private var documents: [YAMLDocument] = []
    private var problems: [YAMLProblem] = []

    init(source: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: ReadLimits) {
        self.source = source
        self.bytes = bytes
        offsets = CharacterOffsets(bytes)
        builder = DocumentBuilder(source: bytes, limits: limits)
    }

    mutating func readStream() -> YAMLStream {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            problems.append(
                YAMLProblem(.limit, 0..<0, "no memory to read the file", mend: "Free some memory and retry."))
            return YAMLStream(documents: [], problems: problems)
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        // An empty array may have no address; there is nothing to read then.
        if let base = bytes.baseAddress {
            yaml_parser_set_input_string(&parser, base, bytes.count)
            readEvents(&parser)
        }
        return YAMLStream(documents: documents, problems: problems)
    }

    private mutating func readEvents(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
        var storage = yaml_event_t()
        withUnsafeMutablePointer(to: &storage) { event in
            while yaml_parser_parse(parser, event) == 1 {
                // What the event holds is libyaml's; the builder copies what it keeps.
                defer { yaml_event_delete(event) }
                guard handle(event) else { return }
            }
            problems.append(syntaxProblem(parser.pointee))
        }
    }

    /// False when there is nothing more to read.
    private mutating func handle(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        let lower = offsets.byteOffset(ofCharacter: Int(event.pointee.start_mark.index))
        let range = lower..<max(lower, offsets.byteOffset(ofCharacter: Int(event.pointee.end_mark.index)))
        switch event.pointee.type {
        case YAML_STREAM_END_EVENT:
            return false
        case YAML_DOCUMENT_START_EVENT:
            builder.reset()
        case YAML_DOCUMENT_END_EVENT:
            if let document = builder.finish(source: source, index: documents.count) { documents.append(document) }
            problems += builder.problems
        case YAML_SCALAR_EVENT:
            let scalar = ScalarEvent(event.pointee.data.scalar)
            builder.scalar(scalar, range: scalar.isQuoted ? range : trimmed(range))
        case YAML_SEQUENCE_START_EVENT:
            builder.open(.sequence, anchor: name(event.pointee.data.sequence_start.anchor), range: range)
        case YAML_MAPPING_START_EVENT:
            builder.open(.mapping, anchor: name(event.pointee.data.mapping_start.anchor), range: range)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            builder.close(endingAt: range)
        case YAML_ALIAS_EVENT:
            builder.alias(name(event.pointee.data.alias.anchor) ?? "", range: range)
        default:
            break
        }
        if builder.hasStopped { problems += builder.problems }
        return !builder.hasStopped
    }

    /// libyaml ends a block scalar where the next token starts; the finding should end with its text.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        while upper > range.lowerBound, bytes[upper - 1].isYAMLWhiteSpace { upper -= 1 }
        return range.lowerBound..<upper
    }

    private mutating func syntaxProblem(_ parser: yaml_parser_t) -> YAMLProblem {
        let words = parser.problem.map { String(cString: $0) } ?? "cannot be read"
        let context = parser.context.map { String(cString: $0) + ": " } ?? ""
        if parser.error == YAML_READER_ERROR {
            let offset = min(Int(parser.problem_offset), bytes.count)
            return YAMLProblem(
                .encoding, offset..<min(offset + 1, bytes.count), "not readable as YAML text: \(words)",
                mend: "Save the file as UTF-8 text without control characters.")
        }
        let lower = min(offsets.byteOffset(ofCharacter: Int(parser.problem_mark.index)), bytes.count)
        return YAMLProblem(
            .syntax, lower..<min(lower + 1, bytes.count), "not valid YAML: \(context)\(words)",
            mend: "Check indentation, quotes and brackets at this place.")
    }
}

/// The parts of a scalar event that the builder needs. The text is libyaml's until the event is deleted.
struct ScalarEvent {
    let text: UnsafeBufferPointer<UInt8>
    let anchor: String?
    let tag: String?
    let isPlain: Bool
    /// In single or double quotes.
    let isQuoted: Bool

    init(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
        text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        anchor = name(scalar.anchor)
        tag = name(scalar.tag)
        isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        isQuoted =
            scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
    }
}

private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
}

extension UInt8 {
    var isYAMLWhiteSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
            || self == UInt8(ascii: "\t")
    }
}
