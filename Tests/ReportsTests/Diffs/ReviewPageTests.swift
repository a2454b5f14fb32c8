import Foundation
import PackageContents
import SourceText
import Testing

@testable import Materiality
@testable import Reports

struct ReviewPageTests {
    private static func page(_ report: DiffReport) throws -> ParsedPage {
        try ParsedPage(ReviewPage.write(report, .plain))
    }

    private static let reports: [(String, @Sendable () -> DiffReport)] = [
        ("two releases", { DiffSamples.twoReleases }), ("hostile", { DiffSamples.hostile }),
        ("three systems", { ReportTests.diff }), ("nothing", { DiffReport(base: "a", head: "b", systems: []) }),
    ]

    @Test("Only our own elements and attributes are on the page, and nothing that loads or runs", arguments: reports)
    func elements(name: String, report: @Sendable () -> DiffReport) throws {
        let page = try Self.page(report())
        let known: Set = [
            "id", "class", "lang", "name", "content", "charset", "http-equiv", "type", "for", "scope", "translate",
            "tabindex", "role", "aria-label", "aria-labelledby", "data-class", "data-part", "checked", "open", "href",
            "rel", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "viewBox", "d", "text-anchor",
        ]
        for element in page.elements {
            #expect(HTMLTag(rawValue: element.tag) != nil, "\(element.tag)")
            #expect(Set(element.attributes.keys).subtracting(known) == [], "\(element)")
            if let href = element.attributes["href"] {
                #expect(href.hasPrefix("#") || href.hasPrefix("https://github.com/"), "\(href)")
            }
        }
        #expect(!page.css.contains("url(") && !page.css.contains("@import") && !page.css.contains("</"))
        #expect(page.elements.count { $0.tag == "style" } == 1)
    }

    @Test("The policy forbids everything but this style sheet, by its digest")
    func policy() throws {
        let page = try Self.page(DiffSamples.twoReleases)
        let policy = page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
            UInt8(ContentDigest.sha256(Array(page.css.utf8)).dropFirst(place).prefix(2), radix: 16)
        }
        #expect(
            policy?.attributes["content"]
                == "default-src 'none'; style-src 'sha256-\(Data(bytes).base64EncodedString())'; base-uri 'none'; "
                + "form-action 'none'")
    }

    @Test("Ids are unique, every link within the page leads somewhere, headings skip no level", arguments: reports)
    func structure(name: String, report: @Sendable () -> DiffReport) throws {
        let page = try Self.page(report())
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in page.elements {
            if let href = element.attributes["href"], href.hasPrefix("#") {
                #expect(ids.contains(String(href.dropFirst())), "\(href)")
            }
            if let label = element.attributes["aria-labelledby"] ?? element.attributes["for"] {
                #expect(ids.contains(label), "\(label)")
            }
        }
        let headings = page.elements.filter { ["h1", "h2", "h3", "h4"].contains($0.tag) }.compactMap {
            Int($0.tag.dropFirst())
        }
        #expect(headings.first == 1 && headings.count { $0 == 1 } == 1)
        #expect(zip(headings, headings.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(headings)")
        for landmark in ["header", "main", "footer"] {
            #expect(page.elements.count { $0.tag == landmark } == 1, "\(landmark)")
        }
        #expect(page.elements.first { $0.path.last == "body" }?.attributes["class"] == "skip")
    }

    @Test("The verdict, what it takes, each change and both texts of each file can be read")
    func content() throws {
        let page = try Self.page(DiffSamples.twoReleases)
        for words in [
            "Critical: bot 1.0.0 → 1.1.0", "A protection gets weaker", "5 changes: 3 critical, 1 material, 1 minor.",
            "risk-approver × 1", "safety-eval", "What was forbidden is forbidden less strongly.",
            "read as nemo-guardrails colang 1.0", "19 unchanged lines", "This is not text", "3 bytes, SHA-256",
            DiffSamples.commit("a"), DiffSamples.commit("b"),
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        let lines = [DiffSamples.oldPrompt, DiffSamples.newPrompt].flatMap { $0.textLines ?? [] }
        #expect(lines.filter { !$0.isEmpty && !page.text.contains($0) } == [])
        let changes = page.elements.filter { $0.tag == "article" }
        #expect(
            changes.map { $0.attributes["data-class"] } == ["critical", "critical", "material", "critical", "minor"])
        // A place leads to the line further down, and to the host.
        let links = page.elements.compactMap { $0.attributes["href"] }
        #expect(links.contains("#s1-f2-now-12") && links.contains("#s1-f2-before-13"))
        #expect(
            links.contains(
                "https://github.com/lindholm/bot/blob/\(DiffSamples.commit("a"))/systems/bot/prompts/system.md#L13"))
        #expect(!links.contains { $0.contains("token") })
        // The filter has a box for each class and part that there is.
        let boxes = page.elements.filter { $0.tag == "input" }.compactMap { $0.attributes["id"] }
        #expect(
            boxes == [
                "show-class-critical", "show-class-material", "show-class-minor", "show-part-prompts",
                "show-part-guardrails", "show-part-inference",
            ])
        for box in boxes { #expect(page.css.contains("#\(box):not(:checked)")) }
    }

    @Test("Without a known host there are object ids, and no link leaves the page")
    func withoutHost() throws {
        let report = DiffSamples.twoReleases
        let objects = ComparedObjects(base: report.objects.base, head: report.objects.head)
        let page = try Self.page(DiffReport(base: "a", head: "b", systems: report.systems, objects: objects))
        #expect(page.elements.compactMap { $0.attributes["href"] }.allSatisfy { $0.hasPrefix("#") })
        #expect(page.text.contains("cccccccccccc") && page.text.contains("dddddddddddd"))
        let nameless = try Self.page(DiffReport(base: "a", head: "b", systems: report.systems))
        #expect(!nameless.text.contains("commit "))
    }

    @Test("A prompt of five megabytes makes a page that a browser can open")
    func huge() throws {
        let old = (0..<100_000).map { "Article \($0) says that returns are free for \($0 % 90) days." }
        var new = old
        new[70_000] = "Article 70000 says that returns are never free."
        let file = { (lines: [String]) in
            SourceFile(path: "p.md", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        }
        let far = (0..<100_000).map { "Something else entirely, number \($0), stands in this line now." }
        let report = DiffSamples.report(
            [],
            [
                ComparedFile(category: .prompts, subject: "p", old: file(old), new: file(new)),
                ComparedFile(category: .prompts, subject: "q", old: file(old), new: file(far)),
            ])
        let clock = ContinuousClock()
        var text = ""
        let time = clock.measure { text = ReviewPage.write(report, .plain) }
        #expect(time < .seconds(60))
        #expect(text.utf8.count < 3_000_000)
        #expect(text.contains("70001</span>"))
        #expect(text.contains("69997 unchanged lines, not on this page"))
        #expect(text.contains("99000 more changed lines, not on this page"))
    }
}
