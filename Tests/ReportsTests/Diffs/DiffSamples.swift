import ComponentFormats
import Releases
import SourceText

@testable import Materiality
@testable import Reports

/// Difference reports as the engine could make them.
enum DiffSamples {
    /// What could do harm in HTML, in Markdown, on GitHub, and on a terminal.
    static let markup =
        "</pre></details></style><script>fetch('https://evil.example/')</script>`|*c* ``` [f](https://evil.example) "
        + "<img src=x onerror=alert(1)> @ana #12 GH-7 www.evil.example $x$ & \" ' \u{202E}\u{1B}[31m\n---\n# next"

    static let oldPrompt = text(
        "systems/bot/prompts/system.md",
        """
        # Who you are

        You help customers of a kitchen shop.

        # Tone

        - Be calm, polite and to the point.
        - Answer in the language of the question.

        # Limits

        - Never promise a refund above 100 EUR.
        - Never give legal advice.
        - Say that you are an assistant, not a person.

        \((1...20).map { "Article \($0) stays as it is." }.joined(separator: "\n"))

        """)

    static let newPrompt = text(
        "systems/bot/prompts/system.md",
        oldPrompt.text(0..<oldPrompt.bytes.count)
            .replacing("calm, polite", with: "warm, friendly")
            .replacing("Never promise a refund above 100 EUR", with: "Try not to promise a refund above 1000 EUR")
            .replacing("- Never give legal advice.\n", with: ""))

    static let oldGuard = text("systems/bot/guardrails/input.yaml", "rails:\n  threshold: 0.4\n")
    static let newGuard = text("systems/bot/guardrails/input.yaml", "rails:\n  threshold: 0.7\n")

    static var twoReleases: DiffReport {
        let changes = [
            change(
                ("prompt/prohibition-weakened", .critical, .loosened, .heuristic), .prompts, "system-prompt",
                old: place("- Never promise a refund above 100 EUR.", oldPrompt),
                new: place("- Try not to promise a refund above 1000 EUR.", newPrompt),
                "What was forbidden is forbidden less strongly."),
            change(
                ("guardrail/threshold-loosened", .critical, .loosened, .exact), .guardrails, "input", "rails.threshold",
                old: place("0.4", oldGuard), new: place("0.7", newGuard),
                "The guardrail lets more through: threshold went from \"0.4\" to \"0.7\".",
                format: FormatIdentity("nemo-guardrails", version: "colang 1.0", .signature)),
            change(
                ("prompt/prohibition-removed", .critical, .loosened, .heuristic), .prompts, "system-prompt",
                old: place("- Never give legal advice.", oldPrompt), new: nil, "Something is no longer forbidden."),
            change(
                ("prompt/instruction-changed", .material, .neutral, .exact), .prompts, "system-prompt",
                old: place("- Be calm, polite and to the point.", oldPrompt),
                new: place("- Be warm, friendly and to the point.", newPrompt), "The sentence was reworded."),
            change(
                ("inference/sampling-changed", .minor, .neutral, .exact), .inference, "inference", "topP",
                old: ChangeSide("0.9", at: .file(path: "systems/bot/inference.yaml")),
                new: ChangeSide("0.95", at: .file(path: "systems/bot/inference.yaml")), "topP went from 0.9 to 0.95."),
        ]
        let files = [
            ComparedFile(category: .guardrails, subject: "input", old: oldGuard, new: newGuard),
            ComparedFile(category: .prompts, subject: "system-prompt", old: oldPrompt, new: newPrompt),
            ComparedFile(
                category: .prompts, subject: "farewell", old: nil,
                new: text("systems/bot/prompts/farewell.md", "Thank them.\n")),
            ComparedFile(
                category: .retrieval, subject: "index", old: SourceFile(path: "systems/bot/index.bin", bytes: [0, 1]),
                new: SourceFile(path: "systems/bot/index.bin", bytes: [0, 2, 3])),
        ]
        return report(changes, files)
    }

