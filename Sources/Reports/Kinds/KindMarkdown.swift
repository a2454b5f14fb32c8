package import PlanModel

/// `docs/documents.md`, or the section of one kind, from the schemas.
package enum KindMarkdown {
    /// The page with all kinds and what they share.
    package static func page() -> String {
        let kinds = DocumentKinds.all.compactMap { KindReference($0.kind) }
        let shared = KindReference.shared.filter { $0.name != "apiVersion" && $0.name != "metadata" }
        var lines = [
            "# Documents", "",
            "Made by `imprimatur schema --format markdown` from [the schemas](../schemas/README.md); do not edit it by "
                + "hand.",
            "", "| kind | what it is |", "|---|---|",
        ]
        lines += kinds.map { "| [\($0.kind.name)](#\(anchor($0.kind.name))) | \(MarkdownText.cell($0.description)) |" }
        lines += envelope()
        for kind in kinds { lines += section(kind) }
        lines += ["", "# Parts that kinds share"]
        for part in shared.sorted(by: { $0.name < $1.name }) { lines += section(part, heading: part.name, kind: nil) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One kind. Links to what all kinds share lead to the page.
    package static func page(of kind: DocumentKind) -> String? {
        KindReference(kind).map { section($0).dropFirst().joined(separator: "\n") + "\n" }
    }

    private static func envelope() -> [String] {
        guard let metadata = KindReference.shared.first(where: { $0.name == "metadata" }) else { return [] }
        return [
            "", "## Every document", "",
            "A document is YAML or JSON with four keys: `apiVersion: imprimatur/v1`, `kind`, `metadata` and `spec`. An "
                + "unknown key is an error, except under `metadata.annotations`, and for keys of `spec` that begin with "
                + "`x-`. The tables leave `spec.` out; `[]` stands for every entry of a list.",
            "",
        ] + table(metadata.fields, prefix: "metadata.", kind: nil)
    }

    private static func section(_ reference: KindReference) -> [String] {
        let kind = reference.kind
        let role =
            switch kind.role {
            case .controlled: "A controlled document: a version of it takes effect when it is approved."
            case .record: "A record: written once, of something that happened."
            }
        let prefix = kind.referencePrefix.map { " Other documents refer to it as `\($0):…`." } ?? ""
        var lines = ["", "## \(kind.name)", "", reference.description, "", role + prefix, ""]
        lines += table(reference.spec.fields, prefix: "", kind: kind.name)
        for part in reference.definitions {
            lines += section(part, heading: "\(part.name) of \(kind.name)", kind: kind.name)
        }
        return lines
    }

    private static func section(_ part: PartReference, heading: String, kind: String?) -> [String] {
        var lines = ["", "### \(heading)", "", part.description]
        if part.fields.isEmpty {
            if part.values.isEmpty, part.type != .text {
                lines[lines.count - 1] += " It is \(words(part.type, kind: kind))."
            }
            if let example = part.example { lines.append("Example: \(code(example)).") }
        }
        if !part.values.isEmpty {
            lines += ["", "| value | |", "|---|---|"]
            lines += part.values.map { "| \(code($0.text)) | \(MarkdownText.cell($0.description)) |" }
        }
        if !part.fields.isEmpty { lines += [""] + table(part.fields, prefix: "", kind: kind) }
        return lines
    }

    private static func table(_ fields: [FieldReference], prefix: String, kind: String?) -> [String] {
        let head = ["| key | required | value | what it says |", "|---|---|---|---|"]
        return head
            + fields.map { field in
                var meaning = MarkdownText.cell(field.description)
                for value in field.values {
                    meaning += "<br>\(code(value.text)): \(MarkdownText.cell(value.description))"
                }
                if let standard = field.defaultValue { meaning += "<br>When it is absent: \(code(standard))." }
                if let example = field.example { meaning += "<br>Example: \(code(example))" }
                let required = field.isRequired ? "yes" : ""
                let shape = field.values.isEmpty ? words(field.type, kind: kind) : "one of these"
                return "| `\(prefix)\(field.path)` | \(required) | \(shape) | \(meaning) |"
            }
    }

    // MARK: Words

    /// - Parameter kind: whose own definitions can be meant.
    private static func words(_ type: FieldType, kind: String?) -> String {
        switch type {
        case .text: "text"
        case .wholeNumber: "a whole number"
        case .number: "a number"
        case .trueOrFalse: "true or false"
        case .mapping: "a mapping"
        case .anything: "anything"
        case .list(.anything): "a list"
        case .list(let entry): "a list of " + plural(entry, kind: kind)
        case .either(let shapes): shapes.map { words($0, kind: kind) }.joined(separator: ", or ")
        case .fixed(let text): "always \(code(text))"
        case .definition(let name, let isShared):
            "[\(name)](#\(anchor(isShared ? name : "\(name) of \(kind ?? "")")))"
        }
    }

    private static func plural(_ type: FieldType, kind: String?) -> String {
        switch type {
        case .text: "texts"
        case .wholeNumber, .number: "numbers"
        case .mapping: "mappings"
        case .either(let shapes): shapes.map { plural($0, kind: kind) }.joined(separator: " or ")
        default: words(type, kind: kind)
        }
    }

    /// As hosting services make it from a heading.
    private static func anchor(_ heading: String) -> String {
        heading.lowercased().map { $0 == " " ? "-" : String($0) }.joined()
    }

    private static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(MarkdownText.cell(text)) ``" : "`\(MarkdownText.cell(text))`"
    }
}
