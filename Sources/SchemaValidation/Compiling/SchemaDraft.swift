/// A published version of JSON Schema, and in what it differs from the others beyond the keywords that it has
/// (`KeywordTable`).
package enum SchemaDraft: Int, Sendable, CaseIterable, Comparable {
    case draft4, draft6, draft7, draft2019, draft2020

    package static func < (left: SchemaDraft, right: SchemaDraft) -> Bool { left.rawValue < right.rawValue }

    /// As people call it: `draft-07`, `2020-12`.
    package var name: String {
        switch self {
        case .draft4: "draft-04"
        case .draft6: "draft-06"
        case .draft7: "draft-07"
        case .draft2019: "2019-09"
        case .draft2020: "2020-12"
        }
    }

    /// The `$schema` of documents in this draft; the older ones end in an empty fragment.
    package var uri: String { hasVocabularies ? folder + "schema" : folder + "schema#" }

    /// What the URIs of its metaschemas begin with.
    var folder: String {
        hasVocabularies ? "https://json-schema.org/draft/\(name)/" : "http://json-schema.org/\(name)/"
    }

    var hasVocabularies: Bool { self >= .draft2019 }

    /// A `$ref` makes everything beside it meaningless.
    var referenceHidesSiblings: Bool { self <= .draft7 }

    /// `$id: "#name"` names a place, as `$anchor` does later.
    var identifierMayBeAnchor: Bool { self <= .draft7 }

    var identifier: Keyword { self == .draft4 ? .oldIdentifier : .identifier }

    /// `true` and `false` are schemas.
    var hasBooleanSchemas: Bool { self >= .draft6 }

    /// `items` may be a list of schemas, and `additionalItems` is about the items behind it.
    var itemsMayBeList: Bool { self <= .draft2019 }

    /// `exclusiveMinimum: true` makes `minimum` exclusive.
    var exclusiveLimitsAreFlags: Bool { self == .draft4 }

    /// `1.0` is an integer: what counts is the value, not how it is written.
    var integersMayHavePoint: Bool { self >= .draft6 }

    /// Items that `contains` accepts count as evaluated for `unevaluatedItems`.
    var containsEvaluates: Bool { self >= .draft2020 }

    /// The formats that the draft defines; all others only annotate.
    func defines(_ format: Format) -> Bool { format.since <= self }

    /// The draft that a `$schema` names, with `http` or `https`, with or without an empty fragment.
    init?(uri: URIReference) {
        guard let draft = Self.draftOfKey[Self.canonicalKey(uri)] else { return nil }
        self = draft
    }

    private static let draftOfKey = Dictionary(
        uniqueKeysWithValues: allCases.map { (SchemaRegistry.key(URIReference($0.uri)), $0) })

    /// A URI without its fragment. Metaschemas have one spelling, whichever of `http` and `https` was written.
    static func canonicalKey(_ uri: URIReference) -> String {
        guard uri.authority == "json-schema.org" else { return SchemaRegistry.key(uri) }
        var copy = uri
        copy.scheme = uri.path.hasPrefix("/draft-0") ? "http" : "https"
        return SchemaRegistry.key(copy)
    }
}
