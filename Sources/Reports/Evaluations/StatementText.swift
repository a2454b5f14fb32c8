import Approvals

/// A signed statement as people read it.
struct StatementText {
    private let judged: JudgedStatement

    init(_ judged: JudgedStatement) { self.judged = judged }

    /// Whether it counts, what it says, and all four answers.
    func write(to page: inout Page) {
        page.paragraph("\(verdict) \(judged.found.place.label, .strong)", hanging: 2)
        page.indented { page in
            page.paragraph(StyledText(claim))
            for (question, answer) in StatementAnswers(judged).all {
                let label = question + ":" + String(repeating: " ", count: "cryptography".count - question.count)
                page.paragraph("\(label, .faint) \(Self.words(answer))", hanging: label.count + 1)
            }
        }
    }

    /// Where it is and why it does not count.
    func writeReasons(to page: inout Page) {
        let doubt = judged.isUndecided ? StyledText(" (undecided)", .warning) : ""
        page.paragraph("- \(judged.found.place.label)\(doubt)", hanging: 2)
        page.indented { page in
            for reason in judged.reasons {
                page.paragraph("\(reason.question.rawValue + ":", .faint) \(reason.sentence.withFullStop)", hanging: 2)
            }
        }
    }

    private var verdict: StyledText {
        if judged.counts { return "\("counts", .good)" }
        return judged.isUndecided ? "\("undecided", .warning)" : "\("does not count", .error)"
    }

    /// What the text says, said to be a claim unless all four answers are yes.
    private var claim: String {
        let verb: String
        switch judged.decision {
        case .approve: verb = "approves"
        case .reject: verb = "rejects"
        case nil: return "It looks like a statement, but its text cannot be read."
        case .withdraw?, .trust?, .author?, .release?: verb = "decides"
        }
        return "\(judged.principal ?? "Somebody unknown") \(verb) as \(judged.role ?? "nobody in particular")."
    }

    private static func words(_ answer: StatementAnswers.Answer) -> StyledText {
        switch answer {
        case .yes(let sentence): "\("yes,", .good) \(sentence)"
        case .no(let sentences): "\("no,", .error) \(sentences.joined(separator: "; "))"
        case .notAsked(let sentence): "\("not asked,", .faint) \(sentence)"
        case .undecided(let sentences): "\("could not be decided,", .warning) \(sentences.joined(separator: "; "))"
        }
    }
}
