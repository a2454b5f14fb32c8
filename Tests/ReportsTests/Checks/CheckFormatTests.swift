import Reports
import SourceText
import Testing

/// What holds for every format of a check report.
struct CheckFormatTests {
    static let reports = [
        CheckSamples.clean, CheckSamples.full, CheckSamples.schema, CheckSamples.hostile, CheckSamples.many,
    ]

    @Test("Each word after --format stands for one format, and none is without")
    func registry() {
        #expect(CheckReport.formats.map { $0.name.rawValue } == CheckReport.formats.map { $0.name.rawValue }.uniqued)
        #expect(DiffReport.formats.map { $0.name.rawValue } == DiffReport.formats.map { $0.name.rawValue }.uniqued)
        let written = CheckReport.formats.map { $0.name } + DiffReport.formats.map { $0.name }
        #expect(Set(written) == Set(OutputFormat.allCases))
    }

    @Test("The same report gives the same bytes, whatever the screen, and ends with a line break")
    func bytes() throws {
        let screen = TextStyle(color: true, unicode: false, width: 40)
        for format in CheckReport.formats {
            for report in Self.reports {
                let text = try report.written(as: format, .plain)
                #expect(try report.written(as: format, .plain) == text)
                #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
                if format.name != .text { #expect(try report.written(as: format, screen) == text) }
                // What a document holds neither moves a cursor nor reorders a line. JSON escapes the one, and its
                // readers want the other as it is.
                #expect(!text.contains("\u{1B}"))
                if format.name != .json, format.name != .jsonl { #expect(!text.contains("\u{202E}"), "\(format.name)") }
            }
        }
    }

    @Test("Only open errors refuse")
    func refusal() {
        #expect(Self.reports.map(\.isRefused) == [false, true, true, true, true])
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first place.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
