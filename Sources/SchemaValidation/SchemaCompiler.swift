import YAMLDocuments

/// How schemas are read.
package struct SchemaOptions: Sendable {
    /// Whether `format` refuses, or only annotates as the standard dialect says.
    package var assertsFormats = true
    /// Subschemas that one compiled schema may have.
    package var schemas = 200_000

    package init() {}
}

/// Turns schema documents into a `CompiledSchema`.
package enum SchemaCompiler {
    /// Compiles the schema under a URI, which may have a fragment (a JSON pointer or an anchor), with all schemas that
    /// it refers to.
    package static func compile(
        _ uri: String, in registry: SchemaRegistry, options: SchemaOptions = SchemaOptions()
    ) throws(SchemaError) -> CompiledSchema {
        var compilation = SchemaCompilation(registry, options: options)
        return try compilation.compile(uri)
    }
}

/// The work list of one compilation.
struct SchemaCompilation {
    let options: SchemaOptions
    var resources: SchemaResources
    var tables = SchemaTables()
    private var numbers: [ResourceNode: SchemaNumber] = [:]
    private var pending: [(number: SchemaNumber, place: SchemaPlace)] = []
    private var vocabularies: [Int: Vocabularies] = [:]
    /// Anchor names of `tables.dynamicReferences`.
    private var dynamicNames: [String] = []

    /// One node can be reached in two resources through a YAML alias.
    private struct ResourceNode: Hashable {
        let node: NodeKey
        let resource: Int
    }

    init(_ registry: SchemaRegistry, options: SchemaOptions) {
        self.options = options
        resources = SchemaResources(registry)
    }

    mutating func compile(_ uri: String) throws(SchemaError) -> CompiledSchema {
        guard let number = try resources.find(URIReference(uri)) else {
            throw SchemaError(.unresolvable, "no schema was given for \(uri)", at: nil)
        }
        let fragment = URIReference(uri).fragment.map { "#" + $0 } ?? "#"
        let start = try resources.resolve(fragment, from: number, at: resources[number].root).place
        let root = try schema(at: start)
        repeat {
            while let next = pending.popLast() {
                let first = tables.instructions.count
                try compileSchema(next.number, at: next.place)
                tables.schemas[next.number].instructions = first..<tables.instructions.count
            }
        } while try addDynamicTargets()
        return CompiledSchema(tables: tables, root: root)
    }

    /// The number of a schema, which is compiled later when it is new.
    mutating func schema(at place: SchemaPlace) throws(SchemaError) -> SchemaNumber {
        let resource = try resources.resource(of: place)
        let key = ResourceNode(node: NodeKey(place.node), resource: resource)
        if let known = numbers[key] { return known }
        guard tables.schemas.count < options.schemas else {
            throw SchemaError(.limit, "the schema has more than \(options.schemas) subschemas", at: place.node)
        }
        let number = tables.schemas.place(SchemaTables.Schema(resource: resource))
        tables.nodes.append(place.node)
        numbers[key] = number
        pending.append((number, SchemaPlace(resource: resource, node: place.node)))
        return number
    }

    private mutating func compileSchema(_ number: SchemaNumber, at place: SchemaPlace) throws(SchemaError) {
        if let always = place.node.boolean {
            if !always { tables.instructions.append(.never) }
            return
        }
        guard place.node.kind == .mapping else {
            throw SchemaError(.badKeyword, "a schema must be a mapping, true or false", at: place.node)
        }
        let keywords = KeywordReader(place.node)
        let vocabularies = try vocabularies(of: place.resource)
        if vocabularies.contains(.validation) { try compileAssertions(keywords, vocabularies: vocabularies) }
        if vocabularies.contains(.validation) || vocabularies.contains(.applicator) {
            try compileMembers(keywords, in: place.resource, vocabularies: vocabularies)
        }
        if vocabularies.contains(.applicator) { try compileElements(keywords, in: place.resource) }
        try compileReferences(keywords, in: place.resource)
        if vocabularies.contains(.applicator) { try compileCombinations(keywords, in: place.resource) }
        if vocabularies.contains(.unevaluated) {
            tables.schemas[number].tracksEvaluated = try compileUnevaluated(keywords, in: place.resource)
        }
    }

    private mutating func vocabularies(of resource: Int) throws(SchemaError) -> Vocabularies {
        if let known = vocabularies[resource] { return known }
        var found = try resources.vocabularies(of: resource)
        if options.assertsFormats { found.insert(.formatAssertion) }
        vocabularies[resource] = found
        return found
    }

    // MARK: References

    private mutating func compileReferences(
        _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) {
        if let node = keywords["$ref"] {
            let target = try resources.resolve(try keywords.text(node, "$ref"), from: resource, at: node)
            tables.instructions.append(.reference(try schema(at: target.place)))
        }
        if let node = keywords["$dynamicRef"] {
            let target = try resources.resolve(try keywords.text(node, "$dynamicRef"), from: resource, at: node)
            let fallback = try schema(at: target.place)
            if let anchor = target.anchor, resources[target.place.resource].dynamicAnchors[anchor] != nil {
                let number = tables.dynamicReferences.place(DynamicReference(fallback: fallback))
                dynamicNames.append(anchor)
                tables.instructions.append(.dynamicReference(number))
            } else {
                tables.instructions.append(.reference(fallback))
            }
        }
    }

    /// Gives every `$dynamicRef` the targets in all resources that were reached; true when that reached new schemas.
    private mutating func addDynamicTargets() throws(SchemaError) -> Bool {
        guard !dynamicNames.isEmpty else { return false }
        let reached = Set(tables.schemas.map(\.resource)).sorted()
        for (number, name) in dynamicNames.enumerated() {
            for resource in reached where tables.dynamicReferences[number].targets[resource] == nil {
                guard let node = resources[resource].dynamicAnchors[name] else { continue }
                let target = try schema(at: SchemaPlace(resource: resource, node: node))
                tables.dynamicReferences[number].targets[resource] = target
            }
        }
        return !pending.isEmpty
    }
}
