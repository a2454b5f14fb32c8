import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanRules
import Releases
import SourceText

/// What the product says about a repository, asked in process as its commands ask.
struct EngineVerdict {
    struct Verdict {
        let outcome: String
        /// Ids of the approvals that count.
        let approvals: Set<String>
        let why: [String]
    }

    /// By the id of the release statement, else by tag.
    private(set) var releases: [String: Verdict] = [:]
    private(set) var head: Verdict?
    /// Why no trust root rules; nil when one does.
    private(set) var trustFailure: String?

    init(of path: String, pin: String, now: Int) throws {
        let repository = GovernedRepository(
            try Repository(holding: path),
            pin: try TrustPin.combine(option: "sha256:" + pin, environment: nil, configuration: nil),
            protectedOverride: nil, now: Timestamp(secondsSince1970: Int64(now)))
        let basis: JudgementBasis
        do { basis = try JudgementBasis(repository) } catch let failure as TrustFailure {
            trustFailure = failure.message
            return
        }
        for release in try basis.verifiedReleases(of: "bot") {
            let key = release.link?.id ?? release.tag
            releases[key] = Verdict(
                outcome: release.outcome.rawValue, approvals: Self.counted(release.evaluation),
                why: release.refusals.map(\.code) + release.undecided.map { "?" + $0.code }
                    + Self.reasons(release.evaluation))
        }
        guard let commit = basis.protected?.tip else { return }
        let snapshot = try repository.snapshot(commit)
        let chain = try basis.chain(of: "bot")
        let digest = try SystemUnit("bot", in: snapshot).release.closure.digest
        let base = chain.base(ofPackage: digest)
        let evaluation = try ReleaseEvaluator(basis).evaluate(
            ReleaseEvaluator.Subject(
                system: "bot", snapshot: snapshot, tips: [commit], base: base,
                history: basis.history(of: "bot", upTo: base), time: repository.now))
        head = Verdict(
            outcome: evaluation.outcome.rawValue, approvals: Self.counted(evaluation), why: Self.reasons(evaluation))
    }

    private static func counted(_ evaluation: ReleaseEvaluation?) -> Set<String> {
        Set(
            (evaluation?.statements ?? []).filter { $0.counts && $0.decision == .approve }.compactMap(\.found.id))
    }

    private static func reasons(_ evaluation: ReleaseEvaluation?) -> [String] {
        guard let evaluation else { return [] }
        var reasons = [evaluation.changeClass.name]
        reasons += evaluation.refusals.map(\.code)
        reasons += evaluation.undecided.map { "?" + $0.code }
        for finding in evaluation.findings where finding.severity == .error { reasons.append("\(finding.rule)") }
        for change in evaluation.comparison?.changes ?? [] { reasons.append("\(change.rule.id) \(change.changeClass)") }
        if let sum = evaluation.cumulative { reasons += sum.reasons }
        return reasons
    }
}
