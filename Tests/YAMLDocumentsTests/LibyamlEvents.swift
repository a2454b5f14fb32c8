import CLibyaml

/// libyaml's events in the notation of the YAML test suite: the second opinion on our own parser.
enum LibyamlEvents {
    /// Nil when libyaml refuses the text.
    static func lines(of bytes: [UInt8]) -> [String]? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return ["+STR", "-STR"] }
            yaml_parser_set_input_string(&parser, base, buffer.count)
            var lines: [String] = []
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
                defer { yaml_event_delete(&event) }
                lines.append(line(event))
                if event.type == YAML_STREAM_END_EVENT { return lines }
            }
        }
    }

    private static func line(_ event: yaml_event_t) -> String {
        switch event.type {
        case YAML_STREAM_START_EVENT: return "+STR"
        case YAML_STREAM_END_EVENT: return "-STR"
        case YAML_DOCUMENT_START_EVENT: return event.data.document_start.implicit == 1 ? "+DOC" : "+DOC ---"
        case YAML_DOCUMENT_END_EVENT: return event.data.document_end.implicit == 1 ? "-DOC" : "-DOC ..."
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return "+MAP" + (start.style == YAML_FLOW_MAPPING_STYLE ? " {}" : "") + properties(start.anchor, start.tag)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return "+SEQ" + (start.style == YAML_FLOW_SEQUENCE_STYLE ? " []" : "") + properties(start.anchor, start.tag)
        case YAML_MAPPING_END_EVENT: return "-MAP"
        case YAML_SEQUENCE_END_EVENT: return "-SEQ"
        case YAML_ALIAS_EVENT: return "=ALI *" + (text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return "=VAL" + properties(scalar.anchor, scalar.tag) + " " + sign(scalar.style)
                + EventText.escaped(String(decoding: value, as: UTF8.self))
        default: return "?"
        }
    }

    private static func sign(_ style: yaml_scalar_style_t) -> String {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: "'"
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: "\""
        case YAML_LITERAL_SCALAR_STYLE: "|"
        case YAML_FOLDED_SCALAR_STYLE: ">"
        default: ":"
        }
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> String {
        (text(anchor).map { " &" + $0 } ?? "") + (text(tag).map { " <\($0)>" } ?? "")
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
