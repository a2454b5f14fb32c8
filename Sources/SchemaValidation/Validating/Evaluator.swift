import YAMLDocuments

/// Decides whether a node is valid, for those who hold nodes: lends their document's memory to an `Evaluation`. The
/// explainer asks here, so that both can never disagree about validity.
struct Evaluator {
    private let program: SchemaProgram
    private let options: ValidationOptions
    private var progress = Evaluation.Progress()

    init(_ program: SchemaProgram, options: ValidationOptions) {
        self.program = program
        self.options = options
    }

    /// Why the evaluation could not be carried to its end. What was answered since then means nothing.
    var trouble: Trouble? { progress.trouble }

    /// Whether the node is valid under the schema.
    mutating func matches(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool {
        run(on: node) { $0.matchesChild(Int32(schema), node.number) }
    }

    /// Whether an entry's value, a key or an item is valid.
    mutating func matchesChild(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool { matches(schema, node) }

    /// Whether one keyword holds; collects which of the node's children it evaluated.
    mutating func holds(_ instruction: Instruction, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren) -> Bool {
        let (holds, words) = run(on: node) { evaluation in
            let set = evaluation.evaluated.push(count: node.count)
            let holds = evaluation.holds(instruction, node.number, into: set)
            return (holds, Array(evaluation.evaluated.words(from: set)))
        }
        evaluated.formUnion(EvaluatedChildren(words: words))
        return holds
    }

    /// Runs a pattern over a text of a node; over budget is trouble, not an answer.
    mutating func patternMatches(_ number: Int, _ text: ArraySlice<UInt8>, of node: YAMLNode) -> Bool {
        run(on: node) { evaluation in
            BorrowedText.lend(text) { evaluation.patternMatches(number, $0, of: node.number) }
        }
    }

    private mutating func run<Result>(on node: YAMLNode, _ body: (inout Evaluation) -> Result) -> Result {
        node.document.withNodeMemory { memory in
            var evaluation = Evaluation(
                program, on: node.document, memory: memory, options: options, progress: progress)
            let result = body(&evaluation)
            progress = evaluation.progress
            return result
        }
    }

    // MARK: Dynamic scope

    mutating func enter(_ resource: Int) {
        if program.keepsScope { progress.scope.append(resource) }
    }

    mutating func leave() {
        if program.keepsScope { progress.scope.removeLast() }
    }

    func target(of number: Int) -> SchemaNumber { program.target(of: number, in: progress.scope) }
}
