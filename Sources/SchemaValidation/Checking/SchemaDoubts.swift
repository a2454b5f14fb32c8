import SourceText
import YAMLDocuments

/// What is legal in a schema but has no effect, or not the one that was most likely meant.
extension SchemaChecker {
    mutating func doubts(_ visit: SchemaWalk.Visit) -> [SchemaError] {
        var found: [SchemaError] = []
        let isHidden = visit.dialect.draft.referenceHidesSiblings && visit.keywords.present.contains(.reference)
        for entry in visit.node.entries {
            guard let keyword = KeywordTable.keyword(entry.key.scalarBytes) else {
                if let doubt = misspelt(entry.key, visit) { found.append(doubt) }
                continue
            }
            if !visit.dialect.keywords.contains(keyword) {
                if let doubt = ofOtherDraft(keyword, entry.key, visit) { found.append(doubt) }
            } else if isHidden, Self.loses.contains(keyword) {
                found.append(
                    doubt(
                        "\(keyword.name) is ignored beside $ref in \(visit.dialect.draft.name)",
                        "Put both into `allOf`, or declare a newer draft with $schema.", entry.key))
            } else if let companion = Self.companions[keyword], !visit.keywords.present.contains(companion) {
                found.append(
                    doubt(
                        "\(keyword.name) has no effect without \(companion.name)",
                        "Add `\(companion.name)`, or take \(keyword.name) out.", entry.key))
            }
        }
        return found + unknownRequiredKeys(visit)
    }

    /// Keywords that say something about values, which a `$ref` beside them silences in older drafts.
    private static let loses: KeywordSet = {
        let speaking = KeywordTable.rows.filter {
            !$0.vocabulary.isDisjoint(with: [.applicator, .validation, .format])
        }
        return KeywordSet(speaking.map(\.keyword))
    }()

    /// Keywords that mean something only beside another one.
    private static let companions: [Keyword: Keyword] = [
        .then: .condition, .otherwise: .condition, .minContains: .contains, .maxContains: .contains,
    ]

    private mutating func misspelt(_ key: YAMLNode, _ visit: SchemaWalk.Visit) -> SchemaError? {
        guard let meant = spelling.keyword(meantBy: key.text, in: visit.dialect),
            !visit.keywords.present.contains(meant)
        else { return nil }
        return doubt(
            "unknown keyword \"\(key.text)\" has no effect; did you mean \"\(meant.name)\"?",
            "Write `\(meant.name)`.", key)
    }

    private func ofOtherDraft(_ keyword: Keyword, _ key: YAMLNode, _ visit: SchemaWalk.Visit) -> SchemaError? {
        let row = KeywordTable.row(of: keyword)
        let draft = visit.dialect.draft
        // A keyword of the draft whose vocabulary the metaschema leaves out is left out on purpose.
        guard !row.drafts.contains(draft) else { return nil }
        guard
            !row.vocabulary.isDisjoint(with: [.applicator, .unevaluated, .validation])
                || Self.identify.contains(keyword)
        else { return nil }
        // `id` is a common name for notes of one's own; it only misleads where the reader expects a URI.
        if keyword == .oldIdentifier, NodeKey(visit.node) != NodeKey(visit.node.document.root) { return nil }
        let mend: String
        if let successor = Self.successors[keyword], KeywordTable.row(of: successor).drafts.contains(draft) {
            mend = "Write `\(successor.name)`."
        } else {
            let other = draft < row.drafts.lowerBound ? row.drafts.lowerBound : row.drafts.upperBound
            mend = "Take it out, or declare \(other.name) with `$schema: \(other.uri)`."
        }
        return doubt("\(keyword.name) has no effect in \(draft.name)", mend, key)
    }

    /// Keywords of the core that make a difference to what a schema means.
    private static let identify: Set<Keyword> = [
        .identifier, .oldIdentifier, .dynamicReference, .recursiveReference, .anchor, .dynamicAnchor, .recursiveAnchor,
    ]

    /// What a keyword is called in other drafts.
    private static let successors: [Keyword: Keyword] = [
        .oldIdentifier: .identifier, .identifier: .oldIdentifier, .recursiveReference: .dynamicReference,
        .dynamicReference: .recursiveReference, .recursiveAnchor: .dynamicAnchor, .dynamicAnchor: .recursiveAnchor,
        .additionalItems: .items, .prefixItems: .items, .dependentRequired: .dependencies,
        .dependentSchemas: .dependencies,
    ]

    /// `required: [nmae]` beside `properties: {name: …}`.
    private func unknownRequiredKeys(_ visit: SchemaWalk.Visit) -> [SchemaError] {
        guard let required = visit.keywords[.required], required.count <= 200,
            let properties = visit.keywords[.properties], properties.count <= 200
        else { return [] }
        let described = Set(properties.entries.map(\.key.text))
        let free = described.subtracting(required.items.map(\.text)).sorted()
        return required.items.filter { !described.contains($0.text) }.compactMap { item in
            guard let near = nearestName(to: item.text, among: free) else { return nil }
            return doubt(
                "required asks for \"\(item.text)\", which properties does not describe; did you mean \"\(near)\"?",
                "Write `\(near)`, or describe `\(item.text)` under properties.", item)
        }
    }

    private func doubt(_ message: String, _ mend: String, _ node: YAMLNode) -> SchemaError {
        SchemaError(.idleKeyword, .warning, message, mend: mend, at: node.location)
    }
}

/// Finds the keyword that a misspelt one was meant for.
struct KeywordSpelling {
    /// Distinct names to compare in one check: a schema with more has them from a machine, which does not misspell.
    private static let maximumNames = 2_000

    private var known: [String: Keyword?] = [:]

    /// Names that schema authors use on purpose, of OpenAPI, editors and generators.
    private static let customary: Set<String> = [
        "example", "nullable", "discriminator", "xml", "externalDocs", "markdownDescription", "enumDescriptions",
        "enumNames", "defaultSnippets", "errorMessage", "tsType", "javaType", "order", "label", "titles",
        "descriptions", "meta", "options", "propertyOrder", "propertyOrdering", "unit", "units",
    ]

    mutating func keyword(meantBy name: String, in dialect: Dialect) -> Keyword? {
        guard !name.hasPrefix("x-"), name.utf8.count <= 40, !Self.customary.contains(name) else { return nil }
        if let answer = known[name] { return answer }
        guard known.count < Self.maximumNames else { return nil }
        let candidates = Keyword.allCases.filter { dialect.keywords.contains($0) }
        // `$` and the case are often forgotten: `ref`, `additionalproperties`.
        let near = nearestName(to: name, among: candidates.map(\.name))
        let answer = near.flatMap { near in candidates.first { $0.name == near } }
        known[name] = .some(answer)
        return answer
    }
}
