import YAMLDocuments

/// Mistakes that come from other drafts, other schema languages or other programming languages: what is meant is known.
enum CommonMistake {
    static func advice(_ failure: SchemaFailure, _ draft: SchemaDraft) -> (message: String, mend: String)? {
        guard case .key(let keyword)? = failure.path.elements.first else { return nil }
        let node = failure.node
        switch keyword {
        case "type":
            guard let word = node.string?.lowercased() else { return nil }
            if word == "any" {
                return (failure.message, "Leave `type` out: then every type is allowed.")
            }
            guard let meant = typeWords[word] else { return nil }
            return (failure.message, "Write \(meant).")
        case "items" where node.kind == .sequence && failure.path.elements.count == 1:
            return (
                "items must be one schema, but is a list",
                "Write `prefixItems` for a list of schemas, or declare an older draft with $schema."
            )
        case "exclusiveMinimum", "exclusiveMaximum":
            let limit = keyword == "exclusiveMinimum" ? "minimum" : "maximum"
            if node.boolean == true, !draft.exclusiveLimitsAreFlags {
                return (failure.message, "Write the number here, in place of `\(limit)`.")
            }
            if node.decimal != nil, draft.exclusiveLimitsAreFlags {
                return (failure.message, "Write the number under `\(limit)`, and `\(keyword): true` beside it.")
            }
            return nil
        case "required" where node.boolean != nil:
            return (
                failure.message,
                "List the required keys in the schema of the mapping that has them, as `required: [name]`."
            )
        default: return isSchema(failure, keyword) ? notASchema(failure) : nil
        }
    }

    /// Whether the failure is about the type of something that should be a schema.
    private static func isSchema(_ failure: SchemaFailure, _ keyword: String) -> Bool {
        guard failure.keyword == "type", let keyword = KeywordTable.keyword(Array(keyword.utf8)[...]) else {
            return false
        }
        switch KeywordTable.row(of: keyword).value {
        case .schema, .schemaOrFlag, .items: return failure.path.elements.count == 1
        case .schemaMap, .patternMap, .schemaList: return failure.path.elements.count == 2
        default: return false
        }
    }

    private static func notASchema(_ failure: SchemaFailure) -> (message: String, mend: String) {
        let name = failure.path.description
        return (
            "\(name) must be a schema (a mapping, true or false), but is \(Wording.typedValue(failure.node))",
            "Write a mapping of keywords, such as `type: string`; true allows every value."
        )
    }

    /// What other languages call the types.
    private static let typeWords = [
        "str": "string", "text": "string", "char": "string", "varchar": "string", "int": "integer", "long": "integer",
        "float": "number", "double": "number", "decimal": "number", "real": "number", "bool": "boolean",
        "list": "array", "sequence": "array", "tuple": "array", "set": "array", "dict": "object", "map": "object",
        "mapping": "object", "hash": "object", "struct": "object", "record": "object", "none": "null", "nil": "null",
        "date": "`type: string` and `format: date`", "datetime": "`type: string` and `format: date-time`",
        "uri": "`type: string` and `format: uri`", "url": "`type: string` and `format: uri`",
        "email": "`type: string` and `format: email`", "uuid": "`type: string` and `format: uuid`",
        "enum": "`enum` with the list of values, without `type`",
    ]
}
