import SourceText
import YAMLDocuments

/// Why a document could not be judged to the end. It makes the document invalid: a gate fails closed.
enum Trouble {
    /// The schema led back to itself without a step into the document.
    case loop(SchemaNumber, YAMLNode)
    case tooDeep(YAMLNode)
    case tooCostly(YAMLNode)
    case patternTooCostly(Int, YAMLNode)

    func failure(root: YAMLNode, tables: SchemaTables) -> SchemaFailure {
        let (keyword, node, message, mend): (String, YAMLNode, String, String)
        switch self {
        case .loop(let schema, let instance):
            let place = tables.nodes[schema].location.label
            (keyword, node) = ("$ref", instance)
            message = "cannot be judged: the schema at \(place) refers to itself without end, or is nested too deeply"
            mend = "Mend the schema: a reference must not lead back to itself for the same value."
        case .tooDeep(let instance):
            (keyword, node, message) = ("$ref", instance, "cannot be judged: document and schema are nested too deeply")
            mend = "Flatten the document or the schema."
        case .tooCostly(let instance):
            (keyword, node, message) = ("$schema", instance, "cannot be judged: the schema needs too many steps")
            mend = "Simplify the schema's nested alternatives, or split the document."
        case .patternTooCostly(let pattern, let instance):
            (keyword, node) = ("pattern", instance)
            message = "cannot be judged: the pattern \(tables.patterns[pattern].source) is too costly for this text"
            mend = "Rewrite the pattern without repetitions inside repetitions."
        }
        let path = instancePath(to: node, from: root) ?? InstancePath()
        var failure = SchemaFailure(
            keyword: keyword, node: node, range: node.range, path: path,
            message: "\(path.name ?? "the document") \(message)", mend: mend, related: nil, schemaLocation: nil,
            subject: .value, accepted: [])
        failure.isUndecided = true
        return failure
    }
}

/// The path to a node, found by search; nil when the node is a key or elsewhere.
private func instancePath(to wanted: YAMLNode, from root: YAMLNode) -> InstancePath? {
    var open: [(node: YAMLNode, path: InstancePath)] = [(root, InstancePath())]
    // Every node once, however many aliases lead to it.
    var seen: Set<Int> = []
    while let (node, path) = open.popLast() {
        if node.identity == wanted.identity { return path }
        guard seen.insert(node.identity).inserted else { continue }
        for entry in node.entries { open.append((entry.value, path.appending(.key(entry.key.text)))) }
        for (index, item) in node.items.enumerated() { open.append((item, path.appending(.index(index)))) }
    }
    return nil
}
