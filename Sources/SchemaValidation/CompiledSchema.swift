package import YAMLDocuments

/// A schema ready to judge documents. Immutable: compile once, share between threads.
package final class CompiledSchema: Sendable {
    private let program: SchemaProgram
    private let root: SchemaNumber

    init(tables: SchemaTables, root: SchemaNumber) {
        program = SchemaProgram(tables)
        self.root = root
    }

    /// Whether the node is valid, without saying why not. A document too costly to judge is not valid.
    package func accepts(_ node: YAMLNode, options: ValidationOptions = ValidationOptions()) -> Bool {
        var evaluator = Evaluator(program, options: options)
        return evaluator.matches(root, node) && evaluator.trouble == nil
    }

    /// The mistakes in a node, one failure for each, in the order of the document; empty for a valid node.
    package func validate(_ node: YAMLNode, options: ValidationOptions = ValidationOptions()) -> [SchemaFailure] {
        var evaluator = Evaluator(program, options: options)
        let isValid = evaluator.matches(root, node)
        if let trouble = evaluator.trouble { return [trouble.failure(root: node, tables: program.tables)] }
        if isValid { return [] }
        var explainer = FailureExplainer(program, options: options)
        return explainer.failures(of: root, at: node)
    }
}

/// What judging a document may cost.
package struct ValidationOptions: Sendable {
    /// Schema applications for one document. Schemas with nested alternatives can take time exponential in the depth
    /// of the document; this ends them. Real documents take a few thousand.
    package var steps = 2_000_000
    /// Steps of the pattern matcher for one string.
    package var patternSteps = 200_000
    /// Failures to report for one document; a document with more is not what it was meant to be.
    package var failures = 1_000

    package init() {}
}
