import Testing

@testable import GitObjects

/// The strict reading of commits: what is refused, and what real histories hold that must not be.
struct CommitObjectTests {
    private func parse(_ bytes: [UInt8]) throws(MalformedObject) -> CommitObject {
        try CommitObject(id: .zero, bytes: bytes)
    }

    private func refusal(_ bytes: [UInt8]) -> MalformedObject? {
        do { _ = try parse(bytes) } catch { return error }
        return nil
    }

    @Test func fieldsOfAnOrdinaryCommit() throws {
        let commit = try parse(Objects.commit())
        #expect(commit.tree == ObjectID(hex: Objects.tree))
        #expect(commit.parents.map(\.description) == [Objects.parents[0]])
        #expect(commit.author.name == "Nora")
        #expect(commit.author.email == "nora@example.org")
        #expect(commit.committer.seconds == 1_795_000_000)
        #expect(text(commit.message) == "Subject\n")
        #expect(commit.signature == nil)
    }

    @Test func payloadIsTheCommitWithoutItsSignature() throws {
        let signed = try parse(Objects.commit("encoding latin-1", Objects.header("gpgsig"), "change-id zzzz"))
        let signature = try #require(signed.signature)
        #expect(signature.payload == Objects.commit("encoding latin-1", "change-id zzzz"))
        #expect(text(signature.armor) == Objects.armor + "\n")
    }

    /// git signs the commit without either signature.
    @Test(arguments: [true, false]) func signatureOfTheOtherHashIsTakenOutToo(_ isFirst: Bool) throws {
        let both = [Objects.header("gpgsig"), Objects.header("gpgsig-sha256", "other\nlines")]
        let order = isFirst ? both : both.reversed()
        let signature = try #require(try parse(Objects.commit(order[0], order[1])).signature)
        #expect(signature.payload == Objects.commit())
        #expect(text(signature.armor) == Objects.armor + "\n")
        #expect(try parse(Objects.commit(both[1])).signature == nil)
    }

    @Test func signatureOfAMergedTagIsNotTheCommits() throws {
        let tag = Objects.header("mergetag", "object \(Objects.tree)\ntype commit\ntag v1\n\nx\n\(Objects.armor)")
        #expect(try parse(Objects.commit(tag, tag)).signature == nil)
    }

    @Test(arguments: [
        ("", "mail@example.org", " <mail@example.org> 1 +0000"), ("Nora", "", "Nora <> 1 +0000"),
        ("Nora", "n@example.org", "Nora <n@example.org> 1313584730 +051800"),
        ("Nora", "n@example.org", "Nora <n@example.org> 99999999999 -0000"),
        ("Nora", "n@example.org", "Nora<n@example.org> 0001 +0000"),
    ]) func peopleOfRealHistories(_ name: String, _ email: String, _ line: String) throws {
        let author = try parse(Objects.commit(author: line)).author
        #expect(author.name == name)
        #expect(author.email == email)
    }

    @Test(arguments: [
        "Nora", "Nora nora@example.org 1 +0000", "Nora <a@b> <c@d> 1 +0000", "Nora > <a@b> 1 +0000",
        "Nora <a@b> 1", "Nora <a@b> -1 +0000", "Nora <a@b> +1 +0000", "Nora <a@b> 1 0000", "Nora <a@b> 1 +",
        "Nora <a@b> 99999999999999999999 +0000", "Nora <a@b> 1 +0000 1 +0000", "Nora <a@b>", "Nora <a@b> 1 +00x0",
    ]) func peopleThatCannotBeRead(_ line: String) {
        #expect(refusal(Objects.commit(author: line)) == .badIdentity)
        #expect(refusal(Objects.commit(committer: line)) == .badIdentity)
    }

    /// Web forms write carriage returns, and old programs other encodings.
    @Test func messagesOfRealHistories() throws {
        let crlf = Objects.commit(Objects.header("gpgsig"), message: "Subject\r\n\r\nBody\r\n")
        #expect(try #require(try parse(crlf).signature).payload == Objects.commit(message: "Subject\r\n\r\nBody\r\n"))
        let latin = Objects.commit("encoding ISO-8859-1", Objects.header("gpgsig"), message: "") + [0x6D, 0xFC, 0xDF]
        #expect(try parse(latin).message == [0x6D, 0xFC, 0xDF])
        #expect(try parse(Objects.commit(message: "")).message.isEmpty)
    }

