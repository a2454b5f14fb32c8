import FindingPolicy
import SourceText

/// The rules and files that the results of a run point at by number.
struct SARIFIndex {
    /// In the order of their ids.
    let rules: [RuleID]
    /// In the order of their paths.
    let artifacts: [SARIFArtifact]
    private let ruleNumbers: [RuleID: Int]
    private let artifactNumbers: [String: Int]

    init(_ report: CheckReport) {
        rules = Set(report.findings.map(\.finding.rule)).sorted()
        ruleNumbers = Self.numbers(rules)
        var lengths: [String: Int?] = [:]
        func add(_ location: Location) {
            switch location {
            case .span(let file, _): lengths[file.path] = file.bytes.count
            case .file(let path): if lengths[path] == nil { lengths.updateValue(nil, forKey: path) }
            case .object: break
            }
        }
        for judged in report.findings {
            add(judged.finding.location)
            for place in judged.finding.related { add(place.location) }
            if case .waived(let waiver) = judged.standing { add(waiver.location) }
        }
        let paths = lengths.keys.sorted()
        artifactNumbers = Self.numbers(paths)
        artifacts = paths.map { SARIFArtifact(path: $0, length: lengths[$0] ?? nil) }
    }

    func number(of rule: RuleID) -> Int? { ruleNumbers[rule] }
    func number(ofPath path: String) -> Int? { artifactNumbers[path] }

    private static func numbers<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

struct SARIFArtifact: Encodable {
    private let location: SARIFPlace.ArtifactLocation
    /// In bytes.
    private let length: Int?

    init(path: String, length: Int?) {
        location = SARIFPlace.ArtifactLocation(path: path, index: nil)
        self.length = length
    }
}
