import SourceText

/// A rule that results refer to, with its prose from the catalogue.
struct SARIFRule: Encodable {
    /// As many as GitHub keeps.
    private static let tagLimit = 10

    private let id: String
    private let name: String?
    private let shortDescription: SARIFMessage?
    private let fullDescription: SARIFMessage?
    private let help: SARIFMessage?
    private let defaultConfiguration: Configuration?
    private let properties: Properties?

    private struct Configuration: Encodable { let level: String }

    private struct Properties: Encodable {
        let tags: [String]
        /// GitHub's word for the severity of a rule that is not about security.
        let problemSeverity: String

        private enum CodingKeys: String, CodingKey {
            case tags
            case problemSeverity = "problem.severity"
        }
    }

    init(_ rule: RuleID) {
        id = rule.rawValue
        let description = RuleNames.description(of: rule)
        name = description?.name
        shortDescription = description.map { SARIFMessage($0.summary) }
        fullDescription = description.map { SARIFMessage($0.why) }
        help = description.map {
            SARIFMessage(RuleReport.explain($0, .plain), markdown: RuleReport.markdown($0))
        }
        defaultConfiguration = description.map { Configuration(level: $0.severity.rawValue) }
        properties = description.map {
            Properties(
                tags: Array($0.requirements.prefix(Self.tagLimit)),
                problemSeverity: $0.severity == .note ? "recommendation" : $0.severity.rawValue)
        }
    }
}
