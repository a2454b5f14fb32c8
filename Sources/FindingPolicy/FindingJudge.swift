package import PlanModel
import PlanRules
package import SourceText
import YAMLDocuments

/// Turns what the rules found into what somebody has to act on: the severity that a project has set, the waivers that
/// it has written down, the findings that it knew when it began.
package struct FindingJudge {
    private let settings: RuleSettings
    private let baseline: Baseline
    private let comments: [String: AllowComments]
    private let now: Timestamp

    package init(_ snapshot: Snapshot, baseline: Baseline, now: Timestamp) {
        settings = RuleSettings(snapshot.documents.of(Project.self).first)
        self.baseline = baseline
        self.now = now
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
    package func judge(_ findings: [Finding]) -> [JudgedFinding] {
        var fingerprints = Fingerprints()
        var used = UsedWaivers()
        var judged = findings.sortedAndDeduplicated().map { finding in
            judge(finding, fingerprint: fingerprints.next(finding), used: &used)
        }
        judged += waiverFindings(used).sortedAndDeduplicated().map { finding in
            JudgedFinding(finding, fingerprint: fingerprints.next(finding))
        }
        return judged.sorted { left, right in left.finding.isOrderedBefore(right.finding) }
    }

    /// Waivers that waived something, by place.
    private struct UsedWaivers {
        var labels: Set<String> = []
        var forbidden: [(finding: Finding, waiver: Location)] = []
    }

    private func judge(_ original: Finding, fingerprint: String, used: inout UsedWaivers) -> JudgedFinding {
        let finding = applyingSeverity(to: original)
        guard let waiver = waiver(for: finding, used: &used) else {
            let isKnown = finding.mayBeLowered && baseline.contains(fingerprint)
            return JudgedFinding(finding, fingerprint: fingerprint, standing: isKnown ? .baselined : .open)
        }
        return JudgedFinding(finding, fingerprint: fingerprint, standing: .waived(waiver))
    }

    /// The last setting that applies counts, as in most configuration files.
    private func applyingSeverity(to finding: Finding) -> Finding {
        guard let setting = settings.settings.last(where: { $0.severity != nil && $0.applies(to: finding) }),
            let severity = setting.severity, severity > finding.severity || finding.mayBeLowered
        else { return finding }
        return finding.with(severity: severity)
    }

    private func waiver(for finding: Finding, used: inout UsedWaivers) -> Waiver? {
        for waiver in waivers(for: finding) where !isExpired(waiver.until) {
            used.labels.insert(waiver.location.label)
            if finding.mayBeLowered { return waiver }
            used.forbidden.append((finding, waiver.location))
        }
        return nil
    }

    private func waivers(for finding: Finding) -> [Waiver] {
        var waivers: [Waiver] = []
        if let path = finding.location.path, let line = finding.location.position?.line {
            for placed in comments[path]?.comments ?? []
            where placed.line == line && placed.comment.rules.contains(finding.rule) {
                waivers.append(
                    Waiver(reason: placed.comment.reason, until: placed.comment.until, location: placed.location))
            }
        }
        for setting in settings.settings where setting.severity == nil && setting.applies(to: finding) {
            waivers.append(Waiver(reason: setting.reason, until: setting.until, location: setting.location))
        }
        return waivers
    }

    private func isExpired(_ until: String?) -> Bool {
        guard let until else { return false }
        // A day that cannot be read is refused elsewhere; here it holds for no day.
        return LastDay(until).map { $0.end < now } ?? true
    }

    // MARK: What is wrong with waivers

    private func waiverFindings(_ used: UsedWaivers) -> [Finding] {
        var findings = settings.findings + comments.values.flatMap(\.findings)
        for (finding, waiver) in used.forbidden {
            findings.append(
                WaiverNotAllowed.finding(
                    at: waiver, "\(finding.rule) here is an error that cannot be waived",
                    mend: "Take the waiver out, and mend what the rule finds.",
                    related: [RelatedLocation(finding.location, label: "the finding")]))
        }
        for placed in comments.values.flatMap(\.comments) {
            findings += complaint(
                rules: placed.comment.rules, until: placed.comment.until, at: placed.location, used)
        }
        for setting in settings.settings where setting.severity == nil {
            findings += complaint(rules: [setting.rule], until: setting.until, at: setting.location, used)
        }
        return findings
    }

    private func complaint(
        rules: [RuleID], until: String?, at location: Location, _ used: UsedWaivers
    ) -> [Finding] {
        let names = rules.map(\.rawValue).joined(separator: ", ")
        if isExpired(until) {
            return [
                WaiverExpired.finding(
                    at: location, "the waiver of \(names) ended on \(until ?? "")",
                    mend: "Mend what was waived, or give the waiver a later day and say why.")
            ]
        }
        guard !used.labels.contains(location.label) else { return [] }
        return [
            WaiverUnused.finding(
                at: location, "the waiver of \(names) waives nothing",
                mend: "Take it out; a comment has to stand beside the line of the finding, or on the line above.")
        ]
    }
}

extension JudgedFinding {
    /// What all rules find in one tree, judged by that tree's own settings, waivers and baseline.
    ///
    /// - Parameter baseline: another than the one that the project names.
    package static func all(
        in snapshot: Snapshot, baseline: Baseline? = nil, now: Timestamp
    ) throws -> [JudgedFinding] {
        let judge = FindingJudge(snapshot, baseline: try baseline ?? .ofProject(in: snapshot), now: now)
        return judge.judge(try RuleCatalogue.findings(in: snapshot, now: now))
    }
}
