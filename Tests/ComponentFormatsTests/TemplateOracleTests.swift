import Foundation
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Variables and refusals as the reference engines have them (Tests/Fixtures/templates/record.py).
struct TemplateOracleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let engine: PromptTemplate.Engine
        let template: String
        /// Nil when the engine refuses the template.
        let variables: [String]?

        var testDescription: String { "\(engine.rawValue): \(template)" }
    }

    static let cases: [Case] = {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/templates/variables.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        let stream = JSONReader.read(SourceFile(path: "variables.json", bytes: Array(data)))
        return stream.documents.first?.root.items.compactMap { item in
            guard let engine = PromptTemplate.Engine(rawValue: item["engine"]?.text ?? ""),
                let template = item["template"]?.text, let variables = item["variables"]
            else { return nil }
            return Case(
                engine: engine, template: template, variables: variables.isNull ? nil : variables.items.map(\.text))
        } ?? []
    }()

    @Test("The recorded templates are there") func recorded() { #expect(Self.cases.count > 50) }

    @Test("Each engine's variables are those that the engine itself looks up", arguments: cases)
    func variables(_ recorded: Case) {
        let source = SourceFile(path: "a", bytes: Array(recorded.template.utf8))
        let reading = recorded.engine.read(MappedText(source)) { _ in nil }
        guard let expected = recorded.variables else {
            #expect(!reading.defects.isEmpty)
            return
        }
        #expect(reading.defects.map(\.message) == [])
        let found = reading.template.pieces.flatMap { piece -> [String] in
            switch piece.kind {
            case .expression(let names), .blockStart(let names), .blockBranch(let names): names
            default: []
            }
        }
        #expect(Set(found.map { String($0.prefix { $0 != "." }) }).sorted() == expected)
    }

    @Test("What is sent of a template is its text, byte by byte", arguments: cases)
    func text(_ recorded: Case) {
        let source = SourceFile(path: "a", bytes: Array(recorded.template.utf8))
        let reading = recorded.engine.read(MappedText(source)) { _ in nil }
        for piece in reading.template.pieces where piece.kind == .text {
            #expect(source.text(piece.range) == piece.content)
        }
    }
}
