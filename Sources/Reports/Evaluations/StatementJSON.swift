import Approvals

/// A signed statement in JSON output.
struct StatementJSON: Encodable {
    private let place: String
    private let id: String?
    private let decision: String?
    private let role: String?
    private let principal: String?
    private let onBehalfOf: String?
    private let fingerprint: String?
    private let counts: Bool
    private let answers: [String: String]
    private let reasons: [Reason]

    private struct Reason: Encodable {
        let question: String
        let code: String
        let sentence: String
    }

    init(_ judged: JudgedStatement) {
        place = judged.found.place.label
        id = judged.found.id
        decision = judged.decision?.rawValue
        role = judged.role
        principal = judged.principal
        onBehalfOf = judged.onBehalfOf
        fingerprint = judged.fingerprint
        counts = judged.counts
        answers = Dictionary(
            StatementAnswers(judged).all.map { ($0.question, $0.answer.word) }, uniquingKeysWith: { first, _ in first })
        reasons = judged.reasons.map {
            Reason(question: $0.question.rawValue, code: $0.code, sentence: $0.sentence)
        }
    }
}
