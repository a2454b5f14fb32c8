import PlanModel
import SourceText
import YAMLDocuments

/// The fields of a kind as its schema defines them: their paths, without indices, and the definition in
/// `common.schema.json` that each of them refers to.
struct SchemaFields {
    struct Field: Hashable {
        let path: String
        /// Such as `timestamp` or `ownerRef`.
        let definition: String
    }

    private(set) var fields: Set<Field> = []

    init(of kind: DocumentKind) {
        let schema = Self.schemas[kind.name]
        visit(schema, definitions: schema, path: "", open: [])
    }

    /// Roots of all schemas by name.
    private static let schemas: [String: YAMLNode] = EmbeddedSchemas.names.reduce(into: [:]) { schemas, name in
        let source = SourceFile(path: name, bytes: Array((EmbeddedSchemas.text(name) ?? "").utf8))
        schemas[name] = JSONReader.read(source).documents.first?.root
    }

    private mutating func visit(_ schema: YAMLNode?, definitions: YAMLNode?, path: String, open: Set<String>) {
        guard let schema, schema.kind == .mapping else { return }
        if let reference = schema["$ref"]?.string, let name = reference.split(separator: "/").last.map(String.init) {
            fields.insert(Field(path: path, definition: name))
            let home = reference.hasPrefix("common") ? Self.schemas["common"] : definitions
            // Quorums nest.
            if !open.contains(name) {
                visit(home?["$defs"]?[name], definitions: home, path: path, open: open.union([name]))
            }
        }
        for entry in schema["properties"]?.entries.map({ $0 }) ?? [] {
            let key = entry.key.text
            visit(entry.value, definitions: definitions, path: path.isEmpty ? key : "\(path).\(key)", open: open)
        }
        for key in ["items", "then", "else"] { visit(schema[key], definitions: definitions, path: path, open: open) }
        for key in ["allOf", "anyOf", "oneOf"] {
            for part in schema[key]?.items.map({ $0 }) ?? [] {
                visit(part, definitions: definitions, path: path, open: open)
            }
        }
    }
}
