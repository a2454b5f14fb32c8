package import PlanModel
package import SourceText

/// What becomes of one system, as plain facts: its files against those of the release before, or of the branch that a
/// pull request is merged into. The rules about it need neither git nor the comparison itself.
package struct ProposedChange: Sendable {
    /// One difference that the comparison found. Classes are named as policies name them.
    package struct Edit: Sendable {
        /// Id in the catalogue of materiality, such as `guardrail/threshold-loosened`.
        package let rule: RuleID
        /// A component category, `plan` or `system`.
        package let category: String
        /// Id of the component, or name of the document.
        package let subject: String
        package let changeClass: String
        /// The class before the policy's overrides.
        package let builtInClass: String
        package let override: Override?
        package let traits: Set<Trait>
        /// Both values, where there are two short ones, as `0.20 → 0.35`.
        package let values: String?
        /// In the new files; for something that is gone, the file that it was in.
        package let location: Location
        /// One sentence.
        package let reason: String

        package init(
            rule: RuleID, category: String, subject: String, changeClass: String, builtInClass: String,
            override: Override? = nil, traits: Set<Trait> = [], values: String? = nil, location: Location,
            reason: String
        ) {
            self.rule = rule
            self.category = category
            self.subject = subject
            self.changeClass = changeClass
            self.builtInClass = builtInClass
            self.override = override
            self.traits = traits
            self.values = values
            self.location = location
            self.reason = reason
        }

        /// True where the policy gives the change a lower class than the catalogue.
        package var isLowered: Bool {
            override != nil && MaterialityPolicy.isClass(changeClass, below: builtInClass)
        }
    }

    package enum Trait: Sendable {
        /// A protection lets more through.
        case loosened
        /// No rule knows such a change; the policy's default class applies.
        case unknown
        /// The content is elsewhere, or cannot be read, so that nothing can say what became of it.
        case opaque
        /// The intended purpose changed.
        case substantialModification
    }

    /// An override of the policy that set the class of an edit.
    package struct Override: Sendable {
        /// May be blank, where the policy's file breaks its schema.
        package let why: String
        package let location: Location

        package init(why: String, location: Location) {
            self.why = why
            self.location = location
        }
    }

    /// A file of the system that is new or has other bytes.
    package struct ChangedFile: Sendable {
        package let path: String
        package let category: ComponentCategory
        /// False for a file that ships only because a governed path has it.
        package let isListed: Bool

        package init(path: String, category: ComponentCategory, isListed: Bool) {
            self.path = path
            self.category = category
            self.isListed = isListed
        }
    }

    /// What the package says about an impact assessment, beside what it said before.
    package enum ImpactAssessment: Sendable {
        case missing
        /// The same document with the same bytes as before.
        case unchanged
        /// A path that leads to no file.
        case unresolved(path: String)
        case new
    }

    package let system: AISystem
    package let package: ReleasePackage
    /// What the files are held against, such as `1.0.0` or `main`; nil when nothing came before.
    package let baseName: String?
    /// The heaviest class first. Empty when nothing came before.
    package let edits: [Edit]
    package let changedFiles: [ChangedFile]
    package let impactAssessment: ImpactAssessment

    package init(
        system: AISystem, package: ReleasePackage, baseName: String?, edits: [Edit], changedFiles: [ChangedFile],
        impactAssessment: ImpactAssessment
    ) {
        self.system = system
        self.package = package
        self.baseName = baseName
        self.edits = edits
        self.changedFiles = changedFiles
        self.impactAssessment = impactAssessment
    }

    /// Words for a sentence: `since 1.0.0`, or `and nothing came before`.
    var sinceBase: String { baseName.map { "since \($0)" } ?? "and nothing came before" }
}
