import Releases

struct ReasonJSON: Encodable {
    private let code: String
    private let message: String
    private let mend: String

    init(_ reason: ReleaseEvaluation.Reason) {
        code = reason.code
        message = reason.message
        mend = reason.mend
    }
}
