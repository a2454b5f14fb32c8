import YAMLDocuments

/// The flat form of all schemas that can be reached from the one that was compiled.
struct SchemaTables: Sendable {
    /// The part of a schema that validation reads.
    struct Schema: Sendable {
        var instructions = 0..<0
        /// True when `unevaluatedItems` or `unevaluatedProperties` is among the instructions.
        var tracksEvaluated = false
        var resource = 0
    }

    var schemas: [Schema] = []
    /// Where each schema was written; read only to explain a failure.
    var nodes: [YAMLNode] = []
    var instructions: [Instruction] = []

    var values: [[YAMLNode]] = []
    var numbers: [DecimalNumber] = []
    var patterns: [Pattern] = []
    var members: [MemberRules] = []
    var elements: [ElementRules] = []
    var contains: [ContainsRule] = []
    var conditionals: [ConditionalRule] = []
    var dependentRequired: [[(name: String, required: [String])]] = []
    var dependentSchemas: [[(name: String, schema: SchemaNumber)]] = []
    var lists: [[SchemaNumber]] = []
    var dynamicReferences: [DynamicReference] = []

    func instructions(of schema: SchemaNumber) -> ArraySlice<Instruction> { instructions[schemas[schema].instructions] }

    /// True for the schema `false`.
    func isNever(_ schema: SchemaNumber) -> Bool {
        if case .never? = instructions(of: schema).first { true } else { false }
    }
}

extension Array {
    /// Appends and tells where.
    mutating func place(_ element: Element) -> Int {
        append(element)
        return count - 1
    }
}
