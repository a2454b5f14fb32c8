/// What a named value decides, whatever a format calls it. Rules speak of meanings, formats map their keys to them,
/// so that a new format brings no new rules and a new rule works for every format.
package struct SettingMeaning: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
}

extension SettingMeaning {
    /// No format says what it decides.
    package static let unknown: SettingMeaning = "unknown"
    /// Words for people; no tool draws a conclusion from them.
    package static let note: SettingMeaning = "note"

    package static let modelID: SettingMeaning = "model.id"
    package static let modelProvider: SettingMeaning = "model.provider"
    package static let modelRevision: SettingMeaning = "model.revision"
    /// A version beside the model's name, as Azure writes it.
    package static let modelVersion: SettingMeaning = "model.version"
    /// When somebody else moves a deployment to another version.
    package static let modelUpgrade: SettingMeaning = "model.upgrade"
    /// Digest of the weights.
    package static let modelWeights: SettingMeaning = "model.weights"
    /// Address that requests go to.
    package static let modelEndpoint: SettingMeaning = "model.endpoint"
    /// Region, group of regions or deployment type, which say where requests are processed.
    package static let modelRegion: SettingMeaning = "model.region"
    /// Whether code that comes with the weights is run.
    package static let remoteCode: SettingMeaning = "model.remote-code"

    package static let temperature: SettingMeaning = "inference.temperature"
    package static let sampling: SettingMeaning = "inference.sampling"
    package static let outputLimit: SettingMeaning = "inference.output-limit"
    package static let outputFormat: SettingMeaning = "inference.output-format"
    package static let outputSchema: SettingMeaning = "inference.output-schema"
    package static let safetySetting: SettingMeaning = "inference.safety-setting"

    /// The container image that is fetched when the system starts.
    package static let programImage: SettingMeaning = "third-party.program-image"
    /// Whether a provider keeps requests and answers.
    package static let providerStorage: SettingMeaning = "third-party.storage"
    /// Whether a provider may use requests and answers, for training too.
    package static let providerDataUse: SettingMeaning = "third-party.data-use"

    package static let inputDeclaration: SettingMeaning = "prompt.input-declaration"
    package static let inputDefault: SettingMeaning = "prompt.input-default"
    /// A text for the model, which is compared as a prompt.
    package static let promptText: SettingMeaning = "prompt.text"
    /// Which prompt of a service is used; compared by what it is pinned to.
    package static let promptReference: SettingMeaning = "prompt.reference"
    /// One thing that an evaluation asserts.
    package static let assertion: SettingMeaning = "evaluation.assertion"
    /// The language that a prompt's placeholders are written in.
    package static let templateEngine: SettingMeaning = "prompt.engine"
    package static let promptTool: SettingMeaning = "prompt.tool"

    /// A guardrail as a whole.
    package static let guardrail: SettingMeaning = "guardrail"
    /// One thing that a guardrail looks for.
    package static let guardrailCategory: SettingMeaning = "guardrail.category"
    package static let guardrailSwitch: SettingMeaning = "guardrail.switch"
    package static let guardrailStage: SettingMeaning = "guardrail.stage"
    /// The list of the guardrails that run at one stage.
    package static let guardedStage: SettingMeaning = "guardrail.guarded-stage"
    package static let guardrailAction: SettingMeaning = "guardrail.action"
    package static let guardrailThreshold: SettingMeaning = "guardrail.threshold"
    package static let guardrailFailure: SettingMeaning = "guardrail.failure"
    /// Words that a guardrail works with: a topic, an example, a pattern, what users read when something is stopped.
    package static let guardrailText: SettingMeaning = "guardrail.text"
    /// A flow of a dialog, which may be a guardrail: what it does tells.
    package static let guardrailFlow: SettingMeaning = "guardrail.flow"
    /// The lines of a flow, or those above it that say when it runs.
    package static let guardrailFlowBody: SettingMeaning = "guardrail.flow-body"
    /// A part of the output that a guardrail describes, with the validators that it has to pass.
    package static let guardrailField: SettingMeaning = "guardrail.field"
    /// A model that guardrails call, as a whole.
    package static let guardrailModel: SettingMeaning = "guardrail.model"
    /// What an evaluation has to reach for one assertion to hold.
    package static let assertionThreshold: SettingMeaning = "evaluation.assertion-threshold"
    /// Which models a guardrail is for: names or regular expressions.
    package static let guardrailModels: SettingMeaning = "guardrail.models"
    /// Which requests a guardrail is for: teams, keys, models, tags.
    package static let guardrailAttachment: SettingMeaning = "guardrail.attachment"
    /// Which kinds of content a guardrail reads, by name.
    package static let guardrailCoverage: SettingMeaning = "guardrail.coverage"
    /// Which version of a guardrail runs that is kept elsewhere.
    package static let guardrailVersion: SettingMeaning = "guardrail.version"
    /// One resource of an infrastructure template, a guardrail or something else.
    package static let templateResource: SettingMeaning = "template.resource"
    /// Something else about a guardrail, wherever it is set.
    package static let guardrailSetting: SettingMeaning = "guardrail.setting"

    /// Names the bytes that stand behind a pointer.
    package static let contentDigest: SettingMeaning = "pointer.content"
    /// How much there is of it; it changes with the digest.
    package static let contentSize: SettingMeaning = "pointer.size"
    package static let contentPath: SettingMeaning = "pointer.path"
    package static let indexName: SettingMeaning = "retrieval.index"
    package static let embedding: SettingMeaning = "retrieval.embedding"
    package static let chunking: SettingMeaning = "retrieval.chunking"
    package static let depth: SettingMeaning = "retrieval.depth"
    package static let minimumScore: SettingMeaning = "retrieval.minimum-score"
    /// Something that content is read from.
    package static let retrievalSource: SettingMeaning = "retrieval.source"
    /// Whether questions are answered from the public web too.
    package static let webAccess: SettingMeaning = "retrieval.web-access"
    /// The class of a pipeline's component.
    package static let retrievalComponent: SettingMeaning = "retrieval.component"
    package static let accessFilter: SettingMeaning = "retrieval.access-filter"

    /// A name that requests may ask for, and what answers them.
    package static let route: SettingMeaning = "routing.route"
    /// How much of the traffic a route takes.
    package static let routeWeight: SettingMeaning = "routing.weight"
    /// What answers when the first choice does not.
    package static let routeFallback: SettingMeaning = "routing.fallback"
    /// Something else that decides where a request goes.
    package static let routingSetting: SettingMeaning = "routing.setting"
}
