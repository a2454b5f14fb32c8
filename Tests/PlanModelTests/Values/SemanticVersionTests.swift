import PlanModel
import Testing

@Suite struct SemanticVersionTests {
    @Test(arguments: [
        "0.0.0", "1.0.0", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x-y-z.--",
        "1.0.0+21AF26D3", "1.0.0-beta+exp.sha.5114f85", "1.0.0+001", "99999999999999999999.0.0", "1.0.0-0a",
    ])
    func reads(_ text: String) {
        #expect(SemanticVersion(text)?.description == text)
    }

    @Test(arguments: [
        "", "1", "1.0", "1.0.0.0", "01.0.0", "1.00.0", "v1.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "1.0.0+",
        "1.0.0-ä", " 1.0.0", "1.0.0 ", "-1.0.0", "1.0.٣", "1.0.0+a+b",
    ])
    func refuses(_ text: String) {
        #expect(SemanticVersion(text) == nil)
    }

    /// The order that semver.org gives as its example, and numbers that are compared as numbers.
    @Test func precedence() throws {
        let ordered = [
            "0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
            "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0", "99999999999999999999.0.0",
        ]
        let versions = try ordered.map { try #require(SemanticVersion($0)) }
        for (index, version) in versions.enumerated() {
            for (otherIndex, other) in versions.enumerated() {
                #expect(version.precedes(other) == (index < otherIndex), "\(version) before \(other)")
            }
        }
    }

    /// Build metadata does not order, but the two are different releases.
    @Test func buildMetadata() throws {
        let first = try #require(SemanticVersion("1.0.0+a"))
        let second = try #require(SemanticVersion("1.0.0+b"))
        #expect(!first.precedes(second) && !second.precedes(first))
        #expect(first != second)
    }
}
