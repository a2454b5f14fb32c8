package import SourceText

/// Why a command could not do its work, or what is doubtful about what it was given, with the place.
package struct FailureText: Sendable {
    private let message: String
    private let mend: String
    private let location: Location?
    private let severity: Severity

    /// - Parameters:
    ///   - message: one sentence without a final full stop.
    ///   - mend: one sentence.
    ///   - severity: `warning` for something that stopped nothing.
    package init(message: String, mend: String, location: Location? = nil, severity: Severity = .error) {
        self.message = message
        self.mend = mend
        self.location = location
        self.severity = severity
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        page.paragraph("\(severity.rawValue, severity.ink): \(message)", hanging: 2)
        if let location {
            var inset = ""
            var lines: [String] = []
            if case .span(let file, let range) = location {
                let frame = CodeFrame(file, range, ink: severity.ink)
                inset = String(repeating: " ", count: frame.digits)
                lines = frame.lines(style)
            }
            page.line("\(inset)\("-->", .faint) \(location.label)")
            for line in lines { page.finished(line) }
        }
        page.paragraph("\("help", .good): \(mend)", hanging: 6)
        return page.text
    }
}
