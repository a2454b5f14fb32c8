package import SourceText

/// Something that somebody has to do by a date, as reviews, monitoring records and conditional approvals list it.
package struct ActionItem: Sendable {
    package let fields: Fields
    package let id: Located<String>?
    package let text: Located<String>?
    package let owner: Located<String>?
    package let due: Located<Timestamp>?
    /// `open` or `closed`, as its author claims.
    package let status: Located<String>?
    /// A reference, a path or an address of what shows that it was done.
    package let evidence: Located<String>?

    init(_ fields: Fields) {
        self.fields = fields
        id = fields.string("id")
        text = fields.string("text")
        owner = fields.string("owner")
        due = fields.timestamp("due")
        status = fields.string("status")
        evidence = fields.string("evidence")
    }
}
