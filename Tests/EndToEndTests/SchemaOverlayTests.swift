import Commands
import Foundation
import TestSupport
import Testing

/// Where the references of an organisation's own schemas lead.
struct SchemaOverlayTests {
    /// As for `validate`: a schema that says where it is published finds the files beside it.
    @Test func schemaOverlayFindsItsNeighbours() throws {
        let repository = try ExampleProject.repository()
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  schemas:\n    - {kind: AISystem, overlay: ./governance/schemas/system.json}\n")
        try repository.write("secret.json", "{}")
        try repository.write(
            "governance/schemas/my part.json",
            #"{"properties": {"metadata": {"required": ["labels"]}}}"#)
        for id in ["", #""$id": "https://example.org/x/s.json", "#] {
            try repository.write("governance/schemas/system.json", "{\(id)\"$ref\": \"my%20part.json\"}")
            let result = repository.imprimatur("check")
            #expect(result.status == .refused, "\(result.diagnostics)")
            #expect(result.output.contains("labels"))

            try repository.write(
                "governance/schemas/system.json", "{\(id)\"$ref\": \"%2e%2e/%2e%2e/secret.json\"}")
            #expect(repository.imprimatur("check").status == .undecided)
        }
    }

    @Test func schemaOverlayIsOneDocument() throws {
        let repository = try ExampleProject.repository()
        try repository.write(
            "imprimatur.yaml",
            try repository.read("imprimatur.yaml")
                + "  schemas:\n    - {kind: AISystem, overlay: governance/schemas/system.yaml}\n")
        try repository.write("governance/schemas/system.yaml", "{}\n---\nrequired: [x]\n")
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("holds one document, and this one has 2"))
    }
}
