import YAMLDocuments

// The records of a `SchemaProgram`: `SchemaTables` in a form without references, so that reading one counts none.
// Ranges are places in another table of the program; -1 stands for a schema that is not there.

/// A range of places in a table.
struct TableRange: Sendable {
    var lower: Int32 = 0
    var upper: Int32 = 0

    init() {}

    init(_ range: Range<Int>) {
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
    var isEmpty: Bool { lower == upper }
}

struct SchemaRecord: Sendable {
    /// The instructions that judge a node, after `ProgramBuilder` has simplified them.
    var instructions = TableRange()
    var resource: Int32 = 0
    /// True when `unevaluatedItems` or `unevaluatedProperties` is among the instructions.
    var tracksEvaluated = false
    /// True when no instruction applies another schema.
    var isLeaf = false
}

/// The keywords about the entries of a mapping.
struct MemberRecord: Sendable {
    /// The places of a hash table; their number is a power of two.
    var names: TableRange
    /// The bits `hash & 63` of all names' hashes: most keys that are none of few names are told by it.
    var nameBits: UInt64
    var requiredCount: Int32
    var patterns: TableRange
    var additional: Int32
}

/// A name in the hash table of a `MemberRecord`.
struct NameRecord: Sendable {
    var hash: UInt32 = 0
    /// In the program's text; nothing for a free place, whose `isFree` is set.
    var text = TableRange()
    var schema: Int32 = -1
    var isRequired = false
    var isFree = true
}

struct MemberPatternRecord: Sendable {
    let pattern: Int32
    let schema: Int32
}

struct ElementRecord: Sendable {
    let prefix: TableRange
    let rest: Int32
}

struct ContainsRecord: Sendable {
    let schema: Int32
    let minimum: Int
    /// `Int.max` for none.
    let maximum: Int
    /// Whether accepted items count as evaluated.
    let evaluates: Bool
}

struct ConditionalRecord: Sendable {
    let condition: Int32
    let then: Int32
    let otherwise: Int32
}

/// One accepted value of `const` or `enum`.
struct ValueRecord: Sendable {
    /// Nil for a mapping or sequence.
    let type: ScalarType?
    let hash: UInt32
    let text: TableRange
    let boolean: Bool
    /// The value of a number that fits.
    let number: ScaledDecimal?
}

/// A key to look for in mappings.
struct KeyRecord: Sendable {
    let hash: UInt32
    let text: TableRange
}

/// A part of `dependentSchemas` or `dependentRequired`.
struct DependentRecord: Sendable {
    let key: KeyRecord
    let schema: Int32
    /// Keys that must be there too.
    let required: TableRange
}
