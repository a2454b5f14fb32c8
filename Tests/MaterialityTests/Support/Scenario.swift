import Testing

@testable import Materiality

/// An edit of the small world (and of files that are put into it for the scenario), and every change that must be found
/// in it: no more, no less.
struct Scenario: Sendable, CustomTestStringConvertible {
    enum Edit: Sendable {
        case replace(String, _ old: String, _ new: String)
        case write(String, String)
        case delete(String)
        case rename(String, String)
    }

    let name: String
    /// Files that both sides have beside the small world's.
    let additions: [String: String]
    let edits: [Edit]
    /// `rule-id class`, sorted.
    let expected: [String]

    init(_ name: String, adding additions: [String: String] = [:], _ edits: Edit..., expect expected: [String]) {
        self.init(name, adding: additions, edits, expect: expected)
    }

    init(_ name: String, adding additions: [String: String], _ edits: [Edit], expect expected: [String]) {
        self.name = name
        self.additions = additions
        self.edits = edits
        self.expected = expected.sorted()
    }

    var testDescription: String { name }

    var base: [String: String] { SmallWorld.files.merging(additions) { $1 } }

    func head() throws -> [String: String] {
        try edits.reduce(base) { files, edit in try Self.apply(edit, to: files) }
    }

    static func apply(_ edit: Edit, to files: [String: String]) throws -> [String: String] {
        var files = files
        switch edit {
        case .replace(let path, let old, let new):
            let text = try #require(files[path])
            try #require(text.contains(old), "\(path) does not say \(old)")
            files[path] = text.replacing(old, with: new)
        case .write(let path, let text):
            files[path] = text
        case .delete(let path):
            files[path] = nil
        case .rename(let path, let name):
            files[name] = files.removeValue(forKey: path)
        }
        return files
    }

    static func summary(_ comparison: Comparison) -> [String] {
        comparison.changes.map { "\($0.rule.id) \($0.changeClass.rawValue)" }.sorted()
    }

    static let all = [
        modelScenarios,
        modelNameScenarios,
        pointerScenarios,
        deploymentScenarios,
        providerSettingScenarios,
        thirdPartyScenarios,
        inferenceScenarios,
        promptScenarios,
        guardrailScenarios,
        retrievalScenarios,
        retrievalFileScenarios,
        otherScenarios,
        documentScenarios,
        fileScenarios,
        guardrailNameScenarios,
        nemoScenarios,
        gatewayScenarios,
        policyScenarios,
        bedrockScenarios,
        taxonomyScenarios,
        colangScenarios,
        railScenarios,
        promptFormatScenarios,
        toolScenarios,
        toolServerScenarios,
        agentScenarios,
        experienceScenarios,
        planScenarios,
        approvalScenarios,
        componentNameScenarios,
        tightenedScenarios,
        unreadPromptScenarios,
        langChainPartScenarios,
        sentencePlaceScenarios,
        punctuationScenarios,
        shownTextScenarios,
        hiddenCharacterScenarios,
    ].flatMap { $0 }

    /// True where going back is no change of the unit: a rollback target that gives more back.
    var isOneWay: Bool { name == "a weaker target" }
}
