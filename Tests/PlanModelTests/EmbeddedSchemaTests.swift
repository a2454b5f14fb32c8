import PlanModel
import Snapshots
import Testing

@Suite struct EmbeddedSchemaTests {
    @Test func allSchemasOfTheFolderAreEmbedded() {
        let files = Fixtures.names(in: "schemas/v1").filter { $0.hasSuffix(".schema.json") }
        #expect(EmbeddedSchemas.names.map { "\($0).schema.json" }.sorted() == files)
    }

    /// `schemas/v1` is normative.
    @Test(arguments: EmbeddedSchemas.names)
    func embeddedSchemasAreThoseOfTheFolder(_ name: String) throws {
        let normative = try Fixtures.bytes("schemas/v1/\(name).schema.json")
        let isEqual = EmbeddedSchemas.text(name).map { Array($0.utf8) } == normative
        #expect(isEqual, "run Scripts/embed-schemas > Sources/PlanModel/EmbeddedSchemas.swift")
    }

    @Test(arguments: DocumentKinds.all.map { $0.kind.name })
    func everySchemaCompiles(_ kind: String) throws {
        _ = try KindSchemas.schema(of: kind)
    }
}
