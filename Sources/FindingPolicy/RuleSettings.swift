import PlanModel
import PlanRules
import SourceText

/// The settings under `rules` in `imprimatur.yaml`.
struct RuleSettings {
    struct Setting {
        /// Nil for `waived`.
        let severity: Severity?
        let paths: [PathPattern]
        let waiver: GrantedWaiver

        func applies(to finding: Finding) -> Bool {
            guard waiver.rules.contains(finding.rule) else { return false }
            guard !paths.isEmpty else { return true }
            guard let path = finding.location.path else { return false }
            return paths.contains { $0.matches(path) }
        }
    }

    private(set) var settings: [Setting] = []
    /// Settings that cannot be used.
    private(set) var findings: [Finding] = []

    /// What the schema refuses (a missing reason, an unknown severity) is passed over here: it is found as DOC-002.
    init(_ project: Project?) {
        for setting in project?.ruleSettings ?? [] {
            guard let id = setting.id, let severity = setting.severity, let reason = setting.reason else { continue }
            guard let description = RuleCatalogue.description(id.value) else {
                let near = RuleCatalogue.nearestRule(to: id.value)
                findings.append(
                    WaiverUnusable.finding(
                        at: id.location, field: id.field,
                        "there is no rule \"\(id.value)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
                        mend: "Name a rule by its id or its name; `imprimatur rules` lists them.",
                        // Another version of the tool may know it.
                        severity: .warning))
                continue
            }
            let level = Severity(rawValue: severity.value)
            guard level != nil || severity.value == "waived" else { continue }
            if description.guardsReleases, description.severity == .error, level != .error {
                findings.append(
                    WaiverNotAllowed.finding(
                        at: severity.location, field: severity.field,
                        "\(description.id) (\(description.name)) is an error that no setting can lower",
                        mend: "Take the setting out, and mend what the rule finds."))
                continue
            }
            settings.append(
                Setting(
                    severity: level, paths: setting.paths.map { PathPattern($0.value) },
                    waiver: GrantedWaiver(
                        rules: [description.id],
                        waiver: Waiver(reason: reason.value, until: setting.until?.value, location: id.location),
                        hasToBeUsed: level == nil)))
        }
    }
}
