import Foundation
import TestSupport
import Testing

/// docs/threat-model.md shows exactly the attacks that are mounted here.
struct ThreatModelTests {
    private static let page = ExampleProject.checkout + "/docs/threat-model.md"

    @Test func everyRowHasItsAttack() {
        for section in AttackSection.all {
            #expect(section.attacks.map(\.id) == section.required, "\(section.file)")
            for attack in section.attacks { #expect(attack.id.hasPrefix(section.letter)) }
        }
        let ids = AttackSection.all.flatMap(\.required)
        #expect(Set(ids).count == ids.count)
    }

    /// `IMPRIMATUR_WRITE_PAGES=1 swift test --filter ThreatModelTests` writes the tables into the page.
    @Test func pageShowsTheAttacks() throws {
        let text = try String(contentsOfFile: Self.page, encoding: .utf8)
        let (before, after) = try Self.around(text)
        let written = before + Self.tables + after
        if ProcessInfo.processInfo.environment["IMPRIMATUR_WRITE_PAGES"] == "1" {
            try written.write(toFile: Self.page, atomically: true, encoding: .utf8)
        } else {
            #expect(text == written, "docs/threat-model.md is behind; see the comment of this test")
        }
    }

    private static var tables: String {
        AttackSection.all.map { "\n\($0.heading)\n\n\($0.markdown)\n" }.joined() + "\n"
    }

    private static func around(_ text: String) throws -> (before: String, after: String) {
        let start = try #require(text.firstRange(of: "<!-- attacks -->\n"))
        let end = try #require(text.firstRange(of: "<!-- end of attacks -->"))
        return (String(text[..<start.upperBound]), String(text[end.lowerBound...]))
    }
}
