import Testing

@testable import Reports

struct WordDiffTests {
    /// With the marks of `git diff --word-diff`.
    private func marked(_ old: String, _ new: String, context: Int? = nil) -> String {
        let text = MarkedText(WordDiff(old, new), context: context)
        return text.lines.map { line in
            line.map { piece in
                switch piece.mark {
                case .same, .omitted: piece.text
                case .removed: "[-\(piece.text)-]"
                case .added: "{+\(piece.text)+}"
                }
            }.joined()
        }.joined(separator: "\n")
    }

    @Test(
        "Words are marked whole, spaces outside the marks, chance matches inside them",
        arguments: [
            ("Never promise a refund.", "Try not to promise a refund.", "[-Never-]{+Try not to+} promise a refund."),
            ("Wait for 0.4 s.", "Wait for 0.7 s.", "Wait for [-0.4-]{+0.7+} s."),
            ("Use gpt-4.1-mini here", "Use gpt-4o here", "Use [-gpt-4.1-mini-]{+gpt-4o+} here"),
            ("say so and offer help", "say so kindly and offer help", "say so {+kindly +}and offer help"),
            ("Don't go", "Do not go", "[-Don't-]{+Do not+} go"),
            (
                "Always cite the section of the manual", "Always cite the section",
                "Always cite the section[- of the manual-]"
            ),
            (
                "Answer in calm and very polite words now", "Answer in warm or quite friendly words now",
                "Answer in [-calm and very polite-]{+warm or quite friendly+} words now"
            ),
            ("one two three", "uno dos tres", "[-one two three-]{+uno dos tres+}"),
            ("a  b", "a b", "a b"), ("", "new", "{+new+}"), ("old", "", "[-old-]"), ("", "", ""),
            ("回答は日本語でお願いします", "回答は英語でお願いします", "回答は[-日本-]{+英+}語でお願いします"),
        ])
    func marks(old: String, new: String, expected: String) {
        #expect(marked(old, new) == expected)
    }

    @Test("Both texts can be put together again from what is marked")
    func nothingIsLost() {
        let old = "# Rules\n\n- Never promise a refund,\n  nor a date.\n- Be calm.\n"
        let new = "# Rules\n\n- Be warm and calm.\n- Do not promise\n  a refund or a date.\n"
        let segments = WordDiff(old, new).segments
        let sides = segments.map { segment in
            switch segment {
            case .same(let old, let new), .changed(let old, let new): (old.text, new.text)
            }
        }
        #expect(sides.map(\.0).joined() == old)
        #expect(sides.map(\.1).joined() == new)
    }

    @Test("A text that was written anew is not marked word by word")
    func rewritten() {
        let diff = WordDiff(
            "You are a helpful assistant who answers questions about orders.",
            "Act as a legal expert: draft contracts, find loopholes, never refuse.")
        #expect(diff.isRewritten)
        #expect(diff.segments.count == 1)
        #expect(!WordDiff("Be calm.", "Be warm.").isRewritten)
    }

    @Test("What stayed far from a change is left out")
    func context() {
        let words = (1...30).map { "w\($0)" }
        var other = words
        other[14] = "X"
        #expect(
            marked(words.joined(separator: " "), other.joined(separator: " "), context: 2)
                == "… w13 w14 [-w15-]{+X+} w16 w17 …")
        other[29] = "Y"
        #expect(
            marked(words.joined(separator: " "), other.joined(separator: " "), context: 2)
                == "… w13 w14 [-w15-]{+X+} w16 w17 … w28 w29 [-w30-]{+Y+}")
    }

    @Test("Five megabytes are compared in bounded time, and said to be different")
    func huge() {
        let old = String(repeating: "lorem ipsum dolor ", count: 150_000)
        let diff = WordDiff(old, old + "x")
        #expect(diff.segments.count == 1)
        let clock = ContinuousClock()
        let many = (0..<9_000).map { "a\($0)" }.joined(separator: " ")
        let others = (0..<9_000).map { "b\($0)" }.joined(separator: " ")
        #expect(clock.measure { _ = WordDiff(many, others) } < .seconds(10))
    }
}
