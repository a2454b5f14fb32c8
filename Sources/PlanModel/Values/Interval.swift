package import SourceText

/// A span of time that a record speaks of, from its first moment to its last.
package struct Interval: Sendable {
    package let fields: Fields
    package let from: Located<Timestamp>?
    package let to: Located<Timestamp>?

    init(_ fields: Fields) {
        self.fields = fields
        from = fields.timestamp("from")
        to = fields.timestamp("to")
    }
}
