import SourceText
import YAMLDocuments

/// Finds the resources and anchors of the documents of a registry, reading a document when it is first asked for.
struct SchemaResources {
    let registry: SchemaRegistry
    /// Of documents that say nothing about it.
    let defaultDraft: SchemaDraft
    private(set) var list: [SchemaResource] = []
    /// Dialects of metaschemas that are not ours, by URI.
    var dialects: [String: Dialect] = [:]
    /// Identifiers that are used twice, with the resource where they are.
    private(set) var duplicates: [(resource: Int, error: SchemaError)] = []
    private var numberOfURI: [String: Int] = [:]
    private var numberOfRoot: [NodeKey: Int] = [:]
    private var scannedURIs: Set<String> = []
    /// Where relative references lead; schemas repeat them with many fragments.
    var numberOfBase: [Base: Int] = [:]
    /// Members of large mappings such as `$defs`, which many references walk through.
    var members: [NodeKey: [String: YAMLNode]] = [:]
    /// What the resolver has answered.
    private var resolved: [String: YAMLDocument?] = [:]

    init(_ registry: SchemaRegistry, defaultDraft: SchemaDraft) {
        self.registry = registry
        self.defaultDraft = defaultDraft
    }

    subscript(number: Int) -> SchemaResource { list[number] }

    /// The number of the resource that starts at a node.
    func number(ofRoot node: YAMLNode) -> Int? { numberOfRoot[NodeKey(node)] }

    /// All URIs under which a resource is known, for suggestions.
    var knownURIs: [String] { Set(numberOfURI.keys).union(registry.documents.keys).sorted() }

    /// The number of the resource with this URI, whatever its fragment; nil when no given document has it.
    ///
    /// - Parameter node: where the URI is asked for, for the resolver's error.
    mutating func find(_ uri: URIReference, at node: YAMLNode?) throws(SchemaError) -> Int? {
        let key = SchemaDraft.canonicalKey(uri)
        if let number = numberOfURI[key] { return number }
        if scanDocument(key) { return numberOfURI[key] }
        if let document = Metaschema.document(for: key) {
            scanRoot(document.root, uri: URIReference(key))
            return numberOfURI[key]
        }
        // The URI may be an `$id` inside a document that nobody has looked at yet.
        for other in registry.documents.keys.sorted() where !scannedURIs.contains(other) {
            _ = scanDocument(other)
            if let number = numberOfURI[key] { return number }
        }
        guard let document = try resolve(key, at: node) else { return nil }
        scanRoot(document.root, uri: URIReference(key))
        return numberOfURI[key]
    }

    /// The root of the document with this URI or `$id`. Only roots are looked at, so that this can be asked while a
    /// document is being read.
    mutating func rootWithoutScanning(_ key: String, at node: YAMLNode) throws(SchemaError) -> YAMLNode? {
        if let number = numberOfURI[key] { return list[number].root }
        if let document = registry.documents[key] { return document.root }
        for other in registry.documents.keys.sorted() {
            guard let root = registry.documents[other]?.root, let id = (root["$id"] ?? root["id"])?.string else {
                continue
            }
            if SchemaRegistry.key(URIReference(id).resolved(against: URIReference(other))) == key { return root }
        }
        return try resolve(key, at: node)?.root
    }

    private mutating func resolve(_ key: String, at node: YAMLNode?) throws(SchemaError) -> YAMLDocument? {
        guard let resolver = registry.resolver else { return nil }
        if let known = resolved[key] { return known }
        do {
            let document = try resolver(key)
            resolved[key] = .some(document)
            return document
        } catch {
            throw SchemaError(
                .unresolvable, "\(key) cannot be read: \(error)", mend: "Mend that file, or the reference to it.",
                at: node)
        }
    }

    // MARK: Scanning

    /// The resource that a schema at a place is: its own when it has an `$id`, else the place's.
    ///
    /// Schemas under unknown keywords are not scanned with their document, only when a reference leads to them.
    mutating func resource(of place: SchemaPlace) -> Int {
        if let own = numberOfRoot[NodeKey(place.node)] { return own }
        guard place.isUnscanned else { return place.resource }
        scan(place.node, in: place.resource)
        return numberOfRoot[NodeKey(place.node)] ?? place.resource
    }

    private mutating func scanDocument(_ key: String) -> Bool {
        guard let document = registry.documents[key], scannedURIs.insert(key).inserted else { return false }
        scanRoot(document.root, uri: URIReference(key))
        return true
    }

    private mutating func scanRoot(_ root: YAMLNode, uri: URIReference) {
        numberOfURI[SchemaRegistry.key(uri)] = list.count
        let (dialect, error) = dialectOrError(of: root, outer: .standard(defaultDraft))
        let keywords = KeywordReader(root, allOf: dialect)
        let (own, anchor) = identifier(keywords, dialect)
        let number = add(
            SchemaResource(
                uri: own?.resolved(against: uri) ?? uri, root: root, dialect: dialect, dialectError: error))
        scan(keywords, anchor: anchor, in: number)
    }

