package import SourceText

/// A finding as people read it.
package struct FindingText: Sendable {
    private let finding: Finding

    package init(_ finding: Finding) { self.finding = finding }

    /// Severity, rule and message; the place with its code, and further places; how to mend it; where to read more.
    package func write(to page: inout Page) {
        let frames = FindingFrames(finding)
        let inset = String(repeating: " ", count: frames.digits)
        page.paragraph(heading, hanging: 2)
        page.line("\(inset)\("-->", .faint) \(finding.location.label)\(documentWords, .faint)")
        write(frames.main, frames.digits, to: &page)
        for (place, frame) in frames.others {
            let label = frame == nil ? " " + place.label : ""
            page.line("\(inset)\(":::", .faint) \(place.location.label)\(label)")
            write(frame, frames.digits, to: &page)
        }
        page.indented(by: frames.digits) { page in
            page.paragraph("\("help:", .good) \(finding.mend)", hanging: 6)
            if RuleNames.name(of: finding.rule) != nil {
                page.line("\("more:", .faint) imprimatur explain \(finding.rule.rawValue)")
            }
        }
    }

    /// One line for the place and the message, and one for the mend.
    package func writeConcisely(to page: inout Page) {
        page.paragraph("\(finding.location.label): \(heading)", hanging: 2)
        page.indented { $0.paragraph("\("help:", .good) \(finding.mend)", hanging: 6) }
    }

    /// All in one line, which begins as compilers begin theirs, so that editors and `grep` find the place.
    func writeLine(to page: inout Page) {
        page.line("\(finding.location.label): \(heading); \("help:", .good) \(finding.mend)")
    }

    private var heading: StyledText {
        let severity = StyledText(finding.severity.rawValue, finding.severity.ink)
        let name = RuleNames.name(of: finding.rule).map { " " + $0 } ?? ""
        return "\(severity)[\(finding.rule.rawValue, .strong)\(name)]: \(finding.message)"
    }

    private var documentWords: String {
        guard let document = finding.location.document else { return "" }
        return " (\(document.words))"
    }

    private func write(_ frame: CodeFrame?, _ digits: Int, to page: inout Page) {
        guard let frame else { return }
        for line in frame.lines(page.style, digits: digits) { page.finished(line) }
    }
}

extension Finding {
    /// What is wrong and what to do about it, in two sentences.
    var sentences: String { message + (message.hasSuffix("?") ? " " : ". ") + mend }
}

extension DocumentOrdinal {
    /// `document 2 of 3`
    var words: String { "document \(number)" + (count.map { " of \($0)" } ?? "") }
}

extension Severity {
    var ink: Ink {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
