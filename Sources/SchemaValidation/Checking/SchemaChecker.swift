import SourceText
import YAMLDocuments

/// Finds what is wrong or doubtful in whole schema documents: the compiler reads only what is reached, and stops at a
/// schema's first mistake.
struct SchemaChecker {
    private static let maximumProblems = SchemaCompilation.maximumErrors

    var resources: SchemaResources
    private(set) var found: [SchemaError] = []
    private var formsOfDraft: [SchemaDraft: CompiledSchema?] = [:]
    private let compiledPatterns: [String: Int]
    var spelling = KeywordSpelling()

    /// What the compilation found and what is wrong in all given documents that it has reached, in the order of the
    /// documents, one problem for each place.
    static func problems(in compilation: SchemaCompilation) -> [SchemaError] {
        var checker = SchemaChecker(compilation)
        let documents = compilation.reachedDocuments
        for document in documents { checker.check(document) }
        return ordered(checker.found + compilation.errors, documents)
    }

    private init(_ compilation: SchemaCompilation) {
        resources = compilation.resources
        compiledPatterns = compilation.numberOfPattern
    }

    private static func ordered(_ problems: [SchemaError], _ documents: [YAMLDocument]) -> [SchemaError] {
        var numbers: [ObjectIdentifier: Int] = [:]
        for (number, document) in documents.enumerated() { numbers[ObjectIdentifier(document.source)] = number }
        var places: Set<Place> = []
        return problems.map { (Place($0, numbers), $0) }
            // Of two problems at one place the first in the list says it best.
            .filter { places.insert($0.0).inserted }
            .sorted { ($0.0.document, $0.0.offset) < ($1.0.document, $1.0.offset) }
            .prefix(maximumProblems).map(\.1)
    }

    private struct Place: Hashable {
        let document: Int
        let offset: Int
        /// Tells apart what has no place.
        let message: String

        init(_ problem: SchemaError, _ documents: [ObjectIdentifier: Int]) {
            if case .span(let file, let range)? = problem.location {
                document = documents[ObjectIdentifier(file)] ?? documents.count
                offset = range.lowerBound
                message = ""
            } else {
                (document, offset, message) = (-1, 0, problem.message)
            }
        }
    }

    // MARK: One document

    private mutating func check(_ document: YAMLDocument) {
        guard let root = resources.number(ofRoot: document.root) else { return }
        var walk = SchemaWalk(from: root, in: resources)
        while let visit = walk.next(), found.count < Self.maximumProblems {
            if visit.isResourceRoot {
                if let error = resources[visit.resource].dialectError { found.append(error) }
                checkOwnMetaschema(of: visit.node)
            }
            // What is no mapping has been judged with the keyword that it stands under.
            guard visit.node.kind == .mapping else { continue }
            checkPatterns(visit)
            checkReferences(visit)
            checkForms(visit)
            found += doubts(visit)
        }
        let own = ObjectIdentifier(document)
        found += resources.duplicates.filter { ObjectIdentifier(resources[$0.resource].root.document) == own }
            .map(\.error)
    }

    private mutating func checkPatterns(_ visit: SchemaWalk.Visit) {
        var patterns = visit.keywords[.patternProperties]?.entries.map(\.key) ?? []
        if let node = visit.keywords[.pattern], node.string != nil { patterns.append(node) }
        for node in patterns where compiledPatterns[node.text] == nil {
            do { _ = try Pattern(node.text) } catch { found.append(SchemaError(error, in: node.text, at: node)) }
        }
    }

    private mutating func checkReferences(_ visit: SchemaWalk.Visit) {
        for keyword in [Keyword.reference, .dynamicReference, .recursiveReference] {
            guard let node = visit.keywords[keyword], let text = node.string else { continue }
            do { _ = try resources.resolve(text, from: visit.resource, at: node) } catch { found.append(error) }
        }
    }

    /// Whether the keywords' values have the forms that the draft asks for.
    private mutating func checkForms(_ visit: SchemaWalk.Visit) {
        guard let forms = forms(of: visit.dialect.draft) else { return }
        for failure in forms.validate(visit.node) {
            report(failure, CommonMistake.advice(failure, visit.dialect.draft))
        }
    }

    /// What somebody's own metaschema asks for beyond that.
    private mutating func checkOwnMetaschema(of root: YAMLNode) {
        guard let uri = root["$schema"]?.string, SchemaDraft(uri: URIReference(uri)) == nil else { return }
        var compilation = SchemaCompilation(resources.registry, options: SchemaOptions())
        guard let metaschema = compilation.compile(uri) else { return }
        let schema = CompiledSchema(tables: compilation.tables, root: metaschema)
        for failure in schema.validate(root) { report(failure, nil) }
    }

    private mutating func report(_ failure: SchemaFailure, _ advice: (message: String, mend: String)?) {
        found.append(
            SchemaError(
                .badKeyword, .error, advice?.message ?? failure.message, mend: advice?.mend ?? failure.mend,
                at: failure.location, related: failure.relatedLocations))
    }

    private mutating func forms(of draft: SchemaDraft) -> CompiledSchema? {
        if let known = formsOfDraft[draft] { return known }
        let schema = Self.forms(of: draft)
        formsOfDraft[draft] = .some(schema)
        return schema
    }

    static func forms(of draft: SchemaDraft) -> CompiledSchema? {
        guard let document = Metaschema.ofOneSchema(draft) else { return nil }
        var registry = SchemaRegistry()
        registry.add(document, uri: draft.name)
        var options = SchemaOptions()
        options.draft = draft
        var compilation = SchemaCompilation(registry, options: options)
        return compilation.compile(draft.name).map { CompiledSchema(tables: compilation.tables, root: $0) }
    }
}
