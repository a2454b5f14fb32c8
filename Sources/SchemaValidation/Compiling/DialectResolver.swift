import SourceText
import YAMLDocuments

/// Which dialect a `$schema` names: a draft, or what the metaschema of somebody else makes of one.
extension SchemaResources {
    /// Metaschemas that describe one another; more are a mistake.
    private static let maximumChain = 8

    /// The dialect of a resource with this root.
    mutating func dialect(of root: YAMLNode, outer: Dialect) throws(SchemaError) -> Dialect {
        guard let declaration = root["$schema"] else { return outer }
        guard let uri = declaration.string else {
            throw SchemaError(
                .badKeyword, "$schema must be a URI in text",
                mend: "Write `\(SchemaDraft.draft2020.uri)` or the URI of another draft.", at: declaration)
        }
        return try dialect(ofMetaschema: uri, declaration: declaration, chain: 0)
    }

    private mutating func dialect(
        ofMetaschema uri: String, declaration: YAMLNode, chain: Int
    ) throws(SchemaError) -> Dialect {
        let reference = URIReference(uri)
        if let draft = SchemaDraft(uri: reference) { return .standard(draft) }
        let key = SchemaDraft.canonicalKey(reference)
        if let known = dialects[key] { return known }
        guard chain < Self.maximumChain, let metaschema = try rootWithoutScanning(key, at: declaration) else {
            throw unknownDialect(uri, at: declaration)
        }
        var draft = defaultDraft
        if let next = metaschema["$schema"]?.string, next != uri {
            draft = try dialect(ofMetaschema: next, declaration: declaration, chain: chain + 1).draft
        }
        var dialect = Dialect.standard(draft)
        if let listed = metaschema["$vocabulary"], draft.hasVocabularies {
            dialect = Dialect(draft, vocabularies: try vocabularies(listed))
        }
        dialects[key] = dialect
        return dialect
    }

    private func vocabularies(_ listed: YAMLNode) throws(SchemaError) -> Vocabularies {
        var vocabularies: Vocabularies = []
        for entry in listed.entries {
            let isRequired = entry.value.boolean != false
            if let known = Vocabularies(uri: entry.key.text, isRequired: isRequired) {
                vocabularies.formUnion(known)
            } else if isRequired {
                throw SchemaError(
                    .unknownDialect, "the metaschema requires the unknown vocabulary \"\(entry.key.text)\"",
                    mend: "Write `false` for it, if schemas may be read without it.", at: entry.key)
            }
        }
        return vocabularies
    }

    private func unknownDialect(_ uri: String, at declaration: YAMLNode) -> SchemaError {
        let near = nearestName(to: uri, among: SchemaDraft.allCases.map(\.uri))
        let names = SchemaDraft.allCases.map(\.name)
        return SchemaError(
            .unknownDialect,
            "unknown $schema \"\(uri)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? "")
                + "; known are \(Wording.list(names, "and")), and the metaschemas that are given",
            mend: "Write `\(near ?? SchemaDraft.draft2020.uri)`, or give the metaschema as a further schema.",
            at: declaration)
    }
}
