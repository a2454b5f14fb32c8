/// The form that a keyword's value must have.
enum KeywordValue: Sendable {
    case schema, schemaList, schemaMap
    /// A schema; also in draft-04, where booleans are no schemas, `true` or `false`.
    case schemaOrFlag
    /// Keys are patterns, values schemas.
    case patternMap
    /// A schema; up to 2019-09 also a list of schemas for the items in order.
    case items
    /// Schemas or lists of keys.
    case dependencies
    case uri, reference, identifier, anchor, vocabularies
    case text, boolean, any, list, pattern
    case number, positiveNumber, count
    /// A number; in draft-04 a boolean beside `minimum` or `maximum`.
    case exclusiveLimit
    case types, values
    case names, namesMap
}

extension KeywordValue {
    var hasSchemas: Bool { SubschemaPosition(self, isList: false) != nil }
}

/// Where schemas are in the value of a keyword.
enum SubschemaPosition {
    case one, list, map

    init?(_ value: KeywordValue, isList: Bool) {
        switch value {
        case .schema, .schemaOrFlag: self = .one
        case .schemaList: self = .list
        case .schemaMap, .patternMap, .dependencies: self = .map
        case .items: self = isList ? .list : .one
        default: return nil
        }
    }
}
