/// What a value looks like, as far as a reader needs to know.
package indirect enum FieldType: Hashable, Sendable {
    case text, wholeNumber, number, trueOrFalse, mapping, anything
    case list(FieldType)
    /// One of several shapes.
    case either([FieldType])
    /// This value and no other.
    case fixed(String)
    /// Defined elsewhere under a name: by the kind itself, or by all kinds together.
    case definition(String, isShared: Bool)
}

/// A value of a closed set.
package struct AllowedValue: Hashable, Sendable {
    package let text: String
    package let description: String
}

/// A key of a document or of a part of one.
package struct FieldReference: Sendable {
    /// Dotted, from the part it belongs to; `[]` stands for every entry of a list.
    package let path: String
    package let type: FieldType
    /// Whether the mapping that holds the key must have it.
    package let isRequired: Bool
    package let description: String
    package let values: [AllowedValue]
    /// What the key means when it is absent, as YAML.
    package let defaultValue: String?
    /// As YAML, on one line.
    package let example: String?
}

/// Something with a name of its own: the `spec` of a kind, or a definition.
package struct PartReference: Sendable {
    package let name: String
    package let description: String
    package let type: FieldType
    /// In the order of the schema, nested ones behind the field that holds them; empty unless it is a mapping.
    package let fields: [FieldReference]
    package let values: [AllowedValue]
    package let example: String?
}
