import ComponentFormats
import SourceText

/// What category codes mean to the model that gives them.
enum GuardrailTaxonomyRules: RuleFamily {
    static let taxonomyRemapped = ChangeRule(
        "guardrail/taxonomy-remapped", .critical, noMirror: "Moving back remaps the codes as well.",
        "The guard model is another, and codes that stayed as they are mean something else to it.")

    static let rules = [taxonomyRemapped]
}
