import Foundation
import TestSupport
import Testing

/// Every reason code that a verdict can give is explained to people.
struct ReasonPages {
    private static let pages = ["docs/approvals.md", "docs/trust-root.md", "docs/signatures.md"]

    private static func codes() throws -> Set<String> {
        // Words in the place where a code stands in the sources: behind `code:`, behind the question of a reason, in the
        // helpers that make them.
        let pattern =
            #/
            (?:code: \s* | \.(?:cryptography|identity|authority|binding), \s* | refuse\( | defective\([^,]*, \s* | add\( )
            "(?<code>[a-z]+(?:-[a-z]+)*)"
            /#
        var codes: Set<String> = []
        for module in ["Approvals", "Releases", "Commands/Approving"] {
            let folder = ExampleProject.checkout + "/Sources/" + module
            let files = try #require(FileManager.default.enumerator(atPath: folder))
            for case let name as String in files where name.hasSuffix(".swift") {
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                for match in text.matches(of: pattern) { codes.insert(String(match.output.code)) }
            }
        }
        return codes
    }

    @Test func everyCodeIsExplained() throws {
        let text = try Self.pages.map {
            try String(contentsOfFile: ExampleProject.checkout + "/" + $0, encoding: .utf8)
        }.joined()
        let codes = try Self.codes()
        #expect(codes.count > 40, "the pattern finds the codes no more")
        #expect(codes.filter { !text.contains("`\($0)`") }.sorted() == [])
    }
}
