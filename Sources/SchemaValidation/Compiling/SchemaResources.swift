import YAMLDocuments

/// Finds the resources and anchors of the documents of a registry, reading a document when it is first asked for.
struct SchemaResources {
    private let registry: SchemaRegistry
    private(set) var list: [SchemaResource] = []
    private var numberOfURI: [String: Int] = [:]
    private var numberOfRoot: [NodeKey: Int] = [:]
    private var scannedURIs: Set<String> = []
    /// Members of large mappings such as `$defs`, which many references walk through.
    private var members: [NodeKey: [String: YAMLNode]] = [:]

    init(_ registry: SchemaRegistry) { self.registry = registry }

    subscript(number: Int) -> SchemaResource { list[number] }

    /// The number of the resource with this URI, whatever its fragment; nil when no given document has it.
    mutating func find(_ uri: URIReference) throws(SchemaError) -> Int? {
        let key = SchemaRegistry.key(uri)
        if let number = numberOfURI[key] { return number }
        if try scanDocument(key) { return numberOfURI[key] }
        if numberOfURI[key] == nil, let document = Metaschema.document(for: key) {
            try scanRoot(document.root, uri: URIReference(key))
            return numberOfURI[key]
        }
        // The URI may be an `$id` inside a document that nobody has looked at yet.
        for other in registry.documents.keys.sorted() where !scannedURIs.contains(other) {
            // A broken neighbour is reported when something refers to it.
            do { _ = try scanDocument(other) } catch { continue }
            if let number = numberOfURI[key] { return number }
        }
        return nil
    }

    /// The schema that a reference means, seen from a resource.
    mutating func resolve(
        _ text: String, from resource: Int, at node: YAMLNode
    ) throws(SchemaError) -> (place: SchemaPlace, anchor: String?) {
        let uri = URIReference(text).resolved(against: list[resource].uri)
        guard let number = try find(uri) else {
            throw SchemaError(
                .unresolvable, "\"\(text)\" leads to \(uri.withoutFragment), which is not among the given schemas",
                at: node)
        }
        guard let fragment = uri.decodedFragment else {
            throw SchemaError(.unresolvable, "\"\(text)\" has a fragment that is not percent-encoded UTF-8", at: node)
        }
        if fragment.isEmpty { return (SchemaPlace(resource: number, node: list[number].root), nil) }
        if fragment.hasPrefix("/") {
            guard let place = follow(pointer: fragment, from: number) else {
                throw SchemaError(.unresolvable, "\"\(text)\" leads to no place in \(list[number].uri)", at: node)
            }
            return (place, nil)
        }
        guard let target = list[number].anchors[fragment] ?? list[number].dynamicAnchors[fragment] else {
            throw SchemaError(
                .unresolvable, "\"\(text)\" names an anchor that \(list[number].uri) does not have", at: node)
        }
        return (SchemaPlace(resource: number, node: target), fragment)
    }

    /// Walks a JSON pointer (RFC 6901), entering embedded resources on the way.
    private mutating func follow(pointer: String, from resource: Int) -> SchemaPlace? {
        var place = SchemaPlace(resource: resource, node: list[resource].root)
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = unescapedPointerToken(token)
            switch place.node.kind {
            case .mapping:
                guard let next = member(name, of: place.node) else { return nil }
                place = SchemaPlace(resource: place.resource, node: next)
            case .sequence:
                guard let index = Int(name), place.node.items.indices.contains(index) else { return nil }
                place = SchemaPlace(resource: place.resource, node: place.node.items[index])
            case .scalar:
                return nil
            }
            if let embedded = numberOfRoot[NodeKey(place.node)] {
                place = SchemaPlace(resource: embedded, node: place.node)
            }
        }
        return place
    }

    private mutating func member(_ name: String, of node: YAMLNode) -> YAMLNode? {
        guard node.count > 32 else { return node[name] }
        let key = NodeKey(node)
        if let known = members[key] { return known[name] }
        let all = Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        members[key] = all
        return all[name]
    }

    private func unescapedPointerToken(_ token: Substring) -> String {
        guard token.contains("~") else { return String(token) }
        return token.split(separator: "~1", omittingEmptySubsequences: false)
            .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
            .joined(separator: "/")
    }

    // MARK: Scanning

    /// The resource that a schema at a place is: its own when it has an `$id`, else the place's.
    ///
    /// Schemas under unknown keywords are not scanned with their document, only when a reference leads to them.
    mutating func resource(of place: SchemaPlace) throws(SchemaError) -> Int {
        if let own = numberOfRoot[NodeKey(place.node)] { return own }
        if place.node["$id"] != nil {
            try scan(place.node, in: place.resource)
            return numberOfRoot[NodeKey(place.node)] ?? place.resource
        }
        return place.resource
    }

    private mutating func scanDocument(_ key: String) throws(SchemaError) -> Bool {
        guard let document = registry.documents[key], scannedURIs.insert(key).inserted else { return false }
        try scanRoot(document.root, uri: URIReference(key))
        return true
    }

    private mutating func scanRoot(_ root: YAMLNode, uri: URIReference) throws(SchemaError) {
        let number = list.count
        var own = uri
        if let id = root["$id"]?.string { own = URIReference(id).resolved(against: uri).withoutFragment }
        list.append(SchemaResource(uri: own, root: root))
        numberOfRoot[NodeKey(root)] = number
        numberOfURI[SchemaRegistry.key(uri)] = number
        try claim(own, for: number, at: root)
        try scanKeywords(root, in: number)
    }

    private mutating func scan(_ schema: YAMLNode, in resource: Int) throws(SchemaError) {
        guard schema.kind == .mapping, numberOfRoot[NodeKey(schema)] == nil else { return }
        var resource = resource
        if let id = schema["$id"]?.string {
            let uri = URIReference(id).resolved(against: list[resource].uri).withoutFragment
            resource = list.count
            list.append(SchemaResource(uri: uri, root: schema))
            numberOfRoot[NodeKey(schema)] = resource
            try claim(uri, for: resource, at: schema)
        }
        try scanKeywords(schema, in: resource)
    }

    private mutating func claim(_ uri: URIReference, for number: Int, at node: YAMLNode) throws(SchemaError) {
        let key = SchemaRegistry.key(uri)
        if let other = numberOfURI[key], other != number {
            throw SchemaError(
                .duplicateIdentifier, "$id \"\(key)\" is also that of another schema", at: node["$id"] ?? node)
        }
        numberOfURI[key] = number
    }

    private mutating func scanKeywords(_ schema: YAMLNode, in resource: Int) throws(SchemaError) {
        guard schema.kind == .mapping else { return }
        for entry in schema.entries {
            switch SubschemaPosition(keyword: entry.key.text) {
            case .one: try scan(entry.value, in: resource)
            case .list: for item in entry.value.items { try scan(item, in: resource) }
            case .map: for member in entry.value.entries { try scan(member.value, in: resource) }
            case nil: break
            }
        }
        if let name = schema["$anchor"]?.string {
            if let other = list[resource].anchors.updateValue(schema, forKey: name), other.identity != schema.identity {
                throw SchemaError(.duplicateIdentifier, "$anchor \"\(name)\" is used twice", at: schema["$anchor"])
            }
        }
        if let name = schema["$dynamicAnchor"]?.string {
            let other = list[resource].dynamicAnchors.updateValue(schema, forKey: name)
            if let other, other.identity != schema.identity {
                throw SchemaError(
                    .duplicateIdentifier, "$dynamicAnchor \"\(name)\" is used twice", at: schema["$dynamicAnchor"])
            }
        }
    }
}
