import SourceText
import YAMLDocuments

/// How schemas are read.
package struct SchemaOptions: Sendable {
    /// Whether `format` refuses, or only annotates as the standard dialect says.
    package var assertsFormats = true
    /// The draft of documents without `$schema`.
    package var draft = SchemaDraft.draft2020
    /// Subschemas that one compiled schema may have.
    package var schemas = 500_000

    package init() {}
}

/// Turns schema documents into a `CompiledSchema`.
package enum SchemaCompiler {
    /// Compiles the schema under a URI, which may have a fragment (a JSON pointer or an anchor), with all schemas that
    /// it refers to.
    ///
    /// Only what is reached from the schema is read. When that is wrong, all that `check` finds is thrown at once.
    package static func compile(
        _ uri: String, in registry: SchemaRegistry, options: SchemaOptions = SchemaOptions()
    ) throws(SchemaErrors) -> CompiledSchema {
        var compilation = SchemaCompilation(registry, options: options)
        guard let root = compilation.compile(uri) else { throw errors(of: compilation, uri) }
        return CompiledSchema(tables: compilation.tables, root: root)
    }

    /// `compile` and `check` in one go: the schema, and what is doubtful in its documents, or wrong in a part of them
    /// that is never reached.
    package static func compileAndCheck(
        _ uri: String, in registry: SchemaRegistry, options: SchemaOptions = SchemaOptions()
    ) throws(SchemaErrors) -> (schema: CompiledSchema, doubts: [SchemaError]) {
        var compilation = SchemaCompilation(registry, options: options)
        guard let root = compilation.compile(uri) else { throw errors(of: compilation, uri) }
        let schema = CompiledSchema(tables: compilation.tables, root: root)
        compilation.compileUnreached()
        return (schema, SchemaChecker.problems(in: compilation))
    }

    private static func errors(of compilation: SchemaCompilation, _ uri: String) -> SchemaErrors {
        let errors = SchemaChecker.problems(in: compilation).filter { $0.severity == .error }
        return SchemaErrors(errors.first ?? compilation.notCompiled(uri), errors.dropFirst())
    }

    /// What is wrong or doubtful in the schema under a URI and in the documents that it refers to, also in parts that
    /// are never reached: errors, and warnings such as misspelt keywords. Takes some milliseconds for the metaschema;
    /// meant for schemas that people write, not for those that are built in.
    package static func check(
        _ uri: String, in registry: SchemaRegistry, options: SchemaOptions = SchemaOptions()
    ) -> [SchemaError] {
        var compilation = SchemaCompilation(registry, options: options)
        _ = compilation.compile(uri)
        compilation.compileUnreached()
        return SchemaChecker.problems(in: compilation)
    }
}

/// The work list of one compilation.
struct SchemaCompilation {
    /// Errors after which nobody reads on; looking for the name that was meant takes time for each.
    static let maximumErrors = 100

    let options: SchemaOptions
    var resources: SchemaResources
    var tables = SchemaTables()
    private(set) var errors: [SchemaError] = []
    /// Places in `tables.patterns` by the pattern's text.
    var numberOfPattern: [String: Int] = [:]
    private var numbers: [ResourceNode: SchemaNumber] = [:]
    private var pending: [(number: SchemaNumber, place: SchemaPlace)] = []
    private var targets: [ReferenceKey: SchemaResources.Target] = [:]
    /// Anchor names of `tables.dynamicReferences`.
    private var dynamicNames: [String] = []
    /// Resources whose `$schema` has been found wanting.
    private var refusedResources: Set<Int> = []

    /// One node can be reached in two resources through a YAML alias.
    private struct ResourceNode: Hashable {
        let node: NodeKey
        let resource: Int
    }

    private struct ReferenceKey: Hashable {
        let text: String
        let resource: Int
    }

    init(_ registry: SchemaRegistry, options: SchemaOptions) {
        self.options = options
        resources = SchemaResources(registry, defaultDraft: options.draft)
    }

    /// The number of the schema under a URI; what was wrong on the way is in `errors`.
    mutating func compile(_ uri: String) -> SchemaNumber? {
        var root: SchemaNumber?
        do throws(SchemaError) {
            guard let number = try resources.find(URIReference(uri), at: nil) else { throw notCompiled(uri) }
            let fragment = URIReference(uri).fragment.map { "#" + $0 } ?? "#"
            let start = try resources.resolve(fragment, from: number, at: resources[number].root).place
            root = try schema(at: start)
        } catch {
            errors.append(error)
        }
        compilePending()
        errors += resources.duplicates.filter { isReached($0.resource) }.map(\.error)
        if errors.isEmpty { errors += tables.loops() }
        return errors.isEmpty ? root : nil
    }

    /// Compiles also the schemas of the reached documents that nothing refers to, for what is wrong in them.
    mutating func compileUnreached() {
        for document in reachedDocuments {
            guard let root = resources.number(ofRoot: document.root) else { continue }
            var walk = SchemaWalk(from: root, in: resources)
            while let visit = walk.next(), errors.count < Self.maximumErrors {
                do { _ = try schema(at: SchemaPlace(resource: visit.resource, node: visit.node)) } catch {
                    errors.append(error)
                    return
                }
            }
        }
        let isSound = errors.isEmpty
        compilePending()
        // Loops that the first pass has found are among these again.
        if isSound || errors.contains(where: { $0.kind == .loop }) { errors += tables.loops() }
    }

