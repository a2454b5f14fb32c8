import Releases

/// A reason of a verdict that no document rule gives: what it is, and what to do.
struct ReasonText {
    private let reason: ReleaseEvaluation.Reason

    init(_ reason: ReleaseEvaluation.Reason) { self.reason = reason }

    /// - Parameter word: what the reason does, such as `refused`.
    func write(_ word: String, _ ink: Ink, to page: inout Page) {
        page.paragraph(
            "\(word, ink)[\(reason.code, .strong)]: \(reason.message.withFullStop)", hanging: 2)
        page.indented { $0.paragraph("\("help:", .good) \(reason.mend)", hanging: 6) }
    }
}
