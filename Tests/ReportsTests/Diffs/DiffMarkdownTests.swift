import Materiality
import SourceText
import Testing

@testable import Reports

struct DiffMarkdownTests {
    @Test("The verdict comes first, then a table with links, then folded details with the words marked")
    func comment() {
        let text = DiffMarkdown.write(DiffSamples.twoReleases, .plain)
        let prompt = "https://github.com/lindholm/bot/blob/\(DiffSamples.commit("b"))/systems/bot/prompts/system.md"
        #expect(
            text.hasPrefix(
                """
                ### Critical: bot 1.0.0 → 1.1.0

                A protection gets weaker, or the system serves another purpose. 5 changes: 3 critical, 1 material, 1 minor.

                **To release this:**

                - passed evidence for safety-eval, made on exactly these files
                - approval by risk-approver × 1

                | class | what | where |
                | --- | --- | --- |
                | **critical** | `prompt/prohibition-weakened` in `system-prompt`<br>What was forbidden is forbidden less \
                strongly. | [`systems/bot/prompts/system.md:12:1`](\(prompt)#L12) |

                """))
        #expect(
            text.contains(
                """
                <details><summary>Prompts: 2 critical, 1 material</summary>

                **critical** `prompt/prohibition-weakened` in `system-prompt`: What was forbidden is forbidden less \
                strongly. This was read from the words of the text, so a person should look at it.

                <pre>- <del>Never</del><ins>Try not to</ins> promise a refund above <del>100</del><ins>1000</ins> EUR.</pre>

                at [`systems/bot/prompts/system.md:12:1`](\(prompt)#L12)

                """))
        #expect(text.contains("\n<pre><del>- Never give legal advice.</del></pre>\n"))
        #expect(text.contains("\n`0.4` → `0.7`\n"))
        #expect(
            text.hasSuffix("\n</details>\n\nCompared: `bot@1.0.0` (`aaaaaaaaaaaa`) → `topic` (`bbbbbbbbbbbb`)\n"))
    }

    @Test("What comes from a repository stays text")
    func hostile() {
        let text = DiffMarkdown.write(DiffSamples.hostile, .plain)
        // In a block of HTML, Markdown means nothing.
        let block = #/(?m)^<pre>(?s:.*?)<\/pre>$/#
        let blocks = text.matches(of: block).map { String($0.0) }
        #expect(!blocks.isEmpty)
        let prose = Self.withoutCode(text.replacing(block, with: ""))
        // The only tags are ours, each closed as often as opened.
        for (part, allowed) in [(prose, Self.ours), (blocks.joined(), Self.oursInBlocks)] {
            let tags = Set(part.matches(of: #/<(/?[a-zA-Z]+|!--)/#).map { String($0.1) })
            #expect(tags.subtracting(allowed) == [])
            for tag in ["details", "summary", "pre", "del", "ins"] {
                #expect(part.count("<\(tag)>") == part.count("</\(tag)>"), "\(tag)")
            }
            let links = part.replacing(#/\]\(https:\/\/github\.com\/o\/r\/blob\/[a-z0-9%A-Z_.~\/-]*#L1\)/#, with: "]()")
            for unwanted in ["@ana", "#12", "://", "www.evil", "GH-7", "\u{202E}", "\u{1B}"] {
                #expect(!links.contains(unwanted), "\(unwanted)")
            }
        }
        // Each row of the table has its three cells.
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| **") }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 4 })
        // A heading or a rule from a repository would begin a line.
        #expect(prose.split(separator: "\n").filter { $0.hasPrefix("#") || $0.hasPrefix("---") }.count == 1)
    }

    private static let oursInBlocks: Set = ["pre", "/pre", "del", "/del", "ins", "/ins", "!--"]
    private static let ours: Set = [
        "details", "/details", "summary", "/summary", "br", "!--",
    ]

    /// Without code spans as CommonMark 0.31 (6.1) finds them: between two runs of the same number of backticks.
    private static func withoutCode(_ text: String) -> String {
        var prose = ""
        var rest = text[...]
        while let tick = rest.firstIndex(where: { $0 == "`" || $0 == "\\" }) {
            prose += rest[..<tick]
            rest = rest[tick...]
            if rest.first == "\\" {
                rest = rest.dropFirst(2)
                continue
            }
            let fence = rest.prefix { $0 == "`" }
            var search = rest[fence.endIndex...]
            rest = search
            while let next = search.firstIndex(of: "`") {
                let run = search[next...].prefix { $0 == "`" }
                search = search[run.endIndex...]
                if run.count == fence.count {
                    rest = search
                    break
                }
            }
        }
        return prose + rest
    }

    @Test("However much changed, a comment holds it, and says what it leaves out")
    func limit() {
        let text = DiffMarkdown.write(DiffSamples.many, .plain)
        #expect(text.utf8.count <= 65_536)
        #expect(text.utf8.count > 40_000)
        #expect(text.contains("more changes, for which a comment has no room."))
        #expect(text.count("<details>") == text.count("</details>"))
        #expect(text.count("<details>") > 0)
        let long = String(repeating: "word ", count: 200_000)
        let change = DiffSamples.change(
            ("prompt/rewritten", .material, .neutral, .exact), .prompts, "p",
            old: nil, new: .init(long, at: .file(path: "p")), "Long.")
        let single = DiffMarkdown.write(DiffSamples.report([change], []), .plain)
        #expect(single.utf8.count <= 65_536)
        #expect(single.contains(" …\n") || single.contains(" …</pre>"))
    }

    @Test("Many systems fit too")
    func manySystems() {
        let one = DiffSamples.twoReleases.systems[0]
        let report = DiffReport(base: "a", head: "b", systems: Array(repeating: one, count: 300))
        let text = DiffMarkdown.write(report, .plain)
        #expect(text.utf8.count <= 65_536)
        #expect(text.contains("more systems, for which a comment has no room."))
        #expect(
            DiffMarkdown.write(DiffReport(base: "a", head: "b", systems: []), .plain)
                == "No AI system differs between `a` and `b`.\n")
    }
}

extension String {
    fileprivate func count(_ part: String) -> Int { ranges(of: part).count }
}
