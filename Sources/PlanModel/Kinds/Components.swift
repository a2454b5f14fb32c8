/// What a release consists of, category by category.
package struct Components: Sendable {
    package let fields: Fields

    package init(_ fields: Fields) { self.fields = fields }

    /// True when the category is listed or declared not applicable.
    package func mentions(_ category: ComponentCategory) -> Bool { fields.has(category.rawValue) }

    package func notApplicable(_ category: ComponentCategory) -> Located<String>? {
        fields.notApplicable(category.rawValue)
    }

    /// The entries of a category: list items, or the one mapping; empty when not applicable.
    package func items(_ category: ComponentCategory) -> [ComponentItem] {
        guard notApplicable(category) == nil else { return [] }
        return fields.list(category.rawValue).map { ComponentItem(category: category, fields: $0) }
    }

    /// All entries of all categories, in the order of `ComponentCategory`.
    package var allItems: [ComponentItem] { ComponentCategory.allCases.flatMap(items) }
}

/// One entry of a component category, such as one prompt.
package struct ComponentItem: Sendable {
    package let category: ComponentCategory
    package let fields: Fields
    package let id: Located<String>?

    init(category: ComponentCategory, fields: Fields) {
        self.category = category
        self.fields = fields
        id = fields.string("id")
    }

    /// Every path, folder or glob of the repository that the entry names, wherever it stands in the entry.
    package var paths: [Located<String>] {
        var found: [Located<String>] = []
        func collect(_ fields: Fields) {
            if let path = fields.string("path") { found.append(path) }
            for key in fields.keys {
                let inner = fields.mapping(key.value)
                if inner.isPresent { collect(inner) }
                for item in fields.list(key.value) where !inner.isPresent { collect(item) }
            }
        }
        collect(fields)
        return found
    }
}
