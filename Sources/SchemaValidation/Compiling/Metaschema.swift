import SourceText
import YAMLDocuments

/// The metaschema of JSON Schema 2020-12 for schemas that refer to it: what a schema document may look like, written
/// down here from the specification (core, chapter 8 to 11; validation, chapter 6 to 9).
enum Metaschema {
    static let uri = folder + "schema"
    private static let folder = "https://json-schema.org/draft/2020-12/"

    /// The document under one of the metaschema's URIs; nil for any other URI.
    static func document(for uri: String) -> YAMLDocument? {
        guard uri.hasPrefix(folder) else { return nil }
        let name = String(uri.dropFirst(folder.count))
        guard let text = text(of: name) else { return nil }
        return JSONReader.read(SourceFile(path: uri, bytes: Array(text.utf8))).documents.first
    }

    private static func text(of name: String) -> String? {
        if name == "schema" { return whole }
        guard name.hasPrefix("meta/") else { return nil }
        let vocabulary = String(name.dropFirst(5))
        guard let properties = properties[vocabulary] else { return nil }
        return """
            {"$schema": "\(uri)", "$id": "\(folder)\(name)", "$dynamicAnchor": "meta",
             "$vocabulary": {"\(folder)vocab/\(vocabulary)": true},
             "type": ["object", "boolean"],
             "properties": {\(properties)},
             "$defs": {
                 "count": {"type": "integer", "minimum": 0},
                 "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
                 "types": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]},
                 "schemas": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}},
                 "schemaMap": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}
             }}
            """
    }

    private static var whole: String {
        let vocabularies = [
            "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content",
        ]
        let declared = vocabularies.map { "\"\(folder)vocab/\($0)\": true" }.joined(separator: ", ")
        let parts = vocabularies.map { "{\"$ref\": \"meta/\($0)\"}" }.joined(separator: ", ")
        return """
            {"$schema": "\(uri)", "$id": "\(uri)", "$dynamicAnchor": "meta", "$vocabulary": {\(declared)},
             "type": ["object", "boolean"], "allOf": [\(parts)]}
            """
    }

    /// The keywords of each vocabulary.
    private static let properties = [
        "core": #"""
        "$id": {"type": "string", "format": "uri-reference", "pattern": "^[^#]*#?$"},
        "$schema": {"type": "string", "format": "uri"},
        "$ref": {"type": "string", "format": "uri-reference"},
        "$dynamicRef": {"type": "string", "format": "uri-reference"},
        "$anchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
        "$dynamicAnchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
        "$vocabulary": {
            "type": "object", "propertyNames": {"format": "uri"}, "additionalProperties": {"type": "boolean"}
        },
        "$comment": {"type": "string"},
        "$defs": {"$ref": "#/$defs/schemaMap"}
        """#,
        "applicator": #"""
        "prefixItems": {"$ref": "#/$defs/schemas"}, "items": {"$dynamicRef": "#meta"},
        "contains": {"$dynamicRef": "#meta"}, "additionalProperties": {"$dynamicRef": "#meta"},
        "properties": {"$ref": "#/$defs/schemaMap"},
        "patternProperties": {"$ref": "#/$defs/schemaMap", "propertyNames": {"format": "regex"}},
        "dependentSchemas": {"$ref": "#/$defs/schemaMap"}, "propertyNames": {"$dynamicRef": "#meta"},
        "if": {"$dynamicRef": "#meta"}, "then": {"$dynamicRef": "#meta"}, "else": {"$dynamicRef": "#meta"},
        "allOf": {"$ref": "#/$defs/schemas"}, "anyOf": {"$ref": "#/$defs/schemas"},
        "oneOf": {"$ref": "#/$defs/schemas"}, "not": {"$dynamicRef": "#meta"}
        """#,
        "unevaluated": #"""
        "unevaluatedItems": {"$dynamicRef": "#meta"}, "unevaluatedProperties": {"$dynamicRef": "#meta"}
        """#,
        "validation": #"""
        "type": {"anyOf": [
            {"$ref": "#/$defs/types"},
            {"type": "array", "items": {"$ref": "#/$defs/types"}, "minItems": 1, "uniqueItems": true}
        ]},
        "const": true, "enum": {"type": "array"},
        "multipleOf": {"type": "number", "exclusiveMinimum": 0},
        "maximum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
        "minimum": {"type": "number"}, "exclusiveMinimum": {"type": "number"},
        "maxLength": {"$ref": "#/$defs/count"}, "minLength": {"$ref": "#/$defs/count"},
        "pattern": {"type": "string", "format": "regex"},
        "maxItems": {"$ref": "#/$defs/count"}, "minItems": {"$ref": "#/$defs/count"},
        "uniqueItems": {"type": "boolean"},
        "maxContains": {"$ref": "#/$defs/count"}, "minContains": {"$ref": "#/$defs/count"},
        "maxProperties": {"$ref": "#/$defs/count"}, "minProperties": {"$ref": "#/$defs/count"},
        "required": {"$ref": "#/$defs/names"},
        "dependentRequired": {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}}
        """#,
        "meta-data": #"""
        "title": {"type": "string"}, "description": {"type": "string"}, "default": true,
        "deprecated": {"type": "boolean"}, "readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"},
        "examples": {"type": "array"}
        """#,
        "format-annotation": #""format": {"type": "string"}"#,
        "format-assertion": #""format": {"type": "string"}"#,
        "content": #"""
        "contentEncoding": {"type": "string"}, "contentMediaType": {"type": "string"},
        "contentSchema": {"$dynamicRef": "#meta"}
        """#,
    ]
}
