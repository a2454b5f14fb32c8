import SchemaValidation
import Testing

/// Every test of the official suite must come out right, and every refusal must say something about the document.
@Suite(.enabled(if: ConformanceSuite.folder != nil, "the JSON Schema Test Suite is not beside the checkout"))
struct ConformanceTests {
    /// Tests that come out wrong (start of `file / group / test`) and why. A test that is mended must leave the list.
    static let knownGaps: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "validation of string-encoded content based on media type / an invalid JSON document",
            "validation of binary string-encoding / an invalid base64 string",
            "validation of binary-encoded media type documents / a validly-encoded invalid JSON document",
            "validation of binary-encoded media type documents / an invalid base64 string that is valid JSON",
        ].map {
            (
                "draft7/optional/content / " + $0,
                "draft-07 leaves it open whether content asserts; later drafts say that it does not, and so it is here"
            )
        })

    @Test("Every file of every draft", arguments: ConformanceSuite.files)
    func file(_ file: ConformanceSuite.File) throws {
        let outcome = try ConformanceSuite.run(file)
        let gaps = Self.knownGaps.keys.filter { $0.hasPrefix(file.name + " / ") }
        #expect(outcome.wrong.filter { wrong in !gaps.contains { wrong.hasPrefix($0) } } == [])
        #expect(
            gaps.filter { gap in !outcome.wrong.contains { $0.hasPrefix(gap) } } == [], "mended: remove from the list")
        #expect(outcome.speechless == [])
    }

    @Test("The whole suite is there and passes")
    func wholeSuite() throws {
        var passed: [SchemaDraft: (required: Int, optional: Int, formats: Int)] = [:]
        for file in ConformanceSuite.files {
            let count = try ConformanceSuite.run(file).passed
            var counts = passed[file.draft] ?? (0, 0, 0)
            if file.assertsFormats {
                counts.formats += count
            } else if file.isOptional {
                counts.optional += count
            } else {
                counts.required += count
            }
            passed[file.draft] = counts
        }
        for (draft, counts) in passed.sorted(by: { $0.key < $1.key }) {
            print(
                "JSON Schema Test Suite \(draft.name): \(counts.required) required, \(counts.optional) optional, "
                    + "\(counts.formats) format tests pass")
        }
        guard !ConformanceSuite.isNamedByEnvironment else { return }
        let current = try #require(passed[.draft2020])
        #expect(current.required >= 1_299)
        #expect(current.formats >= 764)
    }
}
