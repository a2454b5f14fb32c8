import YAMLDocuments

/// The vocabularies of JSON Schema 2020-12 that a schema is written in.
struct Vocabularies: OptionSet, Sendable {
    let rawValue: UInt8

    static let applicator = Vocabularies(rawValue: 1)
    static let unevaluated = Vocabularies(rawValue: 2)
    static let validation = Vocabularies(rawValue: 4)
    /// `format` asserts whatever the options say.
    static let formatAssertion = Vocabularies(rawValue: 8)

    /// Of the standard dialect, where `format` is an annotation.
    static let standard: Vocabularies = [.applicator, .unevaluated, .validation]

    static let folder = "https://json-schema.org/draft/2020-12/vocab/"

    /// Nil for a vocabulary that is not known; empty for one that asserts nothing.
    init?(uri: String) {
        guard uri.hasPrefix(Self.folder) else { return nil }
        switch uri.dropFirst(Self.folder.count) {
        case "core", "meta-data", "content", "format-annotation": self = []
        case "applicator": self = .applicator
        case "unevaluated": self = .unevaluated
        case "validation": self = .validation
        case "format-assertion": self = .formatAssertion
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension SchemaResources {
    /// The vocabularies that a resource's `$schema` asks for.
    mutating func vocabularies(of resource: Int) throws(SchemaError) -> Vocabularies {
        guard let declaration = self[resource].root["$schema"] else { return .standard }
        guard let uri = declaration.string else {
            throw SchemaError(.badKeyword, "$schema must be a URI in text", at: declaration)
        }
        let key = SchemaRegistry.key(URIReference(uri))
        if key == Metaschema.uri { return .standard }
        guard let number = try find(URIReference(uri)) else {
            throw SchemaError(
                .unknownDialect,
                "$schema is \"\(uri)\"; this validator knows \(Metaschema.uri) and the metaschemas that it is given",
                at: declaration)
        }
        guard let listed = self[number].root["$vocabulary"] else { return .standard }
        var vocabularies: Vocabularies = []
        for entry in listed.entries {
            if let known = Vocabularies(uri: entry.key.text) {
                vocabularies.formUnion(known)
            } else if entry.value.boolean != false {
                throw SchemaError(
                    .unknownDialect, "the metaschema requires the unknown vocabulary \"\(entry.key.text)\"",
                    at: entry.key)
            }
        }
        return vocabularies
    }
}
