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
        var parser = EventParser(source: source, limits: limits)
        return parser.readStream()
    }
}

/// Turns libyaml's events into documents.
private struct EventParser {
    private let source: SourceFile
    private let limits: ReadLimits
    private let offsets: CharacterOffsets
    private var documents: [YAMLDocument] = []
    private var problems: [YAMLProblem] = []

    init(source: SourceFile, limits: ReadLimits) {
        self.source = source
        self.limits = limits
        offsets = CharacterOffsets(source.bytes)
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

        source.bytes.withUnsafeBufferPointer { buffer in
            // An empty array has no base address; libyaml wants one.
            var empty: UInt8 = 0
            if let base = buffer.baseAddress {
                yaml_parser_set_input_string(&parser, base, buffer.count)
                readEvents(&parser)
            } else {
                yaml_parser_set_input_string(&parser, &empty, 0)
            }
        }
        return YAMLStream(documents: documents, problems: problems)
    }

    private mutating func readEvents(_ parser: inout yaml_parser_t) {
        var builder = DocumentBuilder(limits: limits)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                problems.append(syntaxProblem(parser))
                return
            }
            defer { yaml_event_delete(&event) }
            let range = byteRange(event)
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return
            case YAML_DOCUMENT_START_EVENT:
                builder = DocumentBuilder(limits: limits)
            case YAML_DOCUMENT_END_EVENT:
                if let document = builder.finish(source: source, index: documents.count) { documents.append(document) }
                problems += builder.problems
            case YAML_SCALAR_EVENT:
                builder.scalar(ScalarEvent(event.data.scalar), range: trimmed(range, style: event.data.scalar.style))
            case YAML_SEQUENCE_START_EVENT:
                builder.open(.sequence, anchor: name(event.data.sequence_start.anchor), range: range)
            case YAML_MAPPING_START_EVENT:
                builder.open(.mapping, anchor: name(event.data.mapping_start.anchor), range: range)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                builder.close(endingAt: range)
            case YAML_ALIAS_EVENT:
                builder.alias(name(event.data.alias.anchor) ?? "", range: range)
            default:
                break
            }
            if builder.hasStopped {
                problems += builder.problems
                return
            }
        }
    }

    private func byteRange(_ event: yaml_event_t) -> Range<Int> {
        let lower = offsets.byteOffset(ofCharacter: Int(event.start_mark.index))
        return lower..<max(lower, offsets.byteOffset(ofCharacter: Int(event.end_mark.index)))
    }

    /// libyaml ends a block scalar where the next token starts; the finding should end with its text.
    private func trimmed(_ range: Range<Int>, style: yaml_scalar_style_t) -> Range<Int> {
        guard style != YAML_DOUBLE_QUOTED_SCALAR_STYLE, style != YAML_SINGLE_QUOTED_SCALAR_STYLE else { return range }
        var upper = range.upperBound
        while upper > range.lowerBound, source.bytes[upper - 1].isYAMLWhiteSpace { upper -= 1 }
        return range.lowerBound..<upper
    }

    private func syntaxProblem(_ parser: yaml_parser_t) -> YAMLProblem {
        let words = parser.problem.map { String(cString: $0) } ?? "cannot be read"
        let context = parser.context.map { String(cString: $0) + ": " } ?? ""
        if parser.error == YAML_READER_ERROR {
            let offset = min(Int(parser.problem_offset), source.bytes.count)
            return YAMLProblem(
                .encoding, offset..<min(offset + 1, source.bytes.count), "not readable as YAML text: \(words)",
                mend: "Save the file as UTF-8 text without control characters.")
        }
        let lower = min(offsets.byteOffset(ofCharacter: Int(parser.problem_mark.index)), source.bytes.count)
        return YAMLProblem(
            .syntax, lower..<min(lower + 1, source.bytes.count), "not valid YAML: \(context)\(words)",
            mend: "Check indentation, quotes and brackets at this place.")
    }
}

/// The parts of a scalar event that the builder needs, copied out of libyaml's memory.
struct ScalarEvent {
    let text: [UInt8]
    let anchor: String?
    let tag: String?
    let isPlain: Bool

    init(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
        text = Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
        anchor = name(scalar.anchor)
        tag = name(scalar.tag)
        isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
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
