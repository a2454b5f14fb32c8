package import PlanModel
import SourceText

/// The text of a release package for the next release: the file's own bytes, comments and order kept, with the fields
/// changed that say which release it is.
package struct NextReleasePackage: Sendable {
    /// What the fields become.
    package struct Values: Sendable {
        package var version: String
        /// A version, or `none`.
        package var previous: String
        package var ticket: String
        package var summary: String
        /// Nil leaves the reason as it is.
        package var reason: String?
        package var changeClass: String

        package init(
            version: String, previous: String, ticket: String, summary: String, reason: String?, changeClass: String
        ) {
            self.version = version
            self.previous = previous
            self.ticket = ticket
            self.summary = summary
            self.reason = reason
            self.changeClass = changeClass
        }
    }

    package let bytes: [UInt8]

    /// Nil when a field that every package has is not where it can be edited: such a file breaks its schema.
    package init?(_ package: ReleasePackage, _ values: Values) {
        var edits: [(range: Range<Int>, text: String)] = []
        func set(_ key: String, in fields: Fields, to text: String) -> Bool {
            guard fields.has(key), case .span(_, let range) = fields.location(of: key) else { return false }
            edits.append((range, text))
            return true
        }
        let change = package.change.fields
        guard set("version", in: package.spec, to: values.version), set("ticket", in: change, to: values.ticket.asYAML),
            set("summary", in: change, to: values.summary.asYAML), set("class", in: change, to: values.changeClass),
            set("previous", in: package.spec, to: values.previous)
        else { return nil }
        if let reason = values.reason, !set("reason", in: change, to: reason.asYAML) { return nil }
        // A rollback goes to the release that is running when this one comes.
        let target = package.rollback.target
        if package.rollback.kind?.value == "previous-release", let system = package.systemName {
            _ = set("release", in: target, to: "\"release:\(system)@\(values.previous)\"")
        }
        var bytes = package.envelope.source.bytes
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            // A block scalar's range may end in the line breaks behind it.
            var end = edit.range.upperBound
            while end > edit.range.lowerBound, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[end - 1]) { end -= 1 }
            bytes.replaceSubrange(edit.range.lowerBound..<end, with: Array(edit.text.utf8))
        }
        self.bytes = bytes
    }
}
