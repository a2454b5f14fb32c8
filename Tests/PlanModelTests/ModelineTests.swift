import Foundation
import PlanModel
import Testing

/// The documents of this repository lead an editor to `schemas/v1`.
@Suite struct ModelineTests {
    @Test(arguments: ["Tests/Fixtures/kinds", "examples"])
    func everyDocumentLeadsToTheSchemaOfItsKind(_ folder: String) throws {
        let documents = try Fixtures.paths(in: folder).filter { path -> Bool in
            guard path.hasSuffix(".yaml") else { return false }
            return try text(path).contains("\napiVersion: imprimatur/")
        }
        #expect(!documents.isEmpty)
        for path in documents {
            let lines = try text(path).split(separator: "\n")
            let kinds = lines.compactMap { $0.wholeMatch(of: #/kind: (\w+)/#)?.1 }
            let kind = try #require(kinds.first, "\(path)")
            // What lies in `changes` is copied over the example, and is right there.
            let place = path.replacing(#/changes/[^/]+//#, with: "")
            let upwards = String(repeating: "../", count: place.count { $0 == "/" })
            let line = "# yaml-language-server: $schema=\(upwards)schemas/v1/\(kind).schema.json"
            #expect(lines.first.map(String.init) == line, "\(path)")
        }
    }

    private func text(_ path: String) throws -> String { String(decoding: try Fixtures.bytes(path), as: UTF8.self) }
}
