import SourceText

/// How many findings there are of each severity.
struct FindingCounts: Encodable, Sendable {
    let errors: Int
    let warnings: Int
    let notes: Int

    init(_ findings: [Finding]) {
        func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
        errors = count(.error)
        warnings = count(.warning)
        notes = count(.note)
    }

    /// `2 errors, 1 warning`; empty without findings.
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
}
