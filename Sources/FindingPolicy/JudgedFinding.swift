import PlanModel
import PlanRules
package import SourceText

/// A finding with what the organisation has said about it: the severity that applies, and whether it still asks for
/// something to be done.
package struct JudgedFinding: Sendable {
    package enum Standing: Sendable {
        /// Somebody has to act on it.
        case open
        /// Allowed, with a reason, beside the line or in `imprimatur.yaml`. Shown, never counted.
        case waived(Waiver)
        /// Listed in the baseline file: known when the rule was adopted.
        case baselined
        /// Of a range of commits: its start had it already.
        case preexisting
    }

    /// With the severity that applies here, which `imprimatur.yaml` may have changed.
    package let finding: Finding
    /// Names the finding in another run, also when lines above it were added: 32 hexadecimal digits made from the rule,
    /// the path, the field and the text found there, not from line numbers.
    package let fingerprint: String
    package let standing: Standing

    package init(_ finding: Finding, fingerprint: String, standing: Standing = .open) {
        self.finding = finding
        self.fingerprint = fingerprint
        self.standing = standing
    }

    package var isOpen: Bool { if case .open = standing { true } else { false } }
    package var isWaived: Bool { if case .waived = standing { true } else { false } }

    /// Whether a project may waive it, give it a lower severity or put it into a baseline.
    package var mayBeLowered: Bool { finding.mayBeLowered }

    package func with(_ standing: Standing) -> JudgedFinding {
        JudgedFinding(finding, fingerprint: fingerprint, standing: standing)
    }
}

/// A reason to let a finding stand, and for how long.
package struct Waiver: Sendable {
    package let reason: String
    /// The last day on which it holds, as `2026-12-31`; nil where none was given.
    package let until: String?
    /// The comment, or the setting in `imprimatur.yaml`.
    package let location: Location

    package init(reason: String, until: String?, location: Location) {
        self.reason = reason
        self.until = until
        self.location = location
    }
}

extension Finding {
    /// That the project file cannot be understood may not be lowered: the file itself would decide about it.
    var mayBeLowered: Bool {
        let isAboutReading = [UnknownKind.description.id, SchemaViolated.description.id].contains(rule)
        if severity == .error, isAboutReading, location.path == Project.path { return false }
        return RuleCatalogue.description(rule.rawValue)?.mayBeLowered(from: severity) ?? false
    }
}

extension Sequence where Element == JudgedFinding {
    /// What somebody has to act on.
    package var open: [JudgedFinding] { filter { $0.isOpen } }
    /// True when an open finding refuses.
    package var hasErrors: Bool { contains { $0.isOpen && $0.finding.severity == .error } }
}
