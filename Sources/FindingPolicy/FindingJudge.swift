package import PlanModel
import PlanRules
package import SourceText
import YAMLDocuments

/// Turns what the rules found into what somebody has to act on: the severity that a project has set, the waivers that
/// it has written down, the findings that it knew when it began.
struct FindingJudge {
    private let settings: RuleSettings
    private let baseline: Baseline
    /// By path.
    private let comments: [String: AllowComments]
    private let now: Timestamp
    private let ignoresWaivers: Bool

    /// - Parameters:
    ///   - policy: the tree whose project says which severities and waivers apply; comments are those of `snapshot`.
    ///   - ignoresWaivers: as if nothing were waived, lowered or in the baseline.
    init(_ snapshot: Snapshot, policy: Snapshot, baseline: Baseline, now: Timestamp, ignoresWaivers: Bool) {
        settings = RuleSettings(policy.documents.of(Project.self).first)
        self.baseline = baseline
        self.now = now
        self.ignoresWaivers = ignoresWaivers
        var comments: [String: AllowComments] = [:]
        for source in Self.sources(of: snapshot) { comments[source.path] = AllowComments(of: source) }
        self.comments = comments
    }

    /// Files with documents, and those that should have had one.
    private static func sources(of snapshot: Snapshot) -> [SourceFile] {
        let inDocuments = snapshot.documents.all.map(\.envelope.document.source)
        let inProblems = snapshot.problems.compactMap { problem -> SourceFile? in
            if case .span(let source, _) = problem.location { source } else { nil }
        }
        var seen: Set<String> = []
        return (inDocuments + inProblems).filter { seen.insert($0.path).inserted }
    }

    /// All findings in the order of their places, each with its standing, and what is wrong with the waivers.
    func judge(_ findings: [Finding]) -> [JudgedFinding] {
        var fingerprints = Fingerprints()
        var audit = WaiverAudit()
        func judged(_ findings: [Finding]) -> [JudgedFinding] {
            findings.sortedAndDeduplicated().map { judge($0, fingerprint: fingerprints.next($0), &audit) }
        }
        let first = judged(findings)
        let unreadable = Set(
            findings.filter { $0.rule == UnclearYAML.description.id && $0.severity == .error }
                .compactMap(\.location.path))
        var complaints = settings.findings + comments.values.flatMap(\.findings)
        if !ignoresWaivers {
            complaints += audit.findings(waivers: allWaivers, unreadable: unreadable, now: now)
        }
        return (first + judged(complaints)).sorted { $0.finding.isOrderedBefore($1.finding) }
    }

    private func judge(
        _ original: Finding, fingerprint: String, _ audit: inout WaiverAudit
    ) -> JudgedFinding {
        let finding = applyingSeverity(to: original)
        guard !ignoresWaivers else { return JudgedFinding(finding, fingerprint: fingerprint) }
        for applying in waivers(for: finding) where !applying.isExpired(at: now) {
            guard finding.mayBeLowered else {
                audit.noteForbidden(applying, finding)
                continue
            }
            audit.noteUsed(applying, finding.rule)
            return JudgedFinding(finding, fingerprint: fingerprint, standing: .waived(applying.waiver))
        }
        let isKnown = finding.mayBeLowered && baseline.contains(fingerprint)
        return JudgedFinding(finding, fingerprint: fingerprint, standing: isKnown ? .baselined : .open)
    }

    /// The last setting that applies counts, as in most configuration files.
    private func applyingSeverity(to finding: Finding) -> Finding {
        let setting = settings.settings.last { setting in
            setting.severity != nil && setting.applies(to: finding) && !setting.waiver.isExpired(at: now)
        }
        guard let severity = setting?.severity else { return finding }
        let isRaised = severity > finding.severity
        return isRaised || (finding.mayBeLowered && !ignoresWaivers) ? finding.with(severity: severity) : finding
    }

    private func waivers(for finding: Finding) -> [GrantedWaiver] {
        var waivers: [GrantedWaiver] = []
        if let path = finding.location.path, let line = finding.location.position?.line {
            waivers += comments[path]?.waivers(on: line).filter { $0.rules.contains(finding.rule) } ?? []
        }
        return waivers + settings.settings.filter { $0.severity == nil && $0.applies(to: finding) }.map(\.waiver)
    }

    /// Those of comments, and all settings that have an end.
    private var allWaivers: [GrantedWaiver] {
        comments.values.flatMap(\.waivers) + settings.settings.map(\.waiver)
    }
}

extension JudgedFinding {
    /// What all rules find in one tree, judged by settings, waivers and a baseline.
    ///
    /// - Parameters:
    ///   - policy: another tree whose project's settings and baseline count, such as the one that a change would be
    ///     merged into; nil for the tree's own. Waivers beside the line are always those of the tree itself.
    ///   - baseline: another one than that of the project.
    ///   - ignoresWaivers: as if nothing were waived, lowered or in a baseline.
    ///   - others: findings of rules that look at more than the tree, to be judged in the same way.
    package static func all(
        in snapshot: Snapshot, policy: Snapshot? = nil, baseline: Baseline? = nil, now: Timestamp,
        ignoresWaivers: Bool = false, beside others: [Finding] = []
    ) throws -> [JudgedFinding] {
        let policy = policy ?? snapshot
        let judge = FindingJudge(
            snapshot, policy: policy, baseline: try baseline ?? .ofProject(in: policy), now: now,
            ignoresWaivers: ignoresWaivers)
        return judge.judge(try RuleCatalogue.findings(in: snapshot, now: now) + others)
    }
}
