import SourceText
import YAMLDocuments

/// The metaschemas of all drafts, for schemas that refer to them and for checking schemas: what a schema document may
/// look like, written from `KeywordTable`.
enum Metaschema {
    /// The document under one of the metaschemas' URIs, given as `SchemaDraft.canonicalKey`; nil for any other URI.
    static func document(for key: String) -> YAMLDocument? {
        guard key.hasPrefix("http"), let text = text(for: key) else { return nil }
        return JSONReader.read(SourceFile(path: key, bytes: Array(text.utf8))).documents.first
    }

    /// What one schema may look like, without looking into the schemas inside it: what checking needs, which walks
    /// through the schemas itself and so is bound neither by their depth nor by the dialects that they mix.
    static func ofOneSchema(_ draft: SchemaDraft) -> YAMLDocument? {
        let keywords = KeywordTable.keywords(of: draft, in: .standard)
        let properties = KeywordTable.rows.filter { keywords.contains($0.keyword) }
            .map { "\"\($0.name)\": \(shallowForm($0.value, draft))" }
            .joined(separator: ",\n")
        let text = "{\"type\": \(schemaTypes(draft)), \"properties\": {\(properties)}}"
        return JSONReader.read(SourceFile(path: draft.name, bytes: Array(text.utf8))).documents.first
    }

    /// Patterns are left to their own check, which knows the place inside them.
    private static func shallowForm(_ value: KeywordValue, _ draft: SchemaDraft) -> String {
        let schema = "{\"type\": \(schemaTypes(draft))}"
        return switch value {
        case .pattern: form(.text, draft)
        case .patternMap: form(.schemaMap, draft, schema: schema)
        default: form(value, draft, schema: schema)
        }
    }

    private static func schemaTypes(_ draft: SchemaDraft) -> String {
        draft.hasBooleanSchemas ? #"["object", "boolean"]"# : #""object""#
    }

    private static func text(for key: String) -> String? {
        for draft in SchemaDraft.allCases where key.hasPrefix(draft.folder) {
            let name = key.dropFirst(draft.folder.count)
            if name == "schema" { return draft.hasVocabularies ? whole(draft) : single(draft) }
            guard name.hasPrefix("meta/") else { return nil }
            let part = Vocabularies.named(in: draft).first { $0.name == name.dropFirst(5) }
            return part.map { vocabulary($0.name, $0.vocabulary, draft) }
        }
        return nil
    }

    // MARK: Documents

    /// Up to draft-07 one document says everything.
    private static func single(_ draft: SchemaDraft) -> String {
        """
        {"$schema": "\(draft.uri)", "\(draft.identifier.name)": "\(draft.uri)",
         "type": \(schemaTypes(draft)),
         "properties": {\(properties(of: draft, in: .standard))},
         "definitions": {\(definitions(draft))}}
        """
    }

    /// Later each vocabulary has a document of its own, and the metaschema refers to all of them.
    private static func whole(_ draft: SchemaDraft) -> String {
        let names = Vocabularies.named(in: draft).map(\.name).filter { $0 != "format-assertion" }
        let declared = names.map { name in
            "\"\(draft.folder)vocab/\(name)\": \(draft == .draft2020 || name != "format")"
        }
        let parts = names.map { "{\"$ref\": \"meta/\($0)\"}" }
        return """
            {"$schema": "\(draft.uri)", "$id": "\(draft.uri)", \(openness(draft)),
             "$vocabulary": {\(declared.joined(separator: ", "))},
             "type": ["object", "boolean"], "allOf": [\(parts.joined(separator: ", "))]}
            """
    }

    private static func vocabulary(_ name: String, _ vocabulary: Vocabularies, _ draft: SchemaDraft) -> String {
        let covered = vocabulary == .formatAssertion ? .format : vocabulary
        return """
            {"$schema": "\(draft.uri)", "$id": "\(draft.folder)meta/\(name)", \(openness(draft)),
             "$vocabulary": {"\(draft.folder)vocab/\(name)": true},
             "type": ["object", "boolean"],
             "properties": {\(properties(of: draft, in: covered))},
             "$defs": {\(definitions(draft))}}
            """
    }

    /// What lets other metaschemas extend this one.
    private static func openness(_ draft: SchemaDraft) -> String {
        draft == .draft2019 ? #""$recursiveAnchor": true"# : #""$dynamicAnchor": "meta""#
    }

