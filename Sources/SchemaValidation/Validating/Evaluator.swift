import YAMLDocuments

/// Decides whether a node is valid, and nothing more: the fast path, and the judge that the explainer asks.
struct Evaluator {
    /// Recursive calls, bounded so that the thread's stack is not: unoptimised, one level and its explanation take
    /// up to 12 KB.
    private static let maximumDepth = 500
    /// Schemas applied to one node inside one another; more than any sensible schema has means a loop.
    private static let maximumChain = 200

    let tables: SchemaTables
    let options: ValidationOptions
    private(set) var trouble: Trouble?
    private var steps = 0
    private var depth = 0
    private var chain = 0
    /// The resources that evaluation has entered, outermost first; only kept when `$dynamicRef` needs it.
    private var scope: [Int] = []
    private let keepsScope: Bool

    init(_ tables: SchemaTables, options: ValidationOptions) {
        self.tables = tables
        self.options = options
        keepsScope = !tables.dynamicReferences.isEmpty
    }

    /// Whether the node is valid under the schema.
    mutating func matches(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool {
        var ignored = EvaluatedChildren()
        return matches(schema, node, &ignored, tracking: false)
    }

    /// Whether an entry's value, a key or an item of the node at hand is valid.
    mutating func matchesChild(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool {
        let outer = chain
        chain = 0
        defer { chain = outer }
        return matches(schema, node)
    }

    /// Whether the node is valid; when tracking, also collects which of its children were evaluated. What is
    /// collected for an invalid node means nothing.
    mutating func matches(
        _ schema: SchemaNumber, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        guard trouble == nil else { return false }
        let compiled = tables.schemas[schema]
        guard !compiled.instructions.isEmpty else { return true }
        steps += 1
        guard hasRoom(schema, node) else { return false }
        depth += 1
        chain += 1
        enter(compiled.resource)
        defer {
            leave()
            depth -= 1
            chain -= 1
        }
        if compiled.tracksEvaluated {
            // Only what this schema's own keywords evaluated counts, not what its neighbours did.
            var own = EvaluatedChildren()
            for number in compiled.instructions
            where !holds(tables.instructions[number], node, &own, tracking: true) { return false }
            if tracking { evaluated.formUnion(own) }
            return true
        }
        for number in compiled.instructions
        where !holds(tables.instructions[number], node, &evaluated, tracking: tracking) { return false }
        return true
    }

    private mutating func hasRoom(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool {
        if steps > options.steps {
            trouble = .tooCostly(node)
        } else if chain > Self.maximumChain {
            trouble = .loop(schema, node)
        } else if depth > Self.maximumDepth {
            trouble = .tooDeep(node)
        }
        return trouble == nil
    }

    /// Starts the budget anew.
    mutating func resetSteps() { steps = 0 }

    // MARK: Dynamic scope

    mutating func enter(_ resource: Int) {
        if keepsScope { scope.append(resource) }
    }

    mutating func leave() {
        if keepsScope { scope.removeLast() }
    }

    func target(of number: Int) -> SchemaNumber {
        let reference = tables.dynamicReferences[number]
        for resource in scope {
            if let target = reference.targets[resource] { return target }
        }
        return reference.fallback
    }

    // MARK: Keywords

    /// Only the keywords that apply schemas are judged here: what recurses must keep its stack frames small.
    mutating func holds(
        _ instruction: Instruction, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        switch instruction {
        case .reference(let schema): return matches(schema, node, &evaluated, tracking: tracking)
        case .dynamicReference(let reference):
            return matches(target(of: reference), node, &evaluated, tracking: tracking)
        case .allOf(let list): return allHold(list, node, &evaluated, tracking: tracking)
        case .anyOf(let list): return anyHolds(list, node, &evaluated, tracking: tracking)
        case .oneOf(let list): return oneHolds(list, node, &evaluated, tracking: tracking)
        case .not(let schema): return !matches(schema, node)
        case .conditional(let rule): return conditionalHolds(rule, node, &evaluated, tracking: tracking)
        case .dependentSchemas(let rules): return dependentSchemasHold(rules, node, &evaluated, tracking: tracking)
        case .members(let rules): return membersHold(rules, node, &evaluated, tracking: tracking)
        case .propertyNames(let schema): return namesHold(schema, node)
        case .elements(let rules): return elementsHold(rules, node, &evaluated, tracking: tracking)
        case .contains(let rule): return containsHolds(rule, node, &evaluated, tracking: tracking)
        case .unevaluatedItems(let schema): return unevaluatedItemsHold(schema, node, &evaluated)
        case .unevaluatedProperties(let schema): return unevaluatedPropertiesHold(schema, node, &evaluated)
        default: return assertionHolds(instruction, node)
        }
    }

    private mutating func assertionHolds(_ instruction: Instruction, _ node: YAMLNode) -> Bool {
        switch instruction {
        case .type(let types): return types.accepts(TypeSet(of: node))
        case .oneOfValues(let values, _): return tables.values[values].contains { areEqual($0, node) }
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
            return numberHolds(instruction, node)
        case .minLength, .maxLength, .pattern, .format: return textHolds(instruction, node)
        case .minItems(let limit): return node.kind != .sequence || node.count >= limit
        case .maxItems(let limit): return node.kind != .sequence || node.count <= limit
        case .uniqueItems: return node.kind != .sequence || firstRepeatedItem(node.items) == nil
        case .minProperties(let limit): return node.kind != .mapping || node.count >= limit
        case .maxProperties(let limit): return node.kind != .mapping || node.count <= limit
        case .dependentRequired(let rules):
            return tables.dependentRequired[rules].allSatisfy { rule in
                node.entry(rule.name) == nil || rule.required.allSatisfy { node.entry($0) != nil }
            }
        default: return false
        }
    }

    /// Runs a pattern; over budget is trouble, not an answer.
    mutating func patternMatches(_ number: Int, _ text: ArraySlice<UInt8>, of node: YAMLNode) -> Bool {
        guard trouble == nil else { return false }
        switch tables.patterns[number].match(text, steps: options.patternSteps) {
        case .found: return true
        case .notFound: return false
        case .tooCostly:
            trouble = .patternTooCostly(number, node)
            return false
        }
    }
}
