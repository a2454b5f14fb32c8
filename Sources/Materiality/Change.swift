package import ComponentFormats
import PackageContents
package import PlanModel
package import SourceText

/// The part of a release that a change belongs to: a component category, or a document that governs all of them.
package enum ChangeCategory: String, CaseIterable, Sendable {
    case model, prompts, guardrails, retrieval, inference, routing, tools, experience, plan, system, approvals

    package init(_ category: ComponentCategory) {
        switch category {
        case .model: self = .model
        case .prompts: self = .prompts
        case .guardrails: self = .guardrails
        case .retrieval: self = .retrieval
        case .inference: self = .inference
        case .routing: self = .routing
        case .tools: self = .tools
        case .experience: self = .experience
        }
    }
}

/// What stood, or stands, on one side of a change, and where.
package struct ChangeSide: Sendable {
    /// The value as a reader would quote it: a scalar, a sentence, a list.
    package let value: String
    package let location: Location

    package init(_ value: String, at location: Location) {
        self.value = value
        self.location = location
    }
}

/// One difference between two releases, claimed by one rule.
package struct Change: Sendable {
    /// What happened to the item, in the words of a policy's `change`.
    package enum Action: String, Sendable { case add, remove, change, move, rename }

    /// A class given by the organisation's policy in place of the built-in one.
    package struct Override: Sendable {
        package let why: String
        package let location: Location
    }

    package let rule: ChangeRule
    package let category: ChangeCategory
    /// Id of the component, or name of the document.
    package let subject: String
    /// Which value of the subject, such as `guardrails[reply-content].litellm_params.mode`; nil for a whole file.
    package let field: String?
    /// File of the change: the head's, for something removed the base's.
    package let path: String
    /// The format that the file was found to have, on which the reading rests; nil for our own documents, and for
    /// files of no known format.
    package let format: FormatIdentity?
    package let action: Action
    package let old: ChangeSide?
    package let new: ChangeSide?
    /// The class that counts.
    package let changeClass: MaterialityClass
    /// The class before the policy's overrides.
    package let builtInClass: MaterialityClass
    package let override: Override?
    /// One plain-English sentence.
    package let reason: String
    /// Where the value stood and stands on its scale; nil for values that have none, or whose direction is unknown.
    package let scale: ThresholdScale?
    /// True for a change of the intended purpose: a substantial modification in the sense of the EU AI Act,
    /// article 3(23), which needs a new impact assessment.
    package let isSubstantialModification: Bool
    /// What else makes the change this one, where the values are only an excerpt: digests of whole files.
    let identity: String

    package var direction: ChangeRule.Direction { rule.direction }
    package var confidence: ChangeRule.Confidence { rule.confidence }

    /// SHA-256 over rule, subject, field and both values (of a file that is
    /// compared as a whole, its bytes), as 64 hexadecimal digits: the same edit keeps it when
    /// lines move, commits are rebased or files renamed.
    package var fingerprint: String {
        func digest(_ text: String?) -> String { text.map { ContentDigest.sha256(Array($0.utf8)) } ?? "-" }
        let parts = [
            rule.id.rawValue, digest(subject), digest(field), digest(old?.value), digest(new?.value), identity,
        ]
        let text = "imprimatur-change/1\n" + parts.map { $0 + "\n" }.joined()
        return ContentDigest.sha256(Array(text.utf8))
    }
}
