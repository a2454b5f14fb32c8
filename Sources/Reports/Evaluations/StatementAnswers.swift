import Approvals

/// The four questions asked of a signed statement, each with its own answer: nothing is called good as a whole
/// because one of them is.
struct StatementAnswers {
    enum Answer {
        case yes(String)
        case no([String])
        /// The question makes no sense before another one is answered.
        case notAsked(String)
        case undecided([String])

        /// As JSON output has it.
        var word: String {
            switch self {
            case .yes: "yes"
            case .no: "no"
            case .notAsked: "not-asked"
            case .undecided: "undecided"
            }
        }
    }

    let cryptography: Answer
    let identity: Answer
    let authority: Answer
    let binding: Answer

    /// In the order in which they are asked, with the words of the question.
    var all: [(question: String, answer: Answer)] {
        [("cryptography", cryptography), ("identity", identity), ("authority", authority), ("binding", binding)]
    }

    init(_ judged: JudgedStatement) {
        func reasons(_ question: JudgedStatement.Question) -> [String] {
            judged.reasons.filter { $0.question == question }.map(\.sentence)
        }
        func answer(_ question: JudgedStatement.Question, _ yes: @autoclosure () -> Answer) -> Answer {
            let reasons = reasons(question)
            return reasons.isEmpty ? yes() : .no(reasons)
        }
        let key = judged.fingerprint.map { "the key \($0)" } ?? "its key"
        if judged.isUndecided {
            cryptography = .undecided(reasons(.cryptography))
        } else {
            cryptography = answer(.cryptography, .yes("\(key) signed exactly this text"))
        }
        if let person = judged.principal {
            identity = answer(.identity, .yes("the trust root lists the key under \(person)"))
            let role = judged.role.map { " as \($0)" } ?? ""
            let place = judged.onBehalfOf.map { " in place of \($0)" } ?? ""
            authority = answer(.authority, .yes("\(person) may decide this\(role)\(place)"))
        } else {
            identity = answer(.identity, .notAsked("without a good signature it is nobody's"))
            authority = answer(.authority, .notAsked("nobody known signed it"))
        }
        if judged.found.statement == nil {
            binding = answer(.binding, .notAsked("its text cannot be read"))
        } else {
            binding = answer(.binding, .yes("it is about exactly these files, this plan and this class of change"))
        }
    }
}
