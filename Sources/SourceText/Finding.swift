/// How bad a finding is. An error refuses (exit 1), a warning is printed, a note only informs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The stable name of a rule, such as `RBK-004`. An id is never given to another rule.
package struct RuleID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
    package var description: String { rawValue }

    package static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

/// Where a finding is: a span of a file, a file as a whole, or a git object or ref.
package enum Location: Sendable {
    /// `range` counts bytes from the file's start.
    case span(SourceFile, range: Range<Int>)
    case file(path: String)
    /// A commit, tag or ref, by the name a reader can give to git.
    case object(name: String)

    package var path: String? {
        switch self {
        case .span(let file, _): file.path
        case .file(let path): path
        case .object: nil
        }
    }

    /// Start of the span, when there is one.
    package var position: SourcePosition? {
        if case .span(let file, let range) = self { file.position(at: range.lowerBound) } else { nil }
    }

    /// End of the span (the place behind its last character), when there is one.
    package var endPosition: SourcePosition? {
        if case .span(let file, let range) = self { file.position(at: range.upperBound) } else { nil }
    }

    /// Which document of a file with several is meant.
    package var document: DocumentOrdinal? {
        if case .span(let file, let range) = self { file.document(at: range.lowerBound) } else { nil }
    }

    /// `path:line:column`, `path`, or the object's name.
    package var label: String {
        switch self {
        case .span(let file, let range):
            let position = file.position(at: range.lowerBound)
            return "\(file.path):\(position.line):\(position.column)"
        case .file(let path): return path
        case .object(let name): return name
        }
    }

    fileprivate var sortKey: (String, Int, Int) {
        switch self {
        case .span(let file, let range): (file.path, range.lowerBound, range.upperBound)
        case .file(let path): (path, -1, -1)
        case .object(let name): ("\u{10FFFF}" + name, -1, -1)
        }
    }
}

/// A second place that a finding speaks of, with the words that say why.
package struct RelatedLocation: Sendable {
    package let location: Location
    package let label: String

    package init(_ location: Location, label: String) {
        self.location = location
        self.label = label
    }
}

/// One thing found by one rule: where, what, and how to mend it.
package struct Finding: Sendable {
    package let rule: RuleID
    package let severity: Severity
    package let location: Location
    /// What is wrong, in one sentence without a final full stop.
    package let message: String
    /// What to do about it, in one sentence.
    package let mend: String
    package let related: [RelatedLocation]
    /// Dotted path of the document field, such as `spec.rollback.triggers`; nil where no field is meant.
    package let field: String?

    package init(
        _ rule: RuleID, _ severity: Severity, at location: Location, field: String? = nil, _ message: String,
        mend: String, related: [RelatedLocation] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.location = location
        self.field = field
        self.message = message
        self.mend = mend
        self.related = related
    }

    /// The same finding at another severity.
    package func with(severity: Severity) -> Finding {
        Finding(rule, severity, at: location, field: field, message, mend: mend, related: related)
    }

    /// By place, then rule, then message.
    package func isOrderedBefore(_ other: Finding) -> Bool {
        (location.sortKey, rule.rawValue, message) < (other.location.sortKey, other.rule.rawValue, other.message)
    }
}

extension Array where Element == Finding {
    /// Sorted by place, then rule, then message, each finding once: the same input prints the same bytes.
    package func sortedAndDeduplicated() -> [Finding] {
        let sorted = self.sorted { $0.isOrderedBefore($1) }
        var unique: [Finding] = []
        for finding in sorted {
            if let last = unique.last, last.rule == finding.rule, last.message == finding.message,
                last.location.sortKey == finding.location.sortKey
            {
                continue
            }
            unique.append(finding)
        }
        return unique
    }

    package var hasErrors: Bool { contains { $0.severity == .error } }
}

private func < (
    left: ((String, Int, Int), String, String), right: ((String, Int, Int), String, String)
) -> Bool {
    if left.0 != right.0 { return left.0 < right.0 }
    return (left.1, left.2) < (right.1, right.2)
}
