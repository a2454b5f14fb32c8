import Testing

/// Every test of the official suite must come out right, and every refusal must say something about the document.
@Suite(.enabled(if: ConformanceSuite.folder != nil, "../shared/conformance/json-schema is not beside the checkout"))
struct ConformanceTests {
    /// Tests that come out wrong (`file / group / test`) and why. A test that is mended must leave the list.
    static let knownGaps: [String: String] = [:]

    @Test(arguments: ConformanceSuite.files())
    func required(_ file: String) throws {
        try check(file, assertsFormats: false)
    }

    @Test(arguments: ConformanceSuite.files(in: "optional/format/"))
    func formats(_ file: String) throws {
        try check(file, assertsFormats: true)
    }

    @Test("The whole suite is there and passes")
    func wholeSuite() throws {
        let required = try ConformanceSuite.files().map { try ConformanceSuite.run($0, assertsFormats: false).passed }
        let formats = try ConformanceSuite.files(in: "optional/format/")
            .map { try ConformanceSuite.run($0, assertsFormats: true).passed }
        print("JSON Schema Test Suite: \(required.reduce(0, +)) required, \(formats.reduce(0, +)) format tests pass")
        #expect(required.reduce(0, +) >= 1_299)
        #expect(formats.reduce(0, +) >= 764)
    }

    private func check(_ file: String, assertsFormats: Bool) throws {
        let outcome = try ConformanceSuite.run(file, assertsFormats: assertsFormats)
        let gaps = Self.knownGaps.keys.filter { $0.hasPrefix(file + " / ") }
        #expect(outcome.wrong.filter { wrong in !gaps.contains { wrong.hasPrefix($0) } } == [])
        #expect(
            gaps.filter { gap in !outcome.wrong.contains { $0.hasPrefix(gap) } } == [], "mended: remove from the list")
        #expect(outcome.speechless == [])
    }
}
