import SourceText
import YAMLDocuments

/// What `Ref` stands for in a CloudFormation template where it names a parameter with a default: the default, which
/// holds unless whoever deploys the template gives another value (CloudFormation Template Reference, "Parameters
/// section", "Ref"; in JSON and in the long form of YAML it is a mapping of the one key `Ref`).
///
/// The parameter itself stays in the tree, so that a default that changed is also found where it stands.
struct TemplateParameters {
    private let defaults: [String: DerivedNode]

    init(of template: YAMLNode) {
        let parameters = (template["Parameters"]?.entries).map(Array.init) ?? []
        defaults = Dictionary(
            parameters.compactMap { entry in
                guard let value = entry.value["Default"], value.kind == .scalar else { return nil }
                return (entry.key.text, Self.value(value, ofType: entry.value["Type"]?.text ?? ""))
            }, uniquingKeysWith: { first, _ in first })
    }

    var isEmpty: Bool { defaults.isEmpty }

    func resolved(_ node: YAMLNode) -> DerivedNode {
        switch node.kind {
        case .scalar:
            return Self.isReference(node) ? defaults[node.text] ?? .written(node) : .written(node)
        case .sequence: return .sequence(node.items.map(resolved), for: node)
        case .mapping:
            if node.count == 1, let name = node["Ref"], name.kind == .scalar, let value = defaults[name.text] {
                return value
            }
            return .mapping(node.entries.map { (.written($0.key), resolved($0.value)) }, for: node)
        }
    }

    /// A default is a text or a number, whatever its quotes; a list is written as one text.
    private static func value(_ node: YAMLNode, ofType type: String) -> DerivedNode {
        guard type == "CommaDelimitedList" || type.hasPrefix("List<") else { return .text(node.text, for: node) }
        let parts = node.text.split(separator: ",").map { part in
            part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        }
        return .sequence(parts.map { .text(String($0), for: node) }, for: node)
    }

    /// The trees do not keep tags: what stands in front of the value tells.
    private static func isReference(_ node: YAMLNode) -> Bool {
        let bytes = node.source.bytes
        let before = bytes.prefix(node.range.lowerBound).reversed().drop { $0 == UInt8(ascii: " ") }
        return before.starts(with: "!Ref".utf8.reversed())
    }
}
