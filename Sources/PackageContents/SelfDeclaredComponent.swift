import ComponentFormats
package import PlanModel
package import SourceText

/// A file that says itself that it is part of an AI system, wherever it lies: a prompt with its front matter, a
/// guardrail configuration.
package struct SelfDeclaredComponent: Sendable {
    /// Name of the format, such as `dotprompt`.
    package let format: String
    package let category: ComponentCategory

    /// Nil for files that could be anything: plain text, settings, pointers to content elsewhere, which stand for
    /// pictures as well as for models, and the configurations of evaluations, whose prompts ship somewhere else.
    package init?(_ source: SourceFile) {
        for category in [ComponentCategory.prompts, .guardrails] {
            guard let reading = ComponentFormats.recognise(source, category: category),
                reading.format.confidence != .assumed, reading.pointer == nil,
                !Self.foreign.contains(where: reading.format.name.hasPrefix),
                // One that says what it is and cannot be read is one all the same.
                category == .guardrails || reading.prompt != nil || !reading.defects.isEmpty
            else { continue }
            format = reading.format.name
            self.category = category
            return
        }
        return nil
    }

    private static let foreign = ["dvc", "git-lfs", "promptfoo"]
}
