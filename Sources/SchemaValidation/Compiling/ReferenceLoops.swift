import SourceText
import YAMLDocuments

/// Schemas that apply themselves to the same value again: judging by them would never end.
extension SchemaTables {
    /// Loops to tell of: each has a start of its own, and mending one often mends others.
    private static let maximumLoops = 20

    /// One error for each loop, with its steps. Dynamic references are left to the evaluator: where they lead is only
    /// known there.
    func loops() -> [SchemaError] {
        var found: [SchemaError] = []
        // 0: not seen, 1: on the way, 2: done.
        var state = [UInt8](repeating: 0, count: schemas.count)
        var way: [(schema: SchemaNumber, next: [SchemaNumber])] = []
        for start in schemas.indices where state[start] == 0 {
            state[start] = 1
            way.append((start, applied(by: start)))
            while let top = way.indices.last {
                guard let next = way[top].next.popLast() else {
                    state[way[top].schema] = 2
                    way.removeLast()
                    continue
                }
                switch state[next] {
                case 0:
                    state[next] = 1
                    way.append((next, applied(by: next)))
                case 1 where found.count < Self.maximumLoops:
                    let first = way.lastIndex { $0.schema == next } ?? top
                    found.append(loop(way[first...].map(\.schema)))
                default: break
                }
            }
        }
        return found
    }

    /// The schemas that a schema applies to the value that it is applied to itself.
    private func applied(by schema: SchemaNumber) -> [SchemaNumber] {
        var applied: [SchemaNumber] = []
        for instruction in instructions(of: schema) {
            switch instruction {
            case .reference(let target), .not(let target): applied.append(target)
            case .allOf(let list), .anyOf(let list), .oneOf(let list): applied += lists[list]
            case .conditional(let number):
                let rule = conditionals[number]
                applied += [rule.condition, rule.then, rule.otherwise].compactMap { $0 }
            case .dependentSchemas(let number): applied += dependentSchemas[number].map(\.schema)
            default: break
            }
        }
        return applied
    }

    private func loop(_ schemas: [SchemaNumber]) -> SchemaError {
        let references = schemas.filter { schema in
            instructions(of: schema).contains { if case .reference = $0 { true } else { false } }
        }
        let steps = references.compactMap { nodes[$0].entry("$ref")?.value }
        let texts = steps.prefix(8).map { "\"\($0.text)\"" } + (steps.count > 8 ? ["…"] : [])
        let start = steps.first ?? nodes[schemas[0]]
        return SchemaError(
            .loop,
            "the schema refers to itself without a step into the document: "
                + (texts.isEmpty ? "it contains itself" : texts.joined(separator: " → ")),
            mend: "Let the reference stand under a keyword such as properties or items, or take it out.", at: start,
            related: steps.dropFirst().prefix(8).map { RelatedLocation($0.location, label: "leads on from here") })
    }
}
