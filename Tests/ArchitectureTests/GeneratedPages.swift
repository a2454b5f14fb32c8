import Foundation
import PlanModel
import PlanRules
import Reports
import TestSupport
import Testing

/// Reference pages are made from the code; what is committed must be what would be made.
struct GeneratedPages {
    @Test func rulesPage() throws {
        let page = try String(contentsOfFile: ExampleProject.checkout + "/docs/rules.md", encoding: .utf8)
        #expect(page == RuleReport.markdown(RuleCatalogue.descriptions), "run `make docs`")
    }

    @Test func materialityPage() throws {
        let page = try String(contentsOfFile: ExampleProject.checkout + "/docs/materiality.md", encoding: .utf8)
        #expect(page == ChangeRuleReport.markdown(), "run `make docs`")
    }

    private static let documents = KindMarkdown.page()

    @Test func documentsPage() throws {
        let page = try String(contentsOfFile: ExampleProject.checkout + "/docs/documents.md", encoding: .utf8)
        #expect(page == Self.documents, "run `make docs`")
    }

    @Test func everyLinkOfTheDocumentsPageLeadsToOneHeading() {
        let headings = Self.documents.split(separator: "\n").compactMap { line -> String? in
            line.wholeMatch(of: #/#+ (.+)/#).map { $0.1.lowercased().replacingOccurrences(of: " ", with: "-") }
        }
        let links = Self.documents.matches(of: #/\(#([^)]*)\)/#).map { String($0.1) }
        #expect(Set(links).subtracting(headings).sorted() == [])
        #expect(Set(headings).count == headings.count)
    }

    /// Read anew from the schemas, without the code that makes the page.
    @Test(arguments: EmbeddedSchemas.names) func theDocumentsPageHasEveryKey(_ name: String) throws {
        let schema = try JSONSerialization.jsonObject(with: Data((EmbeddedSchemas.text(name) ?? "").utf8))
        let page = Self.documents
        let keys = Self.keys(of: schema).subtracting(["apiVersion", "kind", "metadata", "spec"])
        #expect(!keys.isEmpty)
        for key in keys { #expect(page.contains("`\(key)` | ") || page.contains(".\(key)` | "), "\(key)") }
    }

    private static func keys(of schema: Any) -> Set<String> {
        if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(Self.keys(of: $1)) } }
        guard let mapping = schema as? [String: Any] else { return [] }
        var keys = Set((mapping["properties"] as? [String: Any] ?? [:]).keys)
        for value in mapping.values { keys.formUnion(Self.keys(of: value)) }
        return keys
    }
}