    @Test func headersOfOtherProgramsMayRepeat() throws {
        let commit = try parse(Objects.commit("HG:extra a:b", "HG:extra c:d", Objects.header("gpgsig"), "x y"))
        #expect(commit.signature?.payload == Objects.commit("HG:extra a:b", "HG:extra c:d", "x y"))
    }

    @Test(arguments: [
        Objects.header("gpgsig"), Objects.header("gpgsig-sha256"), "encoding x", "author \(Objects.person)",
        "committer \(Objects.person)", "tree \(Objects.tree)",
    ]) func headerTwice(_ header: String) {
        #expect(refusal(Objects.commit(header, header)) == .duplicateHeader)
        #expect(refusal(Objects.commit(Objects.header("gpgsig"), header, "x y", header)) == .duplicateHeader)
    }

    /// git follows only parents that stand behind the tree.
    @Test func parentBehindTheAuthor() {
        #expect(refusal(Objects.commit("parent \(Objects.parents[1])")) == .duplicateHeader)
    }

    @Test func headersOutOfOrder() {
        let lines = ["tree \(Objects.tree)", "author \(Objects.person)", "committer \(Objects.person)"]
        for order in [[1, 0, 2], [0, 2, 1], [2, 1, 0]] {
            let bytes = Array((order.map { lines[$0] }.joined(separator: "\n") + "\n\nx").utf8)
            #expect(refusal(bytes) == .headerOrder)
        }
        for missing in lines.indices {
            let rest = lines.indices.filter { $0 != missing }.map { lines[$0] }
            #expect(refusal(Array((rest.joined(separator: "\n") + "\n\nx").utf8)) == .missingHeader)
        }
    }

    @Test func nulAnywhere() {
        for bytes in [
            Objects.commit(message: "Subject\0Approved-by: bob"), Objects.commit("x a\0b"),
            Objects.commit(author: "No\0ra <n@example.org> 1 +0000"), [0] + Objects.commit(),
        ] { #expect(refusal(bytes) == .nulByte) }
    }

    @Test func carriageReturnInAHeader() {
        #expect(refusal(Objects.commit("x y\r")) == .carriageReturn)
        #expect(refusal(Objects.commit(author: "Nora\r <n@example.org> 1 +0000")) == .carriageReturn)
        #expect(refusal(Objects.commit(Objects.header("gpgsig", "a\r\nb"))) == .carriageReturn)
    }

    @Test func signatureInTheMessage() throws {
        for kind in ["SSH SIGNATURE", "PGP SIGNATURE", "PGP MESSAGE", "SIGNED MESSAGE"] {
            let message = "Subject\n\n-----BEGIN \(kind)-----\nx\n"
            #expect(refusal(Objects.commit(Objects.header("gpgsig"), message: message)) == .armorInMessage)
            #expect(try parse(Objects.commit(message: message)).signature == nil)
        }
        let moved = Objects.commit(message: Objects.header("gpgsig") + "\n\nSubject\n")
        #expect(try parse(moved).signature == nil)
    }

    @Test func badLines() {
        #expect(refusal([]) == .missingBlankLine)
        #expect(refusal(Array("tree \(Objects.tree)\n".utf8)) == .missingBlankLine)
        #expect(refusal(Array("tree \(Objects.tree)".utf8)) == .badHeader)
        #expect(refusal(Objects.commit("noSpace")) == .badHeader)
        #expect(refusal(Array(" x\n\n".utf8)) == .badHeader)
        #expect(refusal(Array("\nmessage".utf8)) == .missingHeader)
        let upper = text(Objects.commit()).replacing(Objects.tree, with: Objects.tree.uppercased())
        #expect(refusal(Array(upper.utf8)) == .badHeader)
    }
}
