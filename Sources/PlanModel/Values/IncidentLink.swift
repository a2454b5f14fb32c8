package import SourceText

/// A pointer to an incident, which itself lives in its own system.
package struct IncidentLink: Sendable {
    package let fields: Fields
    package let system: Located<String>?
    package let id: Located<String>?
    /// In the words of the AI system's `incident.severities`.
    package let severity: Located<String>?
    package let declaredAt: Located<Timestamp>?
    package let url: Located<String>?

    init(_ fields: Fields) {
        self.fields = fields
        system = fields.string("system")
        id = fields.string("id")
        severity = fields.string("severity")
        declaredAt = fields.timestamp("declaredAt")
        url = fields.string("url")
    }
}
