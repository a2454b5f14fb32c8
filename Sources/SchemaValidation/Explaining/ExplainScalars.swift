import SourceText
import YAMLDocuments

extension FailureExplainer {
    /// - Parameter constants: values of other types that are also accepted.
    func wrongType(
        _ types: TypeSet, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place, keyword: String = "type",
        constants: [YAMLNode] = []
    ) -> SchemaFailure {
        let isUnread = node.decimal == nil && (node.scalarType == .float || node.scalarType == .integer)
        let found =
            isUnread ? "\(Wording.value(node)), which is not a number that can be compared" : Wording.typedValue(node)
        let wanted = Wording.list(Wording.typeWords(types) + constants.map(Wording.plain), "or")
        return failure(
            keyword, schema, node, place, "\(place.name) must be \(wanted), but is \(found)",
            mend: isUnread ? "Write a finite number with an exponent of at most 1000000." : mend(types, node))
    }

    private func mend(_ types: TypeSet, _ node: YAMLNode) -> String {
        if node.isNull { return "Give it a value, or remove the key." }
        if node.kind == .scalar, node.scalarType != .string, types.contains(.string) {
            return "Put it in quotes: \"\(Wording.shortened(node.text))\"."
        }
        if node.scalarType == .string, !types.isDisjoint(with: [.number, .boolean, .null]),
            let plain = plainType(of: node), types.accepts(plain)
        {
            return "Write \(node.text) without quotes."
        }
        if types.contains(.number) || types.contains(.integer), node.scalarType == .string,
            let comma = node.text.firstIndex(of: ","), DecimalNumber(node.text.replacing(",", with: ".")) != nil
        {
            return "Write it with a point: \(node.text[..<comma]).\(node.text[comma...].dropFirst())."
        }
        if types == .array, node.kind == .scalar { return "Write it as a list: [\(Wording.plain(node))]." }
        if types.contains(.array) { return "Write it as a list: each item on a line of its own after a dash." }
        if types.contains(.object) { return "Write it as a mapping: indented lines of the form `key: value`." }
        return "Write \(Wording.types(types)) here."
    }

    /// The type that a quoted text would have without its quotes, when that is a number or boolean.
    private func plainType(of node: YAMLNode) -> TypeSet? {
        if node.text == "true" || node.text == "false" { return .boolean }
        return DecimalNumber(node.text).map { $0.isInteger ? .number : TypeSet(rawValue: 8) }
    }

    /// - Parameter otherTypes: what is accepted beside the values.
    func wrongValue(
        _ values: [YAMLNode], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place,
        otherTypes: TypeSet = []
    ) -> SchemaFailure {
        if let same = values.first(where: { $0.kind == .scalar && $0.scalarBytes == node.scalarBytes }),
            node.kind == .scalar
        {
            return failure(
                keyword, schema, node, place,
                "\(place.name) is \(Wording.typedValue(node)), where \(Wording.typedConstant(same)) is allowed",
                mend: same.scalarType == .string ? "Put it in quotes." : "Write it without quotes.", accepted: values)
        }
        let words = values.map(Wording.plain)
        var message = "\(place.name) is \(Wording.value(node)); "
        var mend = "Use one of the allowed values."
        if values.count == 1 {
            message += "it must be \(words[0])"
            mend = "Write \(words[0])."
        } else {
            message += "allowed are \(Wording.enumeration(words))"
        }
        if !otherTypes.isEmpty { message += ", or \(Wording.types(otherTypes))" }
        if values.count > 1, node.kind == .scalar, let near = nearestName(to: node.text, among: words) {
            message += "; did you mean \(near)?"
            mend = "Write \(near)."
        }
        return failure(keyword, schema, node, place, message, mend: mend, accepted: values)
    }

