import Materiality
import SourceText
import Testing

@testable import Reports

/// What holds for every format of a difference report.
struct DiffFormatTests {
    @Test("The same report gives the same bytes, ends with a line break, and moves no cursor and no word")
    func bytes() throws {
        let screen = TextStyle(color: true, unicode: false, width: 40)
        for format in DiffReport.formats {
            for report in [DiffSamples.twoReleases, DiffSamples.hostile, ReportTests.diff] {
                let text = try format.write(report, .plain)
                #expect(try format.write(report, .plain) == text)
                #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(format.name)")
                if format.name != .text { #expect(try format.write(report, screen) == text, "\(format.name)") }
                #expect(!text.contains("\u{1B}"), "\(format.name)")
                // JSON escapes nothing that its readers want as it is.
                if format.name != .json { #expect(!text.contains("\u{202E}"), "\(format.name)") }
            }
        }
    }

    @Test("Words of a terminal: the marks stand there without colour, long texts are cut around the change")
    func text() {
        let text = DiffText.write(DiffSamples.twoReleases, .plain)
        #expect(text.contains("- [-Never-]{+Try not to+} promise a refund above [-100-]{+1000+} EUR.\n"))
        #expect(text.contains("- - Never give legal advice.\n      was at systems/bot/prompts/system.md:13:1\n"))
        #expect(text.contains("      0.4 → 0.7\n      at systems/bot/guardrails/input.yaml:2:14\n"))
        let coloured = DiffText.write(DiffSamples.twoReleases, TextStyle(color: true, unicode: true, width: nil))
        #expect(coloured.contains("- \u{1B}[31m[-Never-]\u{1B}[0m\u{1B}[32m{+Try not to+}\u{1B}[0m promise"))

        let words = (1...80).map { "word\($0)" }
        var others = words
        others[39] = "changed"
        let change = DiffSamples.change(
            ("prompt/instruction-changed", .material, .neutral, .exact), .prompts, "p",
            old: .init(words.joined(separator: " "), at: .file(path: "p")),
            new: .init(others.joined(separator: " "), at: .file(path: "p")), "Reworded.")
        let long = DiffText.write(DiffSamples.report([change], []), .plain)
        #expect(
            long.contains(
                "      … word32 word33 word34 word35 word36 word37 word38 word39 [-word40-]{+changed+} word41 word42 word43 "
                    + "word44 word45 word46 word47 word48 …\n"))
    }
}
