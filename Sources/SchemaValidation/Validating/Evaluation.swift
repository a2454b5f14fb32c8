import YAMLDocuments

/// One run of a program over the borrowed memory of a document: decides whether nodes are valid, and nothing more.
/// Schemas and nodes are numbers here. Nothing is allocated for a valid document, but for the record of evaluated
/// children if the schema needs one.
///
/// Methods that change nothing are `mutating` all the same: it passes the run by reference, where the compiler would
/// copy it otherwise.
struct Evaluation {
    /// Recursive calls, bounded so that the thread's stack is not: unoptimised, one level and its explanation take
    /// up to 12 KB.
    private static let maximumDepth = 500
    /// Schemas applied to one node inside one another; more than any sensible schema has means a loop.
    private static let maximumChain = 200
    /// In place of the number of a set: nobody asks what was evaluated.
    static let noSet = -1

    /// What outlives a run, so that one budget can hold for several.
    struct Progress {
        var steps = 0
        var trouble: Trouble?
        /// The resources that evaluation has entered, outermost first; only kept when `$dynamicRef` needs it.
        var scope: [Int] = []
    }

    let program: SchemaProgram
    let memory: NodeMemory
    private let document: YAMLDocument
    private let options: ValidationOptions
    private(set) var progress: Progress
    private var automata: PatternAutomata?
    /// Whether `progress` has trouble, which is quicker to ask.
    private var isTroubled: Bool
    private var depth = 0
    private var chain = 0
    var evaluated = EvaluatedSets()

    init(
        _ program: SchemaProgram, on document: YAMLDocument, memory: NodeMemory, options: ValidationOptions,
        progress: Progress
    ) {
        self.program = program
        self.memory = memory
        self.document = document
        self.options = options
        self.progress = progress
        isTroubled = progress.trouble != nil
        automata = program.madeAutomata
    }

    /// Whether an entry's value, a key or an item of the node at hand is valid.
    mutating func matchesChild(_ schema: Int32, _ node: Int32) -> Bool {
        let record = program.schemas[Int(schema)]
        if record.isLeaf { return leafHolds(record, node) }
        let outer = chain
        chain = 0
        let holds = matches(schema, node, into: Self.noSet)
        chain = outer
        return holds
    }

    /// Whether a node is valid. Adds those of its children that were evaluated to a set; for an invalid node they mean
    /// nothing.
    mutating func matches(_ schema: Int32, _ node: Int32, into set: Int) -> Bool {
        let record = program.schemas[Int(schema)]
        if record.isLeaf { return leafHolds(record, node) }
        progress.steps += 1
        guard hasRoom(schema, node) else { return false }
        depth += 1
        chain += 1
        if program.keepsScope { progress.scope.append(Int(record.resource)) }
        let holds = record.tracksEvaluated ? holdsWithOwnSet(record, node, into: set) : hold(record, node, into: set)
        if program.keepsScope { progress.scope.removeLast() }
        depth -= 1
        chain -= 1
        return holds
    }

    /// Whether a node is valid under a schema that applies no others. What such a schema does is bounded: it is a step
    /// like any other, but only schemas that go further look at the budget.
    private mutating func leafHolds(_ record: SchemaRecord, _ node: Int32) -> Bool {
        progress.steps += 1
        let value = memory[node]
        for place in record.instructions.range
        where !assertionHolds(program.instructions[place], node, value) { return false }
        return true
    }

    @inline(__always)
    private mutating func hold(_ record: SchemaRecord, _ node: Int32, into set: Int) -> Bool {
        for place in record.instructions.range where !holds(program.instructions[place], node, into: set) {
            return false
        }
        return true
    }

    /// Only what this schema's own keywords evaluated counts, not what its neighbours did.
    private mutating func holdsWithOwnSet(_ record: SchemaRecord, _ node: Int32, into set: Int) -> Bool {
        let own = evaluated.push(count: childCount(node))
        let holds = hold(record, node, into: own)
        evaluated.pop(own, into: holds ? set : Self.noSet)
        return holds
    }