    static var hostile: DiffReport {
        let file = SourceFile(path: "a \(markup).md", bytes: Array((markup + "\nold\n").utf8))
        let other = SourceFile(path: "a \(markup).md", bytes: Array((markup + "\nnew\n").utf8))
        let categories = ChangeCategory.allCases
        let changes = categories.flatMap { category in
            [
                change(
                    ("prompt/instruction-changed", .material, .neutral, .exact), category, markup, markup,
                    old: ChangeSide(markup + " one two three", at: .span(file, range: 0..<9)),
                    new: ChangeSide(markup + " one two four", at: .span(other, range: 0..<9)), markup),
                change(
                    ("prompt/instruction-removed", .minor, .neutral, .exact), category, markup, markup,
                    old: ChangeSide(markup, at: .object(name: markup)), new: nil, markup),
                change(
                    ("prompt/format-only", .minor, .neutral, .exact), category, markup, markup,
                    old: ChangeSide("`|<b>", at: .file(path: markup)), new: ChangeSide("</b>", at: .file(path: markup)),
                    markup),
            ]
        }
        return DiffReport(
            base: markup, head: markup,
            systems: [
                SystemDifference(
                    system: markup, baseVersion: markup, headVersion: markup, changeClass: "material",
                    comparison: Comparison(
                        changes: changes,
                        files: categories.map { ComparedFile(category: $0, subject: markup, old: file, new: other) }),
                    gates: [markup], approvals: [markup])
            ],
            notes: [.init(code: "x", message: markup, mend: markup)],
            objects: ComparedObjects(
                base: .init(commit: commit("a"), blobs: [file.path: commit("c")]),
                head: .init(commit: commit("b"), blobs: [file.path: commit("d")]),
                host: RepositoryHost(remote: "git@github.com:o/r.git")))
    }

    /// More than a comment can hold.
    static var many: DiffReport {
        let changes = (1...2_000).map { number in
            change(
                ("prompt/instruction-changed", .material, .neutral, .exact),
                ChangeCategory.allCases[number % ChangeCategory.allCases.count], "part-\(number)",
                old: place("- Be calm, polite and to the point.", oldPrompt),
                new: place("- Be warm, friendly and to the point.", newPrompt), "Sentence \(number) was reworded.")
        }
        return report(changes, [])
    }

    static func report(_ changes: [Change], _ files: [ComparedFile]) -> DiffReport {
        let blobs = { (digit: Character, side: (ComparedFile) -> SourceFile?) in
            Dictionary(files.compactMap(side).map { ($0.path, commit(digit)) }, uniquingKeysWith: { first, _ in first })
        }
        return DiffReport(
            base: "bot@1.0.0", head: "topic",
            systems: [
                SystemDifference(
                    system: "bot", baseVersion: "1.0.0", headVersion: "1.1.0",
                    changeClass: (changes.map(\.changeClass).max() ?? .none).rawValue,
                    comparison: Comparison(changes: changes, files: files),
                    gates: ["safety-eval"], approvals: ["risk-approver × 1"])
            ],
            objects: ComparedObjects(
                base: .init(commit: commit("a"), blobs: blobs("c") { $0.old }),
                head: .init(commit: commit("b"), blobs: blobs("d") { $0.new }),
                host: RepositoryHost(remote: "https://token@github.com/lindholm/bot.git")))
    }

    static func commit(_ digit: Character) -> String { String(repeating: digit, count: 40) }

    private static func text(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }

    /// A side at the place where its words stand in a file.
    private static func place(_ words: String, _ file: SourceFile) -> ChangeSide {
        let text = String(decoding: file.bytes, as: UTF8.self)
        guard let range = text.firstRange(of: words) else { return ChangeSide(words, at: .file(path: file.path)) }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return ChangeSide(words, at: .span(file, range: start..<start + words.utf8.count))
    }

    static func change(
        _ rule: (RuleID, MaterialityClass, ChangeRule.Direction, ChangeRule.Confidence), _ category: ChangeCategory,
        _ subject: String, _ field: String? = nil, old: ChangeSide?, new: ChangeSide?, _ reason: String,
        format: FormatIdentity? = nil
    ) -> Change {
        Change(
            Claim(ChangeRule(rule.0, rule.1, rule.2, rule.3, noMirror: "a sample", "A sample."), reason),
            Subject(category: category, id: subject), field: field,
            path: (new ?? old)?.location.path ?? "", action: new == nil ? .remove : old == nil ? .add : .change,
            old: old, new: new, format: format)
    }
}
