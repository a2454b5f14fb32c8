import Approvals
import Foundation
import TestSupport
import Testing

/// docs/trust-root.md says what each reason means, in the words that the tool has for it.
struct ReasonPageTests {
    private static let page = ExampleProject.checkout + "/docs/trust-root.md"

    /// `IMPRIMATUR_WRITE_PAGES=1 swift test --filter ReasonPageTests` writes the table into the page.
    @Test func pageHasEveryReason() throws {
        let text = try String(contentsOfFile: Self.page, encoding: .utf8)
        let start = try #require(text.firstRange(of: "<!-- reasons -->\n"))
        let end = try #require(text.firstRange(of: "<!-- end of reasons -->"))
        let rows = TrustFailure.Code.allCases.map { "| `\($0.rawValue)` | \($0.meaning) |\n" }.joined()
        let written =
            text[..<start.upperBound] + "\n| reason | meaning |\n|---|---|\n" + rows + "\n" + text[end.lowerBound...]
        if ProcessInfo.processInfo.environment["IMPRIMATUR_WRITE_PAGES"] == "1" {
            try String(written).write(toFile: Self.page, atomically: true, encoding: .utf8)
        } else {
            #expect(text == written, "docs/trust-root.md is behind; see the comment of this test")
        }
    }
}