    private mutating func scan(_ schema: YAMLNode, in resource: Int) {
        var pending = [(schema: schema, resource: resource)]
        // Not recursive: schemas can be nested deeper than the thread's stack is.
        while let (schema, outer) = pending.popLast() {
            guard schema.kind == .mapping, numberOfRoot[NodeKey(schema)] == nil else { continue }
            var keywords = KeywordReader(schema, allOf: list[outer].dialect)
            var dialect = list[outer].dialect
            var error: SchemaError?
            if keywords.present.contains(.schema), schema["$id"] != nil || schema["id"] != nil {
                (dialect, error) = dialectOrError(of: schema, outer: dialect)
                keywords = KeywordReader(schema, allOf: dialect)
            }
            var resource = outer
            let (own, anchor) = identifier(keywords, dialect)
            if let own {
                resource = add(
                    SchemaResource(
                        uri: own.resolved(against: list[outer].uri), root: schema, dialect: dialect,
                        dialectError: error))
            }
            noteAnchors(keywords, anchor: anchor, in: resource)
            let first = pending.count
            keywords.forEachSubschema { pending.append(($1, resource)) }
            // The next one taken is the first in the document.
            pending[first...].reverse()
        }
    }

    /// Scans what is inside a root.
    private mutating func scan(_ keywords: KeywordReader, anchor: String?, in resource: Int) {
        noteAnchors(keywords, anchor: anchor, in: resource)
        guard mayHaveNamesInside(keywords, list[resource].dialect.draft) else { return }
        var inner: [YAMLNode] = []
        keywords.forEachSubschema { inner.append($1) }
        for schema in inner { scan(schema, in: resource) }
    }

    /// Whether a schema below the root may name itself. Most documents have no such schema, and the walk through all
    /// of theirs can be saved.
    private func mayHaveNamesInside(_ root: KeywordReader, _ draft: SchemaDraft) -> Bool {
        let naming: [Keyword] = [draft.identifier, .anchor, .dynamicAnchor, .recursiveAnchor, .schema]
        let hashes = naming.map { TextHash.of($0.name.utf8) }
        let own = naming.count { root.schema.entry($0.name) != nil }
        return root.schema.document.scalarCount(withHashIn: hashes) > own
    }

    private mutating func dialectOrError(of root: YAMLNode, outer: Dialect) -> (Dialect, SchemaError?) {
        do { return (try dialect(of: root, outer: outer), nil) } catch { return (outer, error) }
    }

    /// The URI that a schema gives to itself, and the anchor that older drafts put into the same keyword.
    private func identifier(_ keywords: KeywordReader, _ dialect: Dialect) -> (uri: URIReference?, anchor: String?) {
        let draft = dialect.draft
        guard let text = keywords[draft.identifier]?.string else { return (nil, nil) }
        if draft.referenceHidesSiblings, keywords.present.contains(.reference) { return (nil, nil) }
        let reference = URIReference(text)
        guard draft.identifierMayBeAnchor, let anchor = reference.decodedFragment, !anchor.isEmpty else {
            return (reference.withoutFragment, nil)
        }
        return (text.hasPrefix("#") ? nil : reference.withoutFragment, anchor)
    }

    private mutating func add(_ resource: SchemaResource) -> Int {
        let number = list.count
        list.append(resource)
        numberOfRoot[NodeKey(resource.root)] = number
        let key = SchemaDraft.canonicalKey(resource.uri)
        if let other = numberOfURI.updateValue(number, forKey: key), other != number {
            numberOfURI[key] = other
            noteDuplicate(
                "$id \"\(key)\" is also that of another schema", resource.identifierNode, in: number,
                first: list[other].identifierNode)
        }
        return number
    }

    private mutating func noteAnchors(_ keywords: KeywordReader, anchor: String?, in resource: Int) {
        let schema = keywords.schema
        if let anchor {
            claim(anchor, \.anchors, schema, in: resource, at: keywords[list[resource].dialect.draft.identifier])
        }
        if let node = keywords[.anchor], let name = node.string {
            claim(name, \.anchors, schema, in: resource, at: node)
        }
        if let node = keywords[.dynamicAnchor], let name = node.string {
            claim(name, \.dynamicAnchors, schema, in: resource, at: node)
        }
        if keywords[.recursiveAnchor]?.boolean == true, NodeKey(list[resource].root) == NodeKey(schema) {
            list[resource].dynamicAnchors[""] = schema
        }
    }

    private mutating func claim(
        _ name: String, _ table: WritableKeyPath<SchemaResource, [String: YAMLNode]>, _ schema: YAMLNode,
        in resource: Int, at node: YAMLNode?
    ) {
        guard let other = list[resource][keyPath: table].updateValue(schema, forKey: name),
            NodeKey(other) != NodeKey(schema)
        else { return }
        list[resource][keyPath: table][name] = other
        noteDuplicate("the anchor \"\(name)\" is used twice", node ?? schema, in: resource, first: other)
    }

    private mutating func noteDuplicate(_ message: String, _ node: YAMLNode, in resource: Int, first: YAMLNode) {
        duplicates.append(
            (
                resource,
                SchemaError(
                    .duplicateIdentifier, message, mend: "Give one of the two another name.", at: node,
                    related: [RelatedLocation(first.location, label: "first used here")])
            ))
    }
}
