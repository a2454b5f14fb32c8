import SourceText
import YAMLDocuments

/// Reads what one of the embedded schemas says to people. What only narrows (patterns, limits, conditions) is left to the
/// descriptions.
struct SchemaReader {
    /// Of the definitions that all kinds share.
    static let shared = SchemaReader("common")

    let root: YAMLNode?
    private let isShared: Bool

    /// - Parameter name: as in `EmbeddedSchemas`.
    init(_ name: String) {
        let file = SourceFile(path: name, bytes: Array((EmbeddedSchemas.text(name) ?? "").utf8))
        root = JSONReader.read(file).documents.first?.root
        isShared = name == "common"
    }

    func definitions() -> [PartReference] {
        (root?["$defs"]?.entries.map { $0 } ?? []).map { part(named: $0.key.text, $0.value) }
    }

    func part(named name: String, _ node: YAMLNode) -> PartReference {
        PartReference(
            name: name, description: text("description", of: node), type: type(of: node),
            fields: fields(below: node, path: ""), values: values(of: node), example: example(of: node))
    }

    // MARK: Fields

    /// - Parameter path: of the value that the subschema describes, with what joins the next key to it.
    private func fields(below node: YAMLNode, path: String) -> [FieldReference] {
        // What has a name is described under it.
        guard node["$ref"] == nil else { return [] }
        var fields: [FieldReference] = []
        let required = Set(node["required"]?.items.map(\.text) ?? [])
        for entry in node["properties"]?.entries.map({ $0 }) ?? [] where entry.value.kind == .mapping {
            let key = path + entry.key.text
            fields.append(field(at: key, entry.value, isRequired: required.contains(entry.key.text)))
            fields += self.fields(below: entry.value, path: key + ".")
        }
        if let items = node["items"] {
            fields += self.fields(below: items, path: path.isEmpty ? "[]." : path.dropLast() + "[].")
        }
        // A branch may be another shape of the value; conditions on known keys say nothing new.
        if types(of: node).count > 1 {
            for branch in [node["then"], node["else"]].compactMap({ $0 }) {
                fields += self.fields(below: branch, path: path)
            }
        }
        return fields
    }

    private func field(at path: String, _ node: YAMLNode, isRequired: Bool) -> FieldReference {
        FieldReference(
            path: path, type: type(of: node), isRequired: isRequired, description: text("description", of: node),
            values: node["$ref"] == nil ? values(of: node) : [],
            defaultValue: keyword("default", of: node).map(FlowText.of), example: example(of: node))
    }

    // MARK: Keywords

    /// The subschema's own, or else that of the definition that it refers to.
    private func keyword(_ name: String, of node: YAMLNode) -> YAMLNode? {
        if let own = node[name] { return own }
        guard let reference = node["$ref"]?.text, let (home, definition) = target(of: reference) else { return nil }
        return home.keyword(name, of: definition)
    }

    private func text(_ name: String, of node: YAMLNode) -> String { keyword(name, of: node)?.text ?? "" }

    private func example(of node: YAMLNode) -> String? {
        keyword("examples", of: node)?.items.first.map(FlowText.of)
    }

    private func values(of node: YAMLNode) -> [AllowedValue] {
        let descriptions = node["enumDescriptions"]?.items.map(\.text) ?? []
        let values = node["enum"]?.items.map(\.text) ?? []
        return zip(values, descriptions).map { AllowedValue(text: $0, description: $1) }
    }

    private func target(of reference: String) -> (SchemaReader, YAMLNode)? {
        let home = leadsToShared(reference) ? Self.shared : self
        return home.root?["$defs"]?[name(of: reference)].map { (home, $0) }
    }

    private func leadsToShared(_ reference: String) -> Bool { isShared || !reference.hasPrefix("#") }

    private func name(of reference: String) -> String { reference.split(separator: "/").last.map(String.init) ?? "" }

    // MARK: Types

    private func types(of node: YAMLNode) -> [String] {
        guard let type = node["type"] else { return [] }
        return type.kind == .sequence ? type.items.map(\.text) : [type.text]
    }

    private func type(of node: YAMLNode) -> FieldType {
        if let reference = node["$ref"]?.text {
            return .definition(name(of: reference), isShared: leadsToShared(reference))
        }
        if let value = node["const"] { return .fixed(FlowText.of(value)) }
        let types = types(of: node)
        let branches = types.count > 1 ? alternatives(of: node) : []
        let shapes = branches.isEmpty ? types.map { type(named: $0, of: node) } : branches
        if shapes.isEmpty { return node["allOf"]?.items.map(type).first { $0 != .anything } ?? .anything }
        return shapes.count == 1 ? shapes[0] : .either(shapes)
    }

    /// The shapes that `then` and `else` give a value of several types.
    private func alternatives(of node: YAMLNode) -> [FieldType] {
        var shapes: [FieldType] = []
        for branch in [node["then"], node["else"]].compactMap({ $0 }) {
            let shape = branch["items"].map { FieldType.list(type(of: $0)) } ?? type(of: branch)
            let nested = branch["then"] == nil ? [shape] : alternatives(of: branch)
            shapes += nested.filter { $0 != .anything && !shapes.contains($0) }
        }
        return shapes
    }

    private func type(named name: String, of node: YAMLNode) -> FieldType {
        switch name {
        case "string": .text
        case "integer": .wholeNumber
        case "number": .number
        case "boolean": .trueOrFalse
        case "array": .list(node["items"].map(type) ?? .anything)
        default: .mapping
        }
    }
}
