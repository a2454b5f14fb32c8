import FindingPolicy
import SourceText

/// A finding in JSON output. Lines and columns are 1-based; the end is the place behind the last character.
struct FindingJSON: Encodable {
    private let rule: String
    private let name: String?
    private let severity: String
    private let message: String
    private let mend: String
    private let place: PlaceJSON
    private let field: String?
    private let document: DocumentJSON?
    private let related: [RelatedJSON]
    /// Of judged findings only.
    private let judgement: JudgementJSON?

    init(_ finding: Finding) { self.init(finding, judgement: nil) }

    init(_ judged: JudgedFinding) { self.init(judged.finding, judgement: JudgementJSON(judged)) }

    private init(_ finding: Finding, judgement: JudgementJSON?) {
        rule = finding.rule.rawValue
        name = RuleNames.name(of: finding.rule)
        severity = finding.severity.rawValue
        message = finding.message
        mend = finding.mend
        place = PlaceJSON(finding.location)
        field = finding.field
        document = finding.location.document.map { DocumentJSON(number: $0.number, count: $0.count) }
        related = finding.related.map { RelatedJSON(place: PlaceJSON($0.location), label: $0.label) }
        self.judgement = judgement
    }

    private enum CodingKeys: String, CodingKey {
        case rule, name, severity, message, mend, field, document, related
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encode(severity, forKey: .severity)
        try container.encode(message, forKey: .message)
        try container.encode(mend, forKey: .mend)
        try container.encodeIfPresent(field, forKey: .field)
        try container.encodeIfPresent(document, forKey: .document)
        try container.encode(related, forKey: .related)
        // Beside the keys above, not below a key of their own.
        try place.encode(to: encoder)
        try judgement?.encode(to: encoder)
    }

    private struct DocumentJSON: Encodable {
        let number: Int
        let count: Int?
    }

    private struct RelatedJSON: Encodable {
        let place: PlaceJSON
        let label: String

        private enum CodingKeys: String, CodingKey { case label }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(label, forKey: .label)
            try place.encode(to: encoder)
        }
    }
}
