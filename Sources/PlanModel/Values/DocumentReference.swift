/// A typed reference such as `plan:customer-ai@4`, `release:support-assistant@1.1.0` or `role:risk-approver`.
package struct DocumentReference: Sendable, Hashable, CustomStringConvertible {
    package let prefix: String
    package let name: String
    /// What follows `@`.
    package let version: String?

    /// Nil without a prefix and a name.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        prefix = String(text[..<colon])
        let rest = text[text.index(after: colon)...]
        if let at = rest.firstIndex(of: "@") {
            name = String(rest[..<at])
            version = String(rest[rest.index(after: at)...])
        } else {
            name = String(rest)
            version = nil
        }
        guard !name.isEmpty else { return nil }
    }

    package init(_ prefix: String, _ name: String) {
        self.prefix = prefix
        self.name = name
        version = nil
    }

    package var description: String { "\(prefix):\(name)" + (version.map { "@" + $0 } ?? "") }
}
