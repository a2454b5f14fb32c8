import Materiality
import Releases

/// The sum of changes since the last fully gated release, in JSON output.
struct CumulativeJSON: Encodable {
    private let baseline: Baseline
    private let stepClass: String
    private let sumClass: String
    private let minorReleases: Int
    private let maxMinor: Int?
    private let ageInSeconds: Int64?
    private let maxAgeInSeconds: Int64?
    private let `class`: String
    private let reasons: [String]

    private struct Baseline: Encodable {
        let version: String
        let tag: String
        let fullyGated: Bool
    }

    init(_ verdict: CumulativeVerdict) {
        baseline = Baseline(
            version: verdict.baseline.version, tag: verdict.baseline.tag, fullyGated: verdict.isFullyGated)
        stepClass = verdict.stepClass.rawValue
        sumClass = verdict.sumClass.rawValue
        minorReleases = verdict.minorReleases
        maxMinor = verdict.maximumMinorReleases
        ageInSeconds = verdict.ageInSeconds
        maxAgeInSeconds = verdict.maximumAgeInSeconds
        `class` = verdict.changeClass.rawValue
        reasons = verdict.reasons
    }
}