    @inline(__always)
    private mutating func hasRoom(_ schema: Int32, _ node: Int32) -> Bool {
        if progress.steps <= options.steps, chain <= Self.maximumChain, depth <= Self.maximumDepth, !isTroubled {
            return true
        }
        if !isTroubled { stop(trouble(schema, document.node(node))) }
        return false
    }

    private mutating func stop(_ trouble: Trouble) {
        progress.trouble = trouble
        isTroubled = true
    }

    private func trouble(_ schema: Int32, _ node: YAMLNode) -> Trouble {
        if progress.steps > options.steps { return .tooCostly(node) }
        return chain > Self.maximumChain ? .loop(Int(schema), node) : .tooDeep(node)
    }

    /// Items of a sequence or entries of a mapping.
    mutating func childCount(_ node: Int32) -> Int {
        let record = memory[node]
        switch record.kind {
        case .mapping: return record.content.count / 2
        case .sequence: return record.content.count
        case .scalar: return 0
        }
    }

    // MARK: Keywords

    /// Only the keywords that apply schemas are judged here: what recurses must keep its stack frames small.
    mutating func holds(_ instruction: Instruction, _ node: Int32, into set: Int) -> Bool {
        switch instruction {
        case .reference(let schema): matches(Int32(schema), node, into: set)
        case .dynamicReference(let reference):
            matches(Int32(program.target(of: reference, in: progress.scope)), node, into: set)
        case .allOf(let list): allHold(list, node, into: set)
        case .anyOf(let list): anyHolds(list, node, into: set)
        case .oneOf(let list): oneHolds(list, node, into: set)
        case .not(let schema): !matches(Int32(schema), node, into: Self.noSet)
        case .conditional(let rule): conditionalHolds(rule, node, into: set)
        case .dependentSchemas(let rules): dependentSchemasHold(rules, node, into: set)
        case .members(let rules): membersHold(rules, node, into: set)
        case .propertyNames(let schema): namesHold(Int32(schema), node)
        case .elements(let rules): elementsHold(rules, node, into: set)
        case .contains(let rule): containsHolds(rule, node, into: set)
        case .unevaluatedItems(let schema): unevaluatedItemsHold(Int32(schema), node, into: set)
        case .unevaluatedProperties(let schema): unevaluatedPropertiesHold(Int32(schema), node, into: set)
        default: assertionHolds(instruction, node, memory[node])
        }
    }

    private mutating func assertionHolds(_ instruction: Instruction, _ node: Int32, _ record: NodeRecord) -> Bool {
        switch instruction {
        case .type(let types): return hasType(types, record)
        case .oneOfValues(let values, _): return isOneOf(values, node, record)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
            return numberHolds(instruction, record)
        case .pattern(let pattern):
            return !record.isString || patternMatches(pattern, memory.text(of: record), of: node)
        case .minLength, .maxLength, .format: return !record.isString || textHolds(instruction, record)
        case .minItems(let limit): return record.kind != .sequence || childCount(node) >= limit
        case .maxItems(let limit): return record.kind != .sequence || childCount(node) <= limit
        case .uniqueItems: return record.kind != .sequence || NodeEquality.repeatedItem(of: record, in: memory) == nil
        case .minProperties(let limit): return record.kind != .mapping || childCount(node) >= limit
        case .maxProperties(let limit): return record.kind != .mapping || childCount(node) <= limit
        case .dependentRequired(let rules): return dependentRequiredHold(rules, record)
        default: return false
        }
    }

    /// Runs a pattern; over budget is trouble, not an answer.
    mutating func patternMatches(_ number: Int, _ text: BorrowedText, of node: Int32) -> Bool {
        guard !isTroubled else { return false }
        if automata == nil { automata = program.notePatternUse() }
        if let answer = automata?.matches(number, text) { return answer }
        switch program.tables.patterns[number].match(text, steps: options.patternSteps) {
        case .found: return true
        case .notFound: return false
        case .tooCostly:
            if let answer = program.makeAutomata().matches(number, text) { return answer }
            stop(.patternTooCostly(number, document.node(node)))
            return false
        }
    }

    /// A node for what is done rarely enough to count references.
    func node(_ number: Int32) -> YAMLNode { document.node(number) }
}
