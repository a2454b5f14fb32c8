import Synchronization

/// A compiled schema as the evaluator reads it: flat tables of records without references. Numbers of instructions'
/// operands are those of `SchemaTables`, which has what is needed more rarely.
final class SchemaProgram: Sendable {
    let tables: SchemaTables
    let schemas: [SchemaRecord]
    let instructions: [Instruction]
    let members: [MemberRecord]
    let names: [NameRecord]
    let memberPatterns: [MemberPatternRecord]
    let elements: [ElementRecord]
    let contains: [ContainsRecord]
    let conditionals: [ConditionalRecord]
    let dependentSchemas: [TableRange]
    let dependentRequired: [TableRange]
    let dependents: [DependentRecord]
    let keys: [KeyRecord]
    let lists: [TableRange]
    /// The schemas of `lists` and of elements' prefixes.
    let listItems: [Int32]
    let valueLists: [TableRange]
    let values: [ValueRecord]
    /// For each number of the tables its machine form, where it has one.
    let numbers: [ScaledDecimal?]
    /// Names and values, as UTF-8.
    let text: [UInt8]
    /// Made when the patterns have been used so often that it pays.
    private let automata = AtomicLazyReference<PatternAutomata>()
    private let patternUses = Atomic<Int>(0)
    /// True when `$dynamicRef` needs to know through which resources evaluation went.
    let keepsScope: Bool

    init(_ tables: SchemaTables) {
        var builder = ProgramBuilder(tables)
        builder.build()
        self.tables = tables
        schemas = builder.schemas
        instructions = builder.instructions
        members = builder.members
        names = builder.names
        memberPatterns = builder.memberPatterns
        elements = builder.elements
        contains = builder.contains
        conditionals = builder.conditionals
        dependentSchemas = builder.dependentSchemas
        dependentRequired = builder.dependentRequired
        dependents = builder.dependents
        keys = builder.keys
        lists = builder.lists
        listItems = builder.listItems
        valueLists = builder.valueLists
        values = builder.values
        numbers = tables.numbers.map { ScaledDecimal($0) }
        text = builder.text
        keepsScope = builder.keepsScope
    }

    /// The schema that a `$dynamicRef` leads to, with the resources that evaluation has entered, outermost first.
    func target(of number: Int, in scope: [Int]) -> SchemaNumber {
        let reference = tables.dynamicReferences[number]
        for resource in scope {
            if let target = reference.targets[resource] { return target }
        }
        return reference.fallback
    }

    // MARK: Patterns

    /// Uses of patterns after which they are worth automata: few enough for a few documents to be judged without.
    private static let fewPatternUses = 200

    /// The patterns' automata, if they have been made.
    var madeAutomata: PatternAutomata? { automata.load() }

    /// The patterns' automata.
    func makeAutomata() -> PatternAutomata {
        automata.load() ?? automata.storeIfNil(PatternAutomata(tables.patterns))
    }

    /// Notes that a pattern was matched without its automaton; gives the automata when that has become too often.
    func notePatternUse() -> PatternAutomata? {
        let uses = patternUses.wrappingAdd(1, ordering: .relaxed).newValue
        return uses > Self.fewPatternUses ? makeAutomata() : nil
    }
}
