package import PlanModel
package import SourceText

/// Finds what a component file includes.
package enum FileReferences {
    /// Includes, partials and the like that a recogniser finds in a file of a category. Never guesses: a file of an
    /// unknown format has none.
    package static func of(_ source: SourceFile, category: ComponentCategory?) -> [FileReference] {
        ComponentFormats.recognise(source, category: category)?.references ?? []
    }
}
