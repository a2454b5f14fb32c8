import PlanModel
import Scaffolding
import SourceText
import Testing
import YAMLDocuments

/// The next version of a trust root is the last one's text with three fields of its own, however they are written.
struct NextTrustRootTests {
    private static let sha256 = String(repeating: "a", count: 64)
    private static let head = NextTrustRoot.Head(
        system: "support-assistant", sequence: 2, statement: String(repeating: "b", count: 64))

    private func root(_ text: String) throws -> TrustRoot {
        let source = SourceFile(path: "governance/trust/1.yaml", bytes: Array(text.utf8))
        let document = try #require(YAMLReader.read(source).documents.first)
        return TrustRoot(envelope: Envelope(document), spec: Fields(document: document.root).mapping("spec"))
    }

    /// A text with its fields in some layout, read back.
    private func next(_ text: String, heads: [NextTrustRoot.Head] = [head]) throws -> (text: String, root: TrustRoot) {
        let made = try #require(try NextTrustRoot(after: root(text), sha256: Self.sha256, heads: heads))
        return (made.text, try root(made.text))
    }

    @Test(arguments: [
        "spec:\n  version: 1 # the first\n  protectedBranches: [main]\n",
        "spec:\n  protectedBranches: [main]\n  version: 1",
        """
        spec:
          version: 1
          previous: {version: 0, sha256: x} # of before
          # Where it stood.
          releaseHeads: []
          protectedBranches: [main]

        """,
        """
        spec:
          version: 1
          previous:
            version: 0
            sha256: x
          releaseHeads:
          - system: support-assistant
            sequence: 1
            statement: y

          # Branches.
          protectedBranches: [main]

        """,
        """
        spec:
            releaseHeads:
                - {system: support-assistant, sequence: 1, statement: y} # soon another
            protectedBranches: [main]
            previous:
                version: 0
                sha256: x
            version: 1

        """,
    ])
    func everyLayout(_ text: String) throws {
        let made = try next(text)
        #expect(made.root.version?.value == 2, "\(made.text)")
        #expect(made.root.previous.version?.value == 1, "\(made.text)")
        #expect(made.root.previous.sha256?.value == Self.sha256, "\(made.text)")
        #expect(made.root.protectedBranches.map(\.value) == ["main"], "\(made.text)")
        #expect(made.root.releaseHeads.map { $0.system?.value } == ["support-assistant"], "\(made.text)")
        #expect(made.root.releaseHeads.map { $0.sequence?.value } == [2], "\(made.text)")
        #expect(made.root.releaseHeads.map { $0.statement?.value } == [Self.head.statement], "\(made.text)")
        let comments = text.split(separator: "\n").compactMap { line in
            line.firstIndex(of: "#").map { String(line[$0...]) }
        }
        for comment in comments {
            #expect(made.text.contains(comment), "\(comment) is lost:\n\(made.text)")
        }
    }

    @Test func withoutReleases() throws {
        let made = try next("spec:\n  version: 41\n", heads: [])
        #expect(
            made.text == "spec:\n  version: 42\n  previous: {version: 41, sha256: \(Self.sha256)}\n  releaseHeads: []\n"
        )
    }

    @Test func withoutAVersionThereIsNoNextOne() throws {
        #expect(try NextTrustRoot(after: root("spec: {}\n"), sha256: Self.sha256, heads: []) == nil)
    }
}
