/// Where the documents of a repository live, and how strictly the rules are applied there.
package struct Project: PlanDocument {
    package static let kind = DocumentKind("Project", .controlled)
    /// The one place where a project file is looked for.
    package static let path = "imprimatur.yaml"

    package let envelope: Envelope
    package let spec: Fields
    /// Globs of all documents.
    package let documents: [Located<String>]
    package let ruleSettings: [RuleSetting]
    /// The file of findings that were known when the project began to check.
    package let baseline: Located<String>?
    /// An organisation's own JSON Schemas, applied on top of the built-in one of a kind.
    package let schemaOverlays: [(kind: Located<String>, path: Located<String>)]

    /// Another severity for a rule, everywhere or for some paths.
    package struct RuleSetting: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let severity: Located<String>?
        package let paths: [Located<String>]
        package let reason: Located<String>?
        /// The last day on which a waiver holds, as `2026-12-31`.
        package let until: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        documents = spec.strings("documents")
        ruleSettings = spec.list("rules").map { fields in
            RuleSetting(
                fields: fields, id: fields.string("id"), severity: fields.string("severity"),
                paths: fields.strings("paths"), reason: fields.string("reason"), until: fields.string("until"))
        }
        baseline = spec.string("baseline")
        schemaOverlays = spec.list("schemas").compactMap { fields in
            guard let kind = fields.string("kind"), let path = fields.string("overlay") else { return nil }
            return (kind, path)
        }
    }
}