    private static func properties(of draft: SchemaDraft, in vocabularies: Vocabularies) -> String {
        let keywords = KeywordTable.keywords(of: draft, in: vocabularies)
        return KeywordTable.rows.filter { keywords.contains($0.keyword) }
            .map { "\"\($0.name)\": \(form($0.value, draft))" }
            .joined(separator: ",\n")
    }

    /// The names under which schemas in the field refer to parts of the official metaschemas.
    private static func definitions(_ draft: SchemaDraft) -> String {
        let count = draft == .draft4 ? "positiveInteger" : "nonNegativeInteger"
        return """
            "schemaArray": \(form(.schemaList, draft)), "\(count)": \(form(.count, draft)),
            "\(count)Default0": \(form(.count, draft)), "simpleTypes": \(types),
            "stringArray": \(form(.names, draft))
            """
    }

    // MARK: Forms

    private static let types = #"{"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}"#

    private static func schema(_ draft: SchemaDraft) -> String {
        switch draft {
        case .draft4, .draft6, .draft7: ##"{"$ref": "#"}"##
        case .draft2019: ##"{"$recursiveRef": "#"}"##
        case .draft2020: ##"{"$dynamicRef": "#meta"}"##
        }
    }

    private static func form(_ value: KeywordValue, _ draft: SchemaDraft, schema: String? = nil) -> String {
        let schema = schema ?? Self.schema(draft)
        return switch value {
        case .schema: schema
        case .schemaOrFlag:
            draft.hasBooleanSchemas ? schema : #"{"anyOf": [{"type": "boolean"}, \#(schema)]}"#
        case .schemaList: #"{"type": "array", "minItems": 1, "items": \#(schema)}"#
        case .schemaMap: #"{"type": "object", "additionalProperties": \#(schema)}"#
        case .patternMap:
            #"{"type": "object", "propertyNames": {"format": "regex"}, "additionalProperties": \#(schema)}"#
        case .items:
            draft.itemsMayBeList
                ? #"{"anyOf": [\#(schema), \#(form(.schemaList, draft, schema: schema))]}"# : schema
        case .dependencies:
            #"{"type": "object", "additionalProperties": {"anyOf": [\#(schema), \#(form(.names, draft))]}}"#
        case .uri: #"{"type": "string", "format": "uri"}"#
        case .reference: #"{"type": "string", "format": "uri-reference"}"#
        case .identifier:
            draft.identifierMayBeAnchor
                ? form(.reference, draft)
                : #"""
                {"type": "string", "format": "uri-reference", "pattern": "^[^#]*#?$",
                 "description": "A URI without a fragment; $anchor names a place inside a document."}
                """#
        case .anchor:
            #"""
            {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._\#(draft == .draft2019 ? ":" : "")]*$",
             "description": "A name of letters, digits, -, _ and dots that starts with a letter or _."}
            """#
        case .vocabularies:
            #"{"type": "object", "propertyNames": {"format": "uri"}, "additionalProperties": {"type": "boolean"}}"#
        case .text: #"{"type": "string"}"#
        case .boolean: #"{"type": "boolean"}"#
        case .any: "{}"
        case .list: #"{"type": "array"}"#
        case .values: draft == .draft4 ? #"{"type": "array", "minItems": 1}"# : #"{"type": "array"}"#
        case .pattern: #"{"type": "string", "format": "regex"}"#
        case .number: #"{"type": "number"}"#
        case .exclusiveLimit: draft.exclusiveLimitsAreFlags ? form(.boolean, draft) : form(.number, draft)
        case .positiveNumber:
            draft.exclusiveLimitsAreFlags
                ? #"{"type": "number", "minimum": 0, "exclusiveMinimum": true}"#
                : #"{"type": "number", "exclusiveMinimum": 0}"#
        case .count: #"{"type": "integer", "minimum": 0}"#
        case .types:
            #"""
            {"anyOf": [\#(types), {"type": "array", "items": \#(types), "minItems": 1, "uniqueItems": true}]}
            """#
        case .names:
            draft == .draft4
                ? #"{"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": true}"#
                : #"{"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#
        case .namesMap: #"{"type": "object", "additionalProperties": \#(form(.names, draft))}"#
        }
    }
}
