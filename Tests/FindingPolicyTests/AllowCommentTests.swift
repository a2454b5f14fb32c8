import SourceText
import Testing

@testable import FindingPolicy

/// The words of a waiver beside a line.
struct AllowCommentTests {
    @Test func rulesReasonAndLastDay() throws {
        let comment = try AllowComment(#" allow DOC-006, unclear-yaml reason="a \"quoted\" name" until=2026-12-31"#)
        #expect(comment.rules == ["DOC-006", "DOC-004"])
        #expect(comment.reason == #"a "quoted" name"#)
        #expect(comment.until == "2026-12-31")
    }

    @Test(arguments: [
        ("", "says nothing"),
        (" ignore DOC-004", "\"ignore\""),
        (" allow", "names no rule"),
        (#" allow reason="x""#, "names no rule"),
        (" allow DOC-004", "gives no reason"),
        (#" allow DOC-004 reason="  ""#, "gives no reason"),
        (" allow DOC-004 reason=because", "double quotes"),
        (#" allow DOC-004 reason="because"#, "closing quote"),
        (#" allow DOC-400 reason="x""#, "did you mean DOC-"),
        (#" allow DOC-004 reason="x" until=2026-02-29"#, "no date"),
        (#" allow DOC-004 reason="x" until=31.12.2026"#, "no date"),
        (#" allow DOC-004 reason="x" until=2026-12-31T10:00"#, "no date"),
    ])
    func whatCannotBeUsedSaysWhy(_ text: String, _ words: String) {
        #expect {
            _ = try AllowComment(text)
        } throws: { error in
            guard let refusal = error as? AllowComment.Refusal else { return false }
            return refusal.message.contains(words) && refusal.mend.hasSuffix(".")
        }
    }
}
