import YAMLDocuments

/// What is known of every keyword: how it is spelt, what value it takes, which vocabulary it belongs to and which
/// drafts have it. Reading, checking and the metaschemas all come from these rows.
enum KeywordTable {
    struct Row: Sendable {
        let keyword: Keyword
        let name: String
        let value: KeywordValue
        let vocabulary: Vocabularies
        let drafts: ClosedRange<SchemaDraft>
    }

    /// Sources: JSON Schema core and validation, drafts 04, 06, 07, 2019-09 and 2020-12.
    private static let written: [Row] = [
        row(.schema, "$schema", .uri, .core),
        row(.identifier, "$id", .identifier, .core, since: .draft6),
        row(.oldIdentifier, "id", .identifier, .core, until: .draft4),
        row(.reference, "$ref", .reference, .core),
        row(.dynamicReference, "$dynamicRef", .reference, .core, since: .draft2020),
        row(.recursiveReference, "$recursiveRef", .reference, .core, since: .draft2019, until: .draft2019),
        row(.anchor, "$anchor", .anchor, .core, since: .draft2019),
        row(.dynamicAnchor, "$dynamicAnchor", .anchor, .core, since: .draft2020),
        row(.recursiveAnchor, "$recursiveAnchor", .boolean, .core, since: .draft2019, until: .draft2019),
        row(.vocabulary, "$vocabulary", .vocabularies, .core, since: .draft2019),
        row(.comment, "$comment", .text, .core, since: .draft7),
        row(.defs, "$defs", .schemaMap, .core, since: .draft2019),
        // The older names stay understood: the metaschemas of 2019-09 and 2020-12 still describe them.
        row(.definitions, "definitions", .schemaMap, .core),

        row(.prefixItems, "prefixItems", .schemaList, .applicator, since: .draft2020),
        row(.items, "items", .items, .applicator),
        row(.additionalItems, "additionalItems", .schemaOrFlag, .applicator, until: .draft2019),
        row(.contains, "contains", .schema, .applicator, since: .draft6),
        row(.properties, "properties", .schemaMap, .applicator),
        row(.patternProperties, "patternProperties", .patternMap, .applicator),
        row(.additionalProperties, "additionalProperties", .schemaOrFlag, .applicator),
        row(.propertyNames, "propertyNames", .schema, .applicator, since: .draft6),
        row(.dependentSchemas, "dependentSchemas", .schemaMap, .applicator, since: .draft2019),
        row(.dependencies, "dependencies", .dependencies, .applicator),
        row(.condition, "if", .schema, .applicator, since: .draft7),
        row(.then, "then", .schema, .applicator, since: .draft7),
        row(.otherwise, "else", .schema, .applicator, since: .draft7),
        row(.allOf, "allOf", .schemaList, .applicator),
        row(.anyOf, "anyOf", .schemaList, .applicator),
        row(.oneOf, "oneOf", .schemaList, .applicator),
        row(.not, "not", .schema, .applicator),
        row(.unevaluatedItems, "unevaluatedItems", .schema, .unevaluated, since: .draft2019),
        row(.unevaluatedProperties, "unevaluatedProperties", .schema, .unevaluated, since: .draft2019),

        row(.type, "type", .types, .validation),
        row(.const, "const", .any, .validation, since: .draft6),
        row(.enum, "enum", .values, .validation),
        row(.multipleOf, "multipleOf", .positiveNumber, .validation),
        row(.maximum, "maximum", .number, .validation),
        row(.exclusiveMaximum, "exclusiveMaximum", .exclusiveLimit, .validation),
        row(.minimum, "minimum", .number, .validation),
        row(.exclusiveMinimum, "exclusiveMinimum", .exclusiveLimit, .validation),
        row(.maxLength, "maxLength", .count, .validation),
        row(.minLength, "minLength", .count, .validation),
        row(.pattern, "pattern", .pattern, .validation),
        row(.maxItems, "maxItems", .count, .validation),
        row(.minItems, "minItems", .count, .validation),
        row(.uniqueItems, "uniqueItems", .boolean, .validation),
        row(.maxContains, "maxContains", .count, .validation, since: .draft2019),
        row(.minContains, "minContains", .count, .validation, since: .draft2019),
        row(.maxProperties, "maxProperties", .count, .validation),
        row(.minProperties, "minProperties", .count, .validation),
        row(.required, "required", .names, .validation),
        row(.dependentRequired, "dependentRequired", .namesMap, .validation, since: .draft2019),

        row(.format, "format", .text, .format),
        row(.title, "title", .text, .metaData),
        row(.description, "description", .text, .metaData),
        row(.default, "default", .any, .metaData),
        row(.deprecated, "deprecated", .boolean, .metaData, since: .draft2019),
        row(.readOnly, "readOnly", .boolean, .metaData, since: .draft7),
        row(.writeOnly, "writeOnly", .boolean, .metaData, since: .draft7),
        row(.examples, "examples", .list, .metaData, since: .draft6),
        row(.contentEncoding, "contentEncoding", .text, .content, since: .draft7),
        row(.contentMediaType, "contentMediaType", .text, .content, since: .draft7),
        row(.contentSchema, "contentSchema", .schema, .content, since: .draft2019),
    ]

    private static func row(
        _ keyword: Keyword, _ name: String, _ value: KeywordValue, _ vocabulary: Vocabularies,
        since: SchemaDraft = .draft4, until: SchemaDraft = .draft2020
    ) -> Row {
        Row(keyword: keyword, name: name, value: value, vocabulary: vocabulary, drafts: since...until)
    }

    /// In the order of `Keyword`'s raw values.
    static let rows = written.sorted { $0.keyword.rawValue < $1.keyword.rawValue }

    private static let table = NameTable(rows.map(\.name))

    static func row(of keyword: Keyword) -> Row { rows[Int(keyword.rawValue)] }

    /// The keyword that is spelt so in some draft.
    static func keyword(_ name: ArraySlice<UInt8>) -> Keyword? {
        table.number(of: name).flatMap { Keyword(rawValue: UInt8($0)) }
    }

    static func keyword(_ name: BorrowedText, hash: UInt32) -> Keyword? {
        table.number(of: name, hash: hash).flatMap { Keyword(rawValue: UInt8($0)) }
    }

    /// The keywords of a draft, as far as they belong to some vocabularies.
    static func keywords(of draft: SchemaDraft, in vocabularies: Vocabularies) -> KeywordSet {
        KeywordSet(
            rows.lazy.filter { $0.drafts.contains(draft) && !vocabularies.isDisjoint(with: $0.vocabulary) }
                .map(\.keyword))
    }
}
