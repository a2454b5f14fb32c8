import FindingPolicy
import SourceText

/// What the organisation has said about a finding, in JSON output.
struct JudgementJSON: Encodable {
    private let fingerprint: String
    private let standing: String
    private let waiver: WaiverJSON?

    private struct WaiverJSON: Encodable {
        let reason: String
        let until: String?
        let location: PlaceJSON
    }

    init(_ judged: JudgedFinding) {
        fingerprint = judged.fingerprint
        switch judged.standing {
        case .open: (standing, waiver) = ("open", nil)
        case .waived(let waiver):
            standing = "waived"
            self.waiver = WaiverJSON(
                reason: waiver.reason, until: waiver.until, location: PlaceJSON(waiver.location))
        case .baselined: (standing, waiver) = ("baselined", nil)
        case .preexisting: (standing, waiver) = ("preexisting", nil)
        }
    }
}
