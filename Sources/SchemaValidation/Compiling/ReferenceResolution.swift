import SourceText
import YAMLDocuments

/// From the text of a `$ref` to the schema that it means.
extension SchemaResources {
    struct Target {
        let place: SchemaPlace
        /// The name, when the reference leads to an anchor.
        var anchor: String?
    }

    /// The schema that a reference means, seen from a resource.
    mutating func resolve(_ text: String, from resource: Int, at node: YAMLNode) throws(SchemaError) -> Target {
        let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        let number = try target(of: String(text[..<mark]), text, from: resource, at: node)
        guard let fragment = percentDecoded(String(text.unicodeScalars[mark...].dropFirst())) else {
            throw SchemaError(
                .unresolvable, "\"\(text)\" has a fragment that is not percent-encoded UTF-8",
                mend: "Write % only before two hexadecimal digits.", at: node)
        }
        if fragment.isEmpty { return Target(place: SchemaPlace(resource: number, node: self[number].root)) }
        if fragment.hasPrefix("/") { return Target(place: try follow(fragment, in: number, text, at: node)) }
        guard let target = self[number].anchors[fragment] ?? self[number].dynamicAnchors[fragment] else {
            throw noAnchor(fragment, in: number, text, at: node)
        }
        return Target(place: SchemaPlace(resource: number, node: target), anchor: fragment)
    }

    /// The number of the resource that a reference without its fragment means.
    private mutating func target(
        of base: String, _ text: String, from resource: Int, at node: YAMLNode
    ) throws(SchemaError) -> Int {
        if base.isEmpty { return resource }
        let key = Base(text: base, resource: resource)
        if let known = numberOfBase[key] { return known }
        let uri = URIReference(base).resolved(against: self[resource].uri)
        guard let found = try find(uri, at: node) else { throw notGiven(text, uri, at: node) }
        numberOfBase[key] = found
        return found
    }

    /// A relative reference and the resource that it is relative to.
    struct Base: Hashable {
        let text: String
        let resource: Int
    }

    /// Walks a JSON pointer (RFC 6901), entering embedded resources on the way.
    private mutating func follow(
        _ pointer: String, in resource: Int, _ text: String, at reference: YAMLNode
    ) throws(SchemaError) -> SchemaPlace {
        var place = SchemaPlace(resource: resource, node: self[resource].root)
        // Whether the place is a schema that scanning has seen, or inside the value of a keyword with schemas.
        var isSchema = true
        var isInside = false
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = unescapedPointerToken(token)
            guard let next = child(name, of: place.node) else {
                throw noPlace(name, in: place.node, text, at: reference)
            }
            var position: SubschemaPosition?
            if isSchema {
                let keyword = KeywordTable.keyword(Array(name.utf8)[...])
                if let keyword, self[place.resource].dialect.keywords.contains(keyword) {
                    position = SubschemaPosition(
                        KeywordTable.row(of: keyword).value, isList: next.kind == .sequence)
                }
                isSchema = position == .one
                isInside = position == .list || position == .map
            } else {
                isSchema = isInside
                isInside = false
            }
            place = SchemaPlace(resource: number(ofRoot: next) ?? place.resource, node: next)
        }
        place.isUnscanned = !isSchema
        return place
    }

    private mutating func child(_ name: String, of node: YAMLNode) -> YAMLNode? {
        switch node.kind {
        case .mapping: return member(name, of: node)
        case .sequence:
            guard let index = Int(name), node.items.indices.contains(index) else { return nil }
            return node.items[index]
        case .scalar: return nil
        }
    }

    private mutating func member(_ name: String, of node: YAMLNode) -> YAMLNode? {
        guard node.count > 16 else { return node[name] }
        let key = NodeKey(node)
        if let known = members[key] { return known[name] }
        let all = Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        members[key] = all
        return all[name]
    }

    private func unescapedPointerToken(_ token: Substring) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
        return token.split(separator: "~1", omittingEmptySubsequences: false)
            .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
            .joined(separator: "/")
    }

    // MARK: Errors

    /// Names that a wrong one is compared with.
    private static let maximumNames = 2_000

    private func notGiven(_ text: String, _ uri: URIReference, at node: YAMLNode) -> SchemaError {
        let target = uri.withoutFragment.description
        if uri.scheme == "http" || uri.scheme == "https" {
            return SchemaError(
                .unresolvable,
                "\"\(text)\" leads to \(target), which is not among the given schemas, and nothing is fetched",
                mend: "Save that schema as a file and give it as well (--schema-ref FILE), or put a copy under $defs.",
                at: node)
        }
        let near = nearestName(to: target, among: knownURIs)
        return SchemaError(
            .unresolvable,
            "\"\(text)\" leads to \(target), which is not among the given schemas"
                + (near.map { "; did you mean \($0)?" } ?? ""),
            mend: near.map { "Refer to \($0)." }
                ?? "Correct the reference, or give that schema as well (--schema-ref FILE).",
            at: node)
    }

    private func noPlace(_ name: String, in node: YAMLNode, _ text: String, at reference: YAMLNode) -> SchemaError {
        let names = node.entries.prefix(Self.maximumNames).map(\.key.text)
        let near = nearestName(to: name, among: names)
        let mend: String
        if let near, let entry = node.entry(near) {
            mend = "Write \"\(near)\" in place of \"\(name)\": it is at \(entry.key.location.label)."
        } else if names.isEmpty {
            mend = "Correct the reference."
        } else {
            mend = "Use one of the names that are there: \(Wording.enumeration(names))."
        }
        return SchemaError(
            .unresolvable,
            "\"\(text)\" leads nowhere: there is no \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
            mend: mend, at: reference, related: [RelatedLocation(node.location, label: "looked for here")])
    }

    private func noAnchor(
        _ name: String, in resource: Int, _ text: String, at reference: YAMLNode
    ) -> SchemaError {
        let names = Set(self[resource].anchors.keys).union(self[resource].dynamicAnchors.keys).sorted()
            .filter { !$0.isEmpty }
        // `#name` is often meant for `#/$defs/name`.
        for keyword in ["$defs", "definitions"] where self[resource].root[keyword]?.entry(name) != nil {
            return SchemaError(
                .unresolvable, "\"\(text)\" names an anchor, and there is none of that name",
                mend: "Write \"#/\(keyword)/\(name)\".", at: reference)
        }
        let near = nearestName(to: name, among: names)
        return SchemaError(
            .unresolvable,
            "\"\(text)\" names an anchor that \(self[resource].uri) does not have"
                + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
            mend: near.map { "Write \"#\($0)\"." } ?? "Write `$anchor: \(name)` in the schema that is meant.",
            at: reference)
    }
}
