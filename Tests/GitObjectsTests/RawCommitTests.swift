import Testing

@testable import GitObjects

/// What a walk reads of commits, also of those that the strict parser refuses.
struct RawCommitTests {
    private func read(_ bytes: [UInt8]) throws -> RawCommit { try RawCommit(id: .zero, bytes: bytes) }

    @Test(arguments: [
        Objects.commit(message: "Subject\0hidden"), Objects.commit(author: "no person"), Objects.commit("x"),
        Objects.commit("author twice"), Objects.commit(Objects.header("gpgsig"), Objects.header("gpgsig")),
    ]) func malformedCommitsAreWalked(_ bytes: [UInt8]) throws {
        let commit = try read(bytes)
        #expect(commit.tree.description == Objects.tree)
        #expect(commit.parents.map(\.description) == [Objects.parents[0]])
        #expect(throws: MalformedObject.self) { try commit.parsed() }
    }

    @Test func onlyParentsBehindTheTreeCount() throws {
        let bytes = Objects.commit("parent \(Objects.parents[1])", message: "parent \(Objects.parents[1])\n")
        #expect(try read(bytes).parents.map(\.description) == [Objects.parents[0]])
        let merge = "tree \(Objects.tree)\nparent \(Objects.parents[0])\nparent \(Objects.parents[1])\n"
        #expect(try read(Array(merge.utf8)).parents.map(\.description) == Objects.parents)
    }

    /// Going on would hide what lies behind it.
    @Test(arguments: ["parent xyz", "parent \(Objects.tree) ", "parent \(Objects.tree.uppercased())", "parent "])
    func parentThatCannotBeRead(_ line: String) {
        let bytes = Array("tree \(Objects.tree)\n\(line)\nauthor x\n\n".utf8)
        #expect(throws: MalformedObject.badHeader) { try read(bytes) }
    }

    @Test func noTree() {
        #expect(throws: MalformedObject.missingHeader) { try read(Array("author x\n\n".utf8)) }
        #expect(throws: MalformedObject.badHeader) { try read(Array("tree \(Objects.tree)".utf8)) }
    }

    @Test func claimedTime() throws {
        #expect(try read(Objects.commit()).claimedTime == 1_795_000_000)
        #expect(try read(Objects.commit(committer: "A <b> <c> 12 +0000")).claimedTime == 12)
        #expect(try read(Objects.commit(committer: "none")).claimedTime == 0)
        #expect(try read(Objects.commit(message: "committer A <b> 12 +0000\n")).claimedTime == 1_795_000_000)
    }
}