    func wrongNumber(
        _ instruction: Instruction, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        let (keyword, relation, number): (String, String, Int)
        switch instruction {
        case .minimum(let limit): (keyword, relation, number) = ("minimum", "at least", limit)
        case .maximum(let limit): (keyword, relation, number) = ("maximum", "at most", limit)
        case .exclusiveMinimum(let limit): (keyword, relation, number) = ("exclusiveMinimum", "greater than", limit)
        case .exclusiveMaximum(let limit): (keyword, relation, number) = ("exclusiveMaximum", "less than", limit)
        case .multipleOf(let divisor): (keyword, relation, number) = ("multipleOf", "a multiple of", divisor)
        default: (keyword, relation, number) = ("type", "another number than", 0)
        }
        // As the schema has it: written out, a number such as 1e999999 would be a page.
        let written = tables.nodes[schema].entry(limitKeyword(keyword, in: schema))?.value
        let wanted = "\(relation) \(written.map(Wording.plain) ?? Wording.shortened("\(tables.numbers[number])"))"
        return failure(
            keyword, schema, node, place, "\(place.name) is \(Wording.value(node)); it must be \(wanted)",
            mend: range(of: schema).map { "Use a number from \($0.lower) to \($0.upper)." }
                ?? "Use a number that is \(wanted).")
    }

    /// Both limits, when the schema has both and includes them.
    private func range(of schema: SchemaNumber) -> (lower: String, upper: String)? {
        let written = tables.nodes[schema]
        guard let lower = written["minimum"], let upper = written["maximum"], written["multipleOf"] == nil,
            written["exclusiveMinimum"] == nil, written["exclusiveMaximum"] == nil
        else { return nil }
        return (Wording.plain(lower), Wording.plain(upper))
    }

    /// The keyword that has the number: in draft-04 an exclusive limit stands under `minimum` or `maximum`.
    private func limitKeyword(_ keyword: String, in schema: SchemaNumber) -> String {
        guard tables.nodes[schema][keyword]?.boolean != nil else { return keyword }
        return keyword == "exclusiveMinimum" ? "minimum" : "maximum"
    }

    func wrongText(
        _ instruction: Instruction, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        let length = BorrowedText.lend(node.scalarBytes) { $0.scalarCount }
        switch instruction {
        case .minLength(let limit) where limit == 1:
            return failure(
                "minLength", schema, node, place, "\(place.name) must not be empty", mend: "Write something here.")
        case .minLength(let limit):
            let wanted = "at least \(Wording.count(limit, "character", "characters"))"
            return failure(
                "minLength", schema, node, place, "\(place.name) must have \(wanted), but has \(length)",
                mend: "Write \(wanted).")
        case .maxLength(let limit):
            let wanted = "at most \(Wording.count(limit, "character", "characters"))"
            return failure(
                "maxLength", schema, node, place, "\(place.name) must have \(wanted), but has \(length)",
                mend: "Shorten it.")
        case .format(let format):
            let words = format.words
            let example = Annotations(schema: tables.nodes[schema]).examples.first ?? words.example
            return failure(
                "format", schema, node, place,
                place.isKey
                    ? "\(place.name) is not \(words.name)"
                    : "\(place.name) is \(Wording.value(node)), which is not \(words.name)",
                mend: "Write it like \(example).")
        case .pattern(let pattern): return wrongPattern(tables.patterns[pattern].source, schema, node, place)
        default: return wrongPattern("", schema, node, place)
        }
    }

    /// A pattern is not for people: the schema's title, description and examples say what it means.
    private func wrongPattern(
        _ pattern: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        let annotations = Annotations(schema: tables.nodes[schema])
        let examples = annotations.examples
        let fact = place.isKey ? "\(place.name) is not allowed" : "\(place.name) is \(Wording.value(node))"
        let wanted = annotations.summary.map { "expected: \($0)" } ?? "it must match the pattern \(pattern)"
        return failure(
            "pattern", schema, node, place, "\(fact); \(wanted)",
            mend: examples.isEmpty
                ? "Change it to that form." : "Write it like \(Wording.list(examples, "or")).")
    }
}
