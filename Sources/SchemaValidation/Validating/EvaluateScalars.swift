import YAMLDocuments

/// Keywords about types, values, numbers and strings. Numbers are compared in machine words where they fit, else
/// exactly as `DecimalNumber`s.
extension Evaluation {
    mutating func hasType(_ types: TypeSet, _ record: NodeRecord) -> Bool {
        switch record.kind {
        case .mapping: return types.accepts(.object)
        case .sequence: return types.accepts(.array)
        case .scalar: break
        }
        switch record.scalarType {
        case .null: return types.accepts(.null)
        case .boolean: return types.accepts(.boolean)
        case .integer: return types.accepts([.number, .integerAsWritten])
        case .string: return types.accepts(.string)
        case .float:
            // Infinities and NaN, which JSON has not, are of no type.
            let text = memory.text(of: record)
            if let value = ScaledDecimal(text) { return types.accepts(.number(isInteger: value.isInteger)) }
            guard let value = DecimalNumber(yaml: text.array[...]) else { return false }
            return types.accepts(.number(isInteger: value.isInteger))
        }
    }

    mutating func isOneOf(_ list: Int, _ node: Int32, _ record: NodeRecord) -> Bool {
        let range = program.valueLists[list].range
        guard record.kind == .scalar else {
            let own = self.node(node)
            return program.tables.values[list].contains { $0.kind != .scalar && areEqual($0, own) }
        }
        let text = memory.text(of: record)
        for place in range {
            let value = program.values[place]
            let isEqual: Bool
            switch (value.type, record.scalarType) {
            case (.string, .string):
                isEqual = value.hash == record.textHash && text.isEqual(to: program.text, value.text.range)
            case (.null, .null): isEqual = true
            case (.boolean, .boolean): isEqual = value.boolean == NodeEquality.isTrue(text)
            case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
                isEqual =
                    if let number = value.number, let order = ScaledDecimal(text)?.compared(with: number) {
                        order == 0
                    } else {
                        areEqual(program.tables.values[list][place - range.lowerBound], self.node(node))
                    }
            default: isEqual = false
            }
            if isEqual { return true }
        }
        return false
    }

    mutating func numberHolds(_ instruction: Instruction, _ record: NodeRecord) -> Bool {
        guard record.kind == .scalar, record.scalarType == .integer || record.scalarType == .float else { return true }
        let text = memory.text(of: record)
        let value = ScaledDecimal(text)
        switch instruction {
        case .minimum(let limit): return order(value, text, limit).map { $0 >= 0 } ?? true
        case .maximum(let limit): return order(value, text, limit).map { $0 <= 0 } ?? true
        case .exclusiveMinimum(let limit): return order(value, text, limit).map { $0 > 0 } ?? true
        case .exclusiveMaximum(let limit): return order(value, text, limit).map { $0 < 0 } ?? true
        case .multipleOf(let divisor):
            if let value, let unit = program.numbers[divisor], let answer = value.isMultiple(of: unit) {
                return answer
            }
            return DecimalNumber(yaml: text.array[...])?.isMultiple(of: program.tables.numbers[divisor]) ?? true
        default: return true
        }
    }

    /// Negative, zero or positive as a number is less than, equal to or greater than a limit; nil for infinities and
    /// NaN, which are no numbers to JSON.
    private mutating func order(_ value: ScaledDecimal?, _ text: BorrowedText, _ limit: Int) -> Int? {
        if let value, let limit = program.numbers[limit], let order = value.compared(with: limit) { return order }
        guard let value = DecimalNumber(yaml: text.array[...]) else { return nil }
        let limit = program.tables.numbers[limit]
        return value < limit ? -1 : value == limit ? 0 : 1
    }

    /// For a string.
    mutating func textHolds(_ instruction: Instruction, _ record: NodeRecord) -> Bool {
        let text = memory.text(of: record)
        switch instruction {
        // A character has one to four bytes: most texts need no counting.
        case .minLength(let limit): return text.count >= limit && (text.count / 4 >= limit || text.scalarCount >= limit)
        case .maxLength(let limit): return text.count <= limit || text.scalarCount <= limit
        case .format(let format): return format.surelyAccepts(text) || format.accepts(text.string)
        default: return true
        }
    }
}

extension TypeSet {
    static func number(isInteger: Bool) -> TypeSet { isInteger ? .number : TypeSet(rawValue: 8) }
}
