import FindingPolicy
import SourceText

/// A finding as a SARIF result.
struct SARIFResult: Encodable {
    private let ruleId: String
    private let ruleIndex: Int?
    private let level: String
    private let message: SARIFMessage
    private let locations: [SARIFPlace]
    private let relatedLocations: [SARIFPlace]?
    private let partialFingerprints: Fingerprints
    /// Of every result, empty where nothing was said about it: the standard wants all or none (3.27.23).
    private let suppressions: [Suppression]
    /// Of every result of a range of commits (3.27.24).
    private let baselineState: String?

    private struct Fingerprints: Encodable {
        let value: String

        /// The number changes when the way to compute it does.
        private enum CodingKeys: String, CodingKey { case value = "imprimaturFinding/v1" }
    }

    private struct Suppression: Encodable {
        let kind: String
        let status = "accepted"
        let justification: String
        let location: SARIFPlace?
    }

    /// - Parameter isRange: whether the findings of a range were told apart from those that it found in place.
    init(_ judged: JudgedFinding, _ index: SARIFIndex, isRange: Bool) {
        let finding = judged.finding
        ruleId = finding.rule.rawValue
        ruleIndex = index.number(of: finding.rule)
        level = finding.severity.rawValue
        message = SARIFMessage(VisibleText.of(finding.sentences))
        locations = [SARIFPlace(finding.location, index)]
        let related = finding.related.enumerated().map { number, place in
            SARIFPlace(place.location, index, id: number + 1, label: place.label)
        }
        relatedLocations = related.isEmpty ? nil : related
        partialFingerprints = Fingerprints(value: judged.fingerprint)
        var state = "new"
        switch judged.standing {
        case .open: suppressions = []
        case .waived(let waiver):
            let isInSource = waiver.location.path == finding.location.path
            suppressions = [
                Suppression(
                    kind: isInSource ? "inSource" : "external",
                    justification: waiver.reason + (waiver.until.map { " (until \($0))" } ?? ""),
                    location: SARIFPlace(waiver.location, index))
            ]
        case .baselined:
            suppressions = [
                Suppression(kind: "external", justification: "listed in the baseline file", location: nil)
            ]
            state = "unchanged"
        case .preexisting:
            suppressions = []
            state = "unchanged"
        }
        baselineState = isRange ? state : nil
    }
}
