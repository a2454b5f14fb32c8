import SourceText

@testable import YAMLDocuments

/// The parser's events in the notation of the YAML test suite, `+MAP`, `=VAL :text` and so on.
enum EventText {
    struct Result {
        var lines: [String] = ["+STR"]
        var mistake: YAMLProblem?
    }

    static func events(of bytes: [UInt8]) -> Result {
        var result = Result()
        bytes.withUnsafeBufferPointer { buffer in
            var parser = StrictParser(buffer, limits: ReadLimits())
            do throws(SyntaxMistake) {
                while try parser?.readDocument() ?? false {
                    if let output = parser?.output { add(output, bytes, to: &result.lines) }
                }
                result.lines.append("-STR")
            } catch {
                result.mistake = error.problem
            }
        }
        return result
    }

    private static func add(_ output: YAMLEvents, _ bytes: [UInt8], to lines: inout [String]) {
        lines.append(output.hasExplicitStart ? "+DOC ---" : "+DOC")
        for event in output.events {
            var properties = ""
            if event.properties >= 0 {
                let stored = output.properties[Int(event.properties)]
                if let anchor = stored.anchor { properties += " &" + String(decoding: bytes[anchor], as: UTF8.self) }
                if stored.tagRange != nil { properties += " <\(output.tags[Int(stored.tag)])>" }
            }
            let isFlow = event.style == .flow
            switch event.kind {
            case .mappingStart: lines.append("+MAP" + (isFlow ? " {}" : "") + properties)
            case .sequenceStart: lines.append("+SEQ" + (isFlow ? " []" : "") + properties)
            case .mappingEnd: lines.append("-MAP")
            case .sequenceEnd: lines.append("-SEQ")
            case .alias: lines.append("=ALI *" + text(event, output, bytes))
            case .scalar:
                let sign =
                    switch event.style {
                    case .singleQuoted: "'"
                    case .doubleQuoted: "\""
                    case .literal: "|"
                    case .folded: ">"
                    default: ":"
                    }
                lines.append("=VAL\(properties) \(sign)\(escaped(text(event, output, bytes)))")
            }
        }
        lines.append(output.hasExplicitEnd ? "-DOC ..." : "-DOC")
    }

    private static func text(_ event: YAMLEvent, _ output: YAMLEvents, _ bytes: [UInt8]) -> String {
        let range = Int(event.textLower)..<Int(event.textUpper)
        return String(decoding: event.isDecoded ? output.decoded[range] : bytes[range], as: UTF8.self)
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
