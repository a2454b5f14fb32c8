import Foundation
import YAMLDocuments

/// One subschema of a file of `schemas/v1`, as an editor meets it.
struct KindSchemaPlace: CustomStringConvertible {
    enum Role {
        /// Value of a key, or entry of a list or mapping: what a person points at.
        case value
        case definition
        /// Says more about a value that another subschema describes: branches, and what they say about known keys.
        case constraint
    }

    let file: String
    /// JSON pointer, without `#`.
    let pointer: String
    let node: YAMLNode
    let role: Role

    var description: String { "\(file)#\(pointer)" }

    /// A keyword of the subschema, or else of what it refers to: a keyword beside `$ref` wins.
    func keyword(_ name: String) -> YAMLNode? {
        var place = (file: file, node: node)
        while true {
            if let value = place.node[name] { return value }
            guard let target = Self.target(of: place.node, in: place.file) else { return nil }
            place = target
        }
    }

    var types: [String] {
        guard let type = keyword("type") else { return [] }
        return type.kind == .sequence ? type.items.map(\.text) : [type.text]
    }

    private static func target(of node: YAMLNode, in file: String) -> (file: String, node: YAMLNode)? {
        guard let reference = node["$ref"]?.text, let hash = reference.firstIndex(of: "#") else { return nil }
        let home = hash == reference.startIndex ? file : String(reference[..<hash])
        var node = KindSchemaTests.registryDocument(home)
        for key in reference[reference.index(after: hash)...].split(separator: "/") { node = node?[String(key)] }
        return node.map { (home, $0) }
    }

    // MARK: All of them

    static func all(in file: String) -> [KindSchemaPlace] {
        guard let root = KindSchemaTests.registryDocument(file) else { return [] }
        var places: [KindSchemaPlace] = []
        visit(KindSchemaPlace(file: file, pointer: "", node: root, role: .definition), known: [], &places)
        return places
    }

    /// - Parameter known: keys that a subschema around this one describes; `*` stands for all.
    private static func visit(_ place: KindSchemaPlace, known: Set<String>, _ places: inout [KindSchemaPlace]) {
        guard place.node.kind == .mapping else { return }
        places.append(place)
        func child(_ path: String, _ node: YAMLNode?, _ role: Role, known: Set<String> = []) {
            guard let node else { return }
            let child = KindSchemaPlace(file: place.file, pointer: "\(place.pointer)/\(path)", node: node, role: role)
            visit(child, known: known, &places)
        }
        let all: Set = ["*"]
        let keys = Set(place.node["properties"]?.entries.map(\.key.text) ?? [])
        for key in keys.sorted() {
            let isKnown = known == all || known.contains(key)
            child(
                "properties/\(key)", place.node["properties"]?[key], isKnown ? .constraint : .value,
                known: isKnown ? all : [])
        }
        for name in (place.node["$defs"]?.entries.map(\.key.text) ?? []).sorted() {
            child("$defs/\(name)", place.node["$defs"]?[name], .definition)
        }
        for keyword in ["items", "additionalProperties"] {
            let role: Role = place.role == .constraint ? .constraint : .value
            child(keyword, place.node[keyword], role, known: known == all ? all : [])
        }
        child("if", place.node["if"], .constraint, known: all)
        for keyword in ["then", "else"] {
            child(keyword, place.node[keyword], .constraint, known: known == all ? all : known.union(keys))
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for (index, branch) in (place.node[keyword]?.items.map { $0 } ?? []).enumerated() {
                child("\(keyword)/\(index)", branch, .constraint, known: known == all ? all : known.union(keys))
            }
        }
    }
}
