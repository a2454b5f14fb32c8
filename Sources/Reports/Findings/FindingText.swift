package import SourceText

/// A finding as people read it.
package struct FindingText: Sendable {
    private let finding: Finding

    package init(_ finding: Finding) { self.finding = finding }

    /// Severity, rule and message; the place with its code, and further places; how to mend it; where to read more.
    package func write(to page: inout Page) {
        page.paragraph(heading, hanging: 2)
        let digits = frame?.digits ?? 1
        let gutter = finding.related.compactMap { Self.frame($0) }.map(\.digits).reduce(digits, max)
        let inset = String(repeating: " ", count: gutter)
        page.line("\(inset)\("-->", .faint) \(finding.location.label)")
        write(frame, gutter, to: &page)
        for related in finding.related {
            let frame = Self.frame(related)
            let label = frame == nil ? " " + related.label : ""
            page.line("\(inset)\(":::", .faint) \(related.location.label)\(label)")
            write(frame, gutter, to: &page)
        }
        page.indented(by: gutter) { page in
            page.paragraph("\("help:", .good) \(finding.mend)", hanging: 6)
            page.line("\("more:", .faint) imprimatur explain \(finding.rule.rawValue)")
        }
    }

    /// One line for the place and the message, and one for the mend.
    package func writeConcisely(to page: inout Page) {
        page.paragraph("\(finding.location.label): \(heading)", hanging: 2)
        page.indented { $0.paragraph("\("help:", .good) \(finding.mend)", hanging: 6) }
    }

    private var heading: StyledText {
        let name = RuleNames.name(of: finding.rule).map { " " + $0 } ?? ""
        let severity = StyledText(finding.severity.rawValue, finding.severity.ink)
        return "\(severity)[\(finding.rule.rawValue, .strong)\(name)]: \(finding.message)"
    }

    private var frame: CodeFrame? {
        guard case .span(let file, let range) = finding.location else { return nil }
        return CodeFrame(file, range, ink: finding.severity.ink)
    }

    private static func frame(_ related: RelatedLocation) -> CodeFrame? {
        guard case .span(let file, let range) = related.location else { return nil }
        return CodeFrame(file, range, label: related.label, ink: .note, mark: "-")
    }

    private func write(_ frame: CodeFrame?, _ digits: Int, to page: inout Page) {
        guard let frame else { return }
        for line in frame.lines(page.style, digits: digits) { page.finished(line) }
    }
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
