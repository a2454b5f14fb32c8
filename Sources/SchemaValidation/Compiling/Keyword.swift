/// Every keyword of the drafts that are known, `$id` to `contentSchema`. What is known of each is in `KeywordTable`.
enum Keyword: UInt8, CaseIterable, Sendable {
    case schema, identifier, oldIdentifier, reference, dynamicReference, recursiveReference
    case anchor, dynamicAnchor, recursiveAnchor, vocabulary, comment, defs, definitions
    case prefixItems, items, additionalItems, contains
    case properties, patternProperties, additionalProperties, propertyNames
    case dependentSchemas, dependencies, condition, then, otherwise, allOf, anyOf, oneOf, not
    case unevaluatedItems, unevaluatedProperties
    case type, const, `enum`
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern
    case maxItems, minItems, uniqueItems, maxContains, minContains
    case maxProperties, minProperties, required, dependentRequired
    case format
    case title, description, `default`, deprecated, readOnly, writeOnly, examples
    case contentEncoding, contentMediaType, contentSchema

    var name: String { KeywordTable.row(of: self).name }
}

/// A set of keywords as bits.
struct KeywordSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ keyword: Keyword) { rawValue = 1 << UInt64(keyword.rawValue) }

    init(_ keywords: some Sequence<Keyword>) {
        self = keywords.reduce(into: []) { $0.formUnion(KeywordSet($1)) }
    }

    func contains(_ keyword: Keyword) -> Bool { rawValue & 1 << UInt64(keyword.rawValue) != 0 }
}
