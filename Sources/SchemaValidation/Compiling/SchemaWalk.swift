import YAMLDocuments

/// Goes through all schemas of a document, in its order, without looking at what they refer to.
struct SchemaWalk {
    /// One schema on the way.
    struct Visit {
        let node: YAMLNode
        let resource: Int
        let isResourceRoot: Bool
        let dialect: Dialect
        /// All keywords that the dialect has, also those beside an old `$ref`.
        let keywords: KeywordReader
    }

    private let resources: SchemaResources
    private var pending: [(node: YAMLNode, resource: Int)]

    /// - Parameter resource: the number of the resource whose root the walk starts at.
    init(from resource: Int, in resources: SchemaResources) {
        self.resources = resources
        pending = [(resources[resource].root, resource)]
    }

    mutating func next() -> Visit? {
        guard let (node, outer) = pending.popLast() else { return nil }
        let own = resources.number(ofRoot: node)
        let resource = own ?? outer
        let dialect = resources[resource].dialect
        let keywords = KeywordReader(node, allOf: dialect)
        let first = pending.count
        keywords.forEachSubschema { pending.append(($1, resource)) }
        // The next one taken is the first in the document.
        pending[first...].reverse()
        return Visit(
            node: node, resource: resource, isResourceRoot: own != nil, dialect: dialect, keywords: keywords)
    }
}
