import YAMLDocuments

/// Says why a node is not valid, one failure for each mistake. Asks the evaluator what holds, so that both can never
/// disagree about validity.
struct FailureExplainer {
    /// The value being explained.
    struct Place {
        var path = InstancePath()
        /// The key above the value, when it is a mapping's.
        var key: YAMLNode?
        /// True when the value is itself a key (`propertyNames`).
        var isKey = false

        /// What a person calls the value.
        var name: String {
            if isKey, let key { return "the key \(Wording.value(key))" }
            return path.name ?? "the document"
        }

        func child(_ entry: YAMLEntry) -> Place {
            Place(path: path.appending(.key(entry.key.text)), key: entry.key)
        }

        func child(_ index: Int) -> Place { Place(path: path.appending(.index(index)), key: nil) }
    }

    /// Explanations of one document; more than this are not read by anybody and may be exponentially many.
    private static let maximumExplanations = 20_000

    let tables: SchemaTables
    let maximumFailures: Int
    var evaluator: Evaluator
    private var explanations = 0
    private var isFull = false

    init(_ program: SchemaProgram, options: ValidationOptions) {
        tables = program.tables
        maximumFailures = options.failures
        evaluator = Evaluator(program, options: options)
    }

    /// The failures of a node that is known to be invalid, in the order of the document; never empty.
    mutating func failures(of schema: SchemaNumber, at node: YAMLNode) -> [SchemaFailure] {
        let found = explain(schema, node, Place())
        if !found.isEmpty { return Array(withoutEchoes(found).prefix(maximumFailures)) }
        return [
            failure(
                "$schema", schema, node, Place(), "the document does not satisfy its schema",
                mend: "Compare the document with the schema.")
        ]
    }

    /// The failures of a node under one schema; empty when it is valid.
    mutating func explain(_ schema: SchemaNumber, _ node: YAMLNode, _ place: Place) -> [SchemaFailure] {
        explanations += 1
        guard !isFull, explanations <= Self.maximumExplanations, !evaluator.matchesChild(schema, node) else {
            return []
        }
        evaluator.enter(tables.schemas[schema].resource)
        defer { evaluator.leave() }
        var found: [SchemaFailure] = []
        var evaluated = EvaluatedChildren()
        for instruction in tables.instructions(of: schema) {
            if case .unevaluatedProperties(let rest) = instruction {
                found += unevaluatedMembers(schema, rest, node, place, evaluated, isComplete: found.isEmpty)
                continue
            }
            if case .unevaluatedItems(let rest) = instruction {
                found += unevaluatedElements(schema, rest, node, place, evaluated)
                continue
            }
            var own = EvaluatedChildren()
            if evaluator.holds(instruction, node, &own) {
                evaluated.formUnion(own)
                continue
            }
            found += explain(instruction, of: schema, node, place)
            // One mistake in a scalar or in the type of a node often breaks several keywords.
            if case .type = instruction { break }
            if node.kind == .scalar, !found.isEmpty { break }
        }
        if found.count >= maximumFailures { isFull = true }
        return found
    }

    /// As in the evaluator, only what recurses is here, to keep its stack frames small.
    private mutating func explain(
        _ instruction: Instruction, of schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        switch instruction {
        case .reference(let target): return explain(target, node, place)
        case .dynamicReference(let reference): return explain(evaluator.target(of: reference), node, place)
        case .allOf(let list): return explainAll(tables.lists[list], node, place)
        case .anyOf(let list): return wrongAlternative(list, "anyOf", schema, node, place)
        case .oneOf(let list): return wrongAlternative(list, "oneOf", schema, node, place)
        case .conditional(let rule): return wrongConsequence(rule, node, place)
        case .dependentSchemas(let rules):
            let schemas = tables.dependentSchemas[rules].filter { node.entry($0.name) != nil }.map(\.schema)
            return explainAll(schemas, node, place)
        case .members(let rules): return wrongMembers(rules, schema, node, place)
        case .propertyNames(let rule): return wrongNames(rule, node, place)
        case .elements(let rules): return wrongElements(rules, node, place)
        case .unevaluatedItems, .unevaluatedProperties: return []
        default: return explainAssertion(instruction, of: schema, node, place)
        }
    }

    private mutating func explainAll(
        _ schemas: [SchemaNumber], _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        var found: [SchemaFailure] = []
        for schema in schemas { found += explain(schema, node, place) }
        return found
    }

    private mutating func explainAssertion(
        _ instruction: Instruction, of schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        switch instruction {
        case .type(let types): return [wrongType(types, schema, node, place)]
        case .oneOfValues(let values, let isConstant):
            return [wrongValue(tables.values[values], isConstant ? "const" : "enum", schema, node, place)]
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
            return [wrongNumber(instruction, schema, node, place)]
        case .minLength, .maxLength, .pattern, .format: return [wrongText(instruction, schema, node, place)]
        case .minItems, .maxItems, .minProperties, .maxProperties:
            return [wrongCount(instruction, schema, node, place)]
        case .uniqueItems: return repeatedItem(schema, node, place)
        case .contains(let rule): return [missingItem(tables.contains[rule], schema, node, place)]
        case .dependentRequired(let rules):
            return missingCompanions(tables.dependentRequired[rules], schema, node, place)
        case .not(let negated): return [forbidden(negated, schema, node, place)]
        default:
            return [
                failure(
                    "false", schema, node, place, "\(place.name) is not allowed here", mend: "Remove \(place.name).")
            ]
        }
    }

    func failure(
        _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place, _ message: String, mend: String,
        range: Range<Int>? = nil, related: (range: Range<Int>, label: String)? = nil,
        subject: SchemaFailure.Subject = .value, accepted: [YAMLNode] = []
    ) -> SchemaFailure {
        let written = tables.nodes[schema]
        return SchemaFailure(
            keyword: keyword, node: node, range: range ?? node.range, path: place.path, message: message, mend: mend,
            related: related, schemaLocation: (written.entry(keyword)?.value ?? written).location, subject: subject,
            accepted: accepted)
    }
}
