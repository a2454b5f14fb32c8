import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// What an editor shows of `schemas/v1`: yaml-language-server shows descriptions, the values of an `enum` with their
/// `enumDescriptions`, and examples when one points at a key; it offers values, examples and defaults for completion.
struct KindSchemaWordingTests {
    @Test("Every key, entry and definition is described, in sentences", arguments: KindSchemaTests.names)
    func descriptions(file: String) {
        for place in KindSchemaPlace.all(in: file) where place.role != .constraint {
            let text = place.keyword("description")?.string
            #expect(text.map(isProse) == true, "\(place): \(text ?? "no description")")
        }
    }

    @Test("Every value of an enum is described, in sentences", arguments: KindSchemaTests.names)
    func enumDescriptions(file: String) {
        for place in KindSchemaPlace.all(in: file) where place.role != .constraint {
            guard let values = place.node["enum"] else {
                #expect(place.node["enumDescriptions"] == nil, "\(place)")
                continue
            }
            let texts = place.node["enumDescriptions"]?.items.map(\.text) ?? []
            #expect(texts.count == values.count, "\(place)")
            #expect(texts.filter { !isProse($0) } == [], "\(place)")
        }
    }

    @Test("Every value that can be typed has an example or a default", arguments: KindSchemaTests.names)
    func examples(file: String) {
        let places = KindSchemaPlace.all(in: file)
        for place in places where place.role == .value {
            let isTyped = !Set(place.types).isDisjoint(with: ["string", "number", "integer", "boolean"])
            guard isTyped, place.keyword("enum") == nil, place.keyword("const") == nil else { continue }
            if place.keyword("examples") != nil || place.keyword("default") != nil { continue }
            // The list or mapping that the entry belongs to may show it.
            let around = places.first {
                place.pointer == $0.pointer + "/items" || place.pointer == $0.pointer + "/additionalProperties"
            }
            #expect(around?.node["examples"] != nil, "\(place)")
        }
    }

    @Test("Every example and default is valid", arguments: KindSchemaTests.names)
    func validity(file: String) throws {
        for place in KindSchemaPlace.all(in: file) {
            let samples = (place.node["examples"]?.items.map { $0 } ?? []) + [place.node["default"]].compactMap { $0 }
            guard !samples.isEmpty else { continue }
            #expect(place.role != .constraint, "\(place): nobody sees this")
            let schema = try SchemaCompiler.compile("\(file)#\(place.pointer)", in: KindSchemaTests.registry)
            for sample in samples {
                let failures = schema.validate(sample).map { "\($0.path): \($0.message)" }
                #expect(failures == [], "\(place): \(sample.location.label)")
            }
            #expect(Set(samples.map(\.range)).count == samples.count)
        }
    }

    /// Readers that know draft-07 only must come to the same verdicts.
    @Test("Only keywords that mean the same in draft-07", arguments: KindSchemaTests.names)
    func keywords(file: String) {
        for place in KindSchemaPlace.all(in: file) {
            let keys = Set(place.node.entries.map(\.key.text))
            #expect(keys.subtracting(Self.keywords).sorted() == [], "\(place)")
            // In draft-07 nothing beside a `$ref` counts, so nothing there may decide.
            if keys.contains("$ref") { #expect(keys.subtracting(Self.annotations).sorted() == ["$ref"], "\(place)") }
            // A list of schemas means something else in each draft.
            #expect(place.node["items"].map { $0.kind == .sequence } != true, "\(place)")
        }
    }

    private static let annotations: Set = ["title", "description", "default", "examples"]
    private static let keywords = annotations.union([
        "$schema", "$defs", "$ref", "additionalProperties", "allOf", "anyOf", "const", "else", "enum",
        "enumDescriptions", "format", "if", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems",
        "minLength", "minProperties", "minimum", "oneOf", "pattern", "patternProperties", "properties", "required",
        "then", "type", "uniqueItems",
    ])

    private func isProse(_ text: String) -> Bool {
        guard let first = text.first, text.hasSuffix(".") || text.hasSuffix("…") else { return false }
        return (first.isUppercase || first == "`") && !text.contains("  ") && text.count > 2
    }
}
