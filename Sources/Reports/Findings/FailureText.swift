package import SourceText

/// Why a command could not do its work, with the place that is to blame when there is one.
package struct FailureText: Sendable {
    private let message: String
    private let mend: String
    private let location: Location?

    /// - Parameters:
    ///   - message: one sentence without a final full stop.
    ///   - mend: one sentence.
    package init(message: String, mend: String, location: Location? = nil) {
        self.message = message
        self.mend = mend
        self.location = location
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        page.paragraph("\("error", .error): \(message)", hanging: 2)
        if let location {
            var inset = ""
            var lines: [String] = []
            if case .span(let file, let range) = location {
                let frame = CodeFrame(file, range)
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
