import PlanRules
import SourceText

/// Which waivers waived something, and what is wrong with the others.
struct WaiverAudit {
    private struct Use: Hashable {
        let place: String
        let rule: RuleID
    }

    private var used: Set<Use> = []
    private var forbidden: [(finding: Finding, waiver: GrantedWaiver)] = []

    mutating func noteUsed(_ waiver: GrantedWaiver, _ rule: RuleID) {
        used.insert(Use(place: waiver.waiver.location.label, rule: rule))
    }

    /// A waiver stands where it may not: that is said, and not also that it waives nothing.
    mutating func noteForbidden(_ waiver: GrantedWaiver, _ finding: Finding) {
        noteUsed(waiver, finding.rule)
        forbidden.append((finding, waiver))
    }

    /// - Parameter unreadable: paths of files in which nobody knows what would be found.
    func findings(waivers: [GrantedWaiver], unreadable: Set<String>, now: Timestamp) -> [Finding] {
        let refused = forbidden.map { finding, waiver in
            WaiverNotAllowed.finding(
                at: waiver.waiver.location, "\(finding.rule) here is an error that cannot be waived",
                mend: "Take the waiver out, and mend what the rule finds.",
                related: [RelatedLocation(finding.location, label: "the finding")])
        }
        return refused + waivers.compactMap { complaint(about: $0, unreadable, now) }
    }

    private func complaint(about waiver: GrantedWaiver, _ unreadable: Set<String>, _ now: Timestamp) -> Finding? {
        let location = waiver.waiver.location
        if waiver.isExpired(at: now) {
            return WaiverExpired.finding(
                at: location, "the waiver of \(Self.names(waiver.rules)) ended on \(waiver.waiver.until ?? "")",
                mend: "Mend what was waived, or give the waiver a later day and say why.")
        }
        guard waiver.hasToBeUsed, !unreadable.contains(location.path ?? "") else { return nil }
        // What is wrong with waivers is found after everything else, too late to count as a use.
        let idle = waiver.rules.filter { rule in
            !used.contains(Use(place: location.label, rule: rule)) && !rule.rawValue.hasPrefix("WVR-")
        }
        guard !idle.isEmpty else { return nil }
        return WaiverUnused.finding(
            at: location, "the waiver of \(Self.names(idle)) waives nothing",
            mend: "Take it out; a comment has to stand beside the line of the finding, or on the line above.")
    }

    private static func names(_ rules: [RuleID]) -> String { rules.map(\.rawValue).joined(separator: ", ") }
}
