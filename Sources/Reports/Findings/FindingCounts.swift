import FindingPolicy
import SourceText

/// How many findings ask for something to be done, by severity, and how many are known already.
struct FindingCounts: Encodable, Sendable {
    let errors: Int
    let warnings: Int
    let notes: Int
    let waived: Int
    let baselined: Int
    let preexisting: Int

    init(_ findings: [JudgedFinding]) {
        var open: [Severity: Int] = [:]
        var (waived, baselined, preexisting) = (0, 0, 0)
        for finding in findings {
            switch finding.standing {
            case .open: open[finding.finding.severity, default: 0] += 1
            case .waived: waived += 1
            case .baselined: baselined += 1
            case .preexisting: preexisting += 1
            }
        }
        errors = open[.error] ?? 0
        warnings = open[.warning] ?? 0
        notes = open[.note] ?? 0
        (self.waived, self.baselined, self.preexisting) = (waived, baselined, preexisting)
    }

    var hasOpen: Bool { errors + warnings + notes > 0 }

    /// `2 errors, 1 warning`; empty without open findings.
    var words: StyledText {
        let parts: [(Int, String, Ink)] = [
            (errors, "error", .error), (warnings, "warning", .warning), (notes, "note", .note),
        ]
        var words = StyledText("")
        for (number, noun, ink) in parts where number > 0 {
            words = "\(words)\(words.isEmpty ? "" : ", ")\(Prose.count(number, noun), ink)"
        }
        return words
    }

    /// What is known already: `3 waived`, `12 in the baseline`, `1 was there before`.
    var aside: [String] {
        var parts: [String] = []
        if waived > 0 { parts.append("\(waived) waived") }
        if baselined > 0 { parts.append("\(baselined) in the baseline") }
        if preexisting > 0 { parts.append("\(preexisting) \(preexisting == 1 ? "was" : "were") there before") }
        return parts
    }
}
