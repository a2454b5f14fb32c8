import YAMLDocuments

/// Keywords about numbers and strings; other nodes satisfy them all.
extension Evaluator {
    func numberHolds(_ instruction: Instruction, _ node: YAMLNode) -> Bool {
        guard let value = node.decimal else { return true }
        switch instruction {
        case .minimum(let limit): return value >= tables.numbers[limit]
        case .maximum(let limit): return value <= tables.numbers[limit]
        case .exclusiveMinimum(let limit): return value > tables.numbers[limit]
        case .exclusiveMaximum(let limit): return value < tables.numbers[limit]
        case .multipleOf(let divisor): return value.isMultiple(of: tables.numbers[divisor])
        default: return true
        }
    }

    mutating func textHolds(_ instruction: Instruction, _ node: YAMLNode) -> Bool {
        guard node.scalarType == .string else { return true }
        let text = node.scalarBytes
        switch instruction {
        case .minLength(let limit): return characterCount(text) >= limit
        case .maxLength(let limit): return characterCount(text) <= limit
        case .pattern(let pattern): return patternMatches(pattern, text, of: node)
        case .format(let format): return format.accepts(node.text)
        default: return true
        }
    }

    /// Unicode scalars, which is what RFC 8259 calls characters.
    func characterCount(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }
}
