import YAMLDocuments

/// One assertion or applicator of a compiled schema. Numbers are places in the tables of `CompiledSchema`; the type
/// holds no references, so reading one costs no reference counting.
enum Instruction: Sendable {
    /// The schema `false`.
    case never
    case type(TypeSet)
    /// `const` and `enum`: a list of accepted values.
    case oneOfValues(Int, isConstant: Bool)
    case minimum(Int)
    case maximum(Int)
    case exclusiveMinimum(Int)
    case exclusiveMaximum(Int)
    case multipleOf(Int)
    case minLength(Int)
    case maxLength(Int)
    case pattern(Int)
    case format(Format)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case contains(Int)
    /// `prefixItems` and `items`.
    case elements(Int)
    case minProperties(Int)
    case maxProperties(Int)
    /// `required`, `properties`, `patternProperties` and `additionalProperties`: one pass over the entries.
    case members(Int)
    case propertyNames(SchemaNumber)
    case dependentRequired(Int)
    case dependentSchemas(Int)
    /// `mayLoop` when the target leads back here without a step into the instance.
    case reference(SchemaNumber)
    case dynamicReference(Int)
    case allOf(Int)
    case anyOf(Int)
    case oneOf(Int)
    case not(SchemaNumber)
    case conditional(Int)
    case unevaluatedItems(SchemaNumber)
    case unevaluatedProperties(SchemaNumber)
}

/// The place of a schema in `CompiledSchema.schemas`.
typealias SchemaNumber = Int

/// The types of JSON Schema, `integer` being a part of `number`.
struct TypeSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let boolean = TypeSet(rawValue: 2)
    static let integer = TypeSet(rawValue: 4)
    static let number = TypeSet(rawValue: 12)
    static let string = TypeSet(rawValue: 16)
    static let array = TypeSet(rawValue: 32)
    static let object = TypeSet(rawValue: 64)
    /// The integers of draft-04: numbers written without a point and exponent.
    static let integerAsWritten = TypeSet(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init?(name: String) {
        switch name {
        case "null": self = .null
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "number": self = .number
        case "string": self = .string
        case "array": self = .array
        case "object": self = .object
        default: return nil
        }
    }

    /// The types that a node has. Infinities and NaN, which JSON has not, are of no type.
    init(of node: YAMLNode) {
        switch node.scalarType {
        case nil: self = node.kind == .mapping ? .object : .array
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer: self = [.number, .integerAsWritten]
        case .float:
            guard let value = node.decimal else {
                self = []
                return
            }
            self = value.isInteger ? .number : TypeSet(rawValue: 8)
        case .string: self = .string
        }
    }

    /// True when a value of the types `actual` is acceptable.
    func accepts(_ actual: TypeSet) -> Bool { !isDisjoint(with: actual) }
}

/// The keywords about the entries of a mapping.
struct MemberRules: Sendable {
    struct Slot: Sendable {
        var schema: SchemaNumber?
        var isRequired = false
    }

    let names: NameTable
    /// One for each name, in the order of `names`.
    let slots: [Slot]
    let requiredCount: Int
    let patterns: [(pattern: Int, schema: SchemaNumber)]
    let additional: SchemaNumber?
}

/// The keywords about the items of a sequence.
struct ElementRules: Sendable {
    let prefix: [SchemaNumber]
    let rest: SchemaNumber?
}

struct ContainsRule: Sendable {
    let schema: SchemaNumber
    let minimum: Int
    let maximum: Int?
    /// Whether accepted items count as evaluated.
    let evaluates: Bool
}

struct ConditionalRule: Sendable {
    let condition: SchemaNumber
    let then: SchemaNumber?
    let otherwise: SchemaNumber?
}

/// `$dynamicRef`: the target by name in the outermost resource of the dynamic scope that has it, else the static one.
struct DynamicReference: Sendable {
    let fallback: SchemaNumber
    var targets: [Int: SchemaNumber] = [:]
}
