import PlanModel
import YAMLDocuments

/// A reference as it stands in a document, with what its field expects.
struct FoundReference {
    let reference: Located<DocumentReference>
    let field: ReferenceField

    /// Every reference in a document, in the order of the table of fields.
    static func all(in document: any PlanDocument) -> [FoundReference] {
        ReferenceField.of(type(of: document).kind).flatMap { field -> [FoundReference] in
            let parts = field.path.split(separator: ".")[...]
            return scalars(at: parts, below: document.envelope.document.root, path: "").compactMap { scalar in
                guard let text = scalar.node.string, let reference = reading(text, in: field) else { return nil }
                return FoundReference(
                    reference: Located(reference, node: scalar.node, field: scalar.path), field: field)
            }
        }
    }

    /// In free text only what a reader takes for a reference is one: a colon with a name behind it, as names are written.
    /// `https://…` is none.
    private static func reading(_ text: String, in field: ReferenceField) -> DocumentReference? {
        guard let reference = DocumentReference(text) else { return nil }
        guard field.isFreeText else { return reference }
        let isName = reference.name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "-")
        }
        return isName ? reference : nil
    }

    /// The scalars that a path without indices leads to, with their paths with indices.
    private static func scalars(
        at parts: ArraySlice<Substring>, below node: YAMLNode, path: String
    ) -> [(node: YAMLNode, path: String)] {
        switch node.kind {
        case .sequence:
            return node.items.enumerated().flatMap { index, item in
                scalars(at: parts, below: item, path: "\(path)[\(index)]")
            }
        case .scalar:
            return parts.isEmpty ? [(node, path)] : []
        case .mapping:
            guard let part = parts.first else { return [] }
            let entries = part == "*" ? Array(node.entries) : [node.entry(String(part))].compactMap { $0 }
            return entries.flatMap { entry in
                scalars(
                    at: parts.dropFirst(), below: entry.value,
                    path: path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)")
            }
        }
    }
}