    private mutating func compilePending() {
        repeat {
            while let next = pending.popLast(), errors.count < Self.maximumErrors {
                let first = tables.instructions.count
                // Every schema is read, so that all mistakes are known at once.
                do { try compileSchema(next.number, at: next.place) } catch { errors.append(error) }
                tables.schemas[next.number].instructions = first..<tables.instructions.count
                if errors.last?.kind == .limit { return }
            }
        } while addDynamicTargets() && errors.count < Self.maximumErrors
    }

    func notCompiled(_ uri: String) -> SchemaError {
        SchemaError(.unresolvable, "no schema was given for \(uri)", mend: "Give the schema's file.", at: nil)
    }

    /// The given documents of which some schema is part of the compiled one, in the order in which they were reached.
    var reachedDocuments: [YAMLDocument] {
        var seen: Set<ObjectIdentifier> = []
        return tables.nodes.map(\.document).filter { seen.insert(ObjectIdentifier($0)).inserted }
            .filter { Metaschema.document(for: $0.source.path) == nil }
    }

    /// Whether a schema of the same document is part of the compiled schema.
    private func isReached(_ resource: Int) -> Bool {
        let document = ObjectIdentifier(resources[resource].root.document)
        return tables.nodes.contains { ObjectIdentifier($0.document) == document }
    }

    /// The number of a schema, which is compiled later when it is new.
    mutating func schema(at place: SchemaPlace) throws(SchemaError) -> SchemaNumber {
        let resource = resources.resource(of: place)
        let key = ResourceNode(node: NodeKey(place.node), resource: resource)
        if let known = numbers[key] { return known }
        guard tables.schemas.count < options.schemas else {
            throw SchemaError(
                .limit, "the schema has more than \(options.schemas) subschemas",
                mend: "Split the schema; a document is judged by one part at a time.", at: place.node)
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
            throw SchemaError(
                .badKeyword, "a schema must be a mapping, true or false",
                mend: "Write the schema as a mapping of keywords, such as `type: string`.", at: place.node)
        }
        if let error = resources[place.resource].dialectError, refusedResources.insert(place.resource).inserted {
            throw error
        }
        let dialect = resources[place.resource].dialect
        let keywords = KeywordReader(place.node, dialect)
        try compileAssertions(keywords, dialect)
        try compileMembers(keywords, in: place.resource)
        try compileElements(keywords, in: place.resource, dialect.draft)
        try compileReferences(keywords, in: place.resource)
        try compileCombinations(keywords, in: place.resource)
        tables.schemas[number].tracksEvaluated = try compileUnevaluated(keywords, in: place.resource)
    }

    // MARK: References

    private mutating func compileReferences(_ keywords: KeywordReader, in resource: Int) throws(SchemaError) {
        if let node = keywords[.reference] {
            let target = try target(of: node, "$ref", keywords, in: resource)
            tables.instructions.append(.reference(try schema(at: target.place)))
        }
        if let node = keywords[.dynamicReference] {
            let target = try target(of: node, "$dynamicRef", keywords, in: resource)
            try appendDynamicReference(target, name: target.anchor)
        }
        if let node = keywords[.recursiveReference] {
            let target = try target(of: node, "$recursiveRef", keywords, in: resource)
            // Resources whose root has `$recursiveAnchor: true` are known under the empty name.
            try appendDynamicReference(target, name: "")
        }
    }

    private mutating func target(
        of node: YAMLNode, _ name: String, _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) -> SchemaResources.Target {
        let key = ReferenceKey(text: try keywords.text(node, name), resource: resource)
        if let known = targets[key] { return known }
        let target = try resources.resolve(key.text, from: resource, at: node)
        targets[key] = target
        return target
    }

    /// A reference that is dynamic when its static target is a dynamic anchor of this name, and plain otherwise.
    private mutating func appendDynamicReference(
        _ target: SchemaResources.Target, name: String?
    ) throws(SchemaError) {
        let fallback = try schema(at: target.place)
        guard let name, resources[target.place.resource].dynamicAnchors[name] != nil else {
            tables.instructions.append(.reference(fallback))
            return
        }
        let number = tables.dynamicReferences.place(DynamicReference(fallback: fallback))
        dynamicNames.append(name)
        tables.instructions.append(.dynamicReference(number))
    }

    /// Gives every dynamic reference the targets in all resources that were reached; true when that reached new
    /// schemas.
    private mutating func addDynamicTargets() -> Bool {
        guard !dynamicNames.isEmpty else { return false }
        let reached = Set(tables.schemas.map(\.resource)).sorted()
        for (number, name) in dynamicNames.enumerated() {
            for resource in reached where tables.dynamicReferences[number].targets[resource] == nil {
                guard let node = resources[resource].dynamicAnchors[name] else { continue }
                do {
                    let target = try schema(at: SchemaPlace(resource: resource, node: node))
                    tables.dynamicReferences[number].targets[resource] = target
                } catch {
                    errors.append(error)
                    return false
                }
            }
        }
        return !pending.isEmpty
    }
}
