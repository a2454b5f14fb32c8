import Foundation
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
}
