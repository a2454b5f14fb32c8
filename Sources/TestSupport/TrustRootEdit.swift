import Foundation
import PackageContents

/// The trust root chain by plain git and a text editor, as somebody without the product would make it.
extension TestRepository {
    /// Writes the next version into the worktree: the last one's text with another version, the digest of the one
    /// before and no checkpoints, then the replacements, each of which must be found.
    ///
    /// - Returns: its number.
    @discardableResult
    package func addTrustVersion(_ edits: (old: String, new: String)...) throws -> Int {
        try addTrustVersion(edits: edits)
    }

    @discardableResult
    package func addTrustVersion(edits: [(old: String, new: String)]) throws -> Int {
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path)/governance/trust/\(number + 1).yaml") { number += 1 }
        let before = try read("governance/trust/\(number).yaml")
        let digest = ContentDigest.document("trust", Array(before.utf8))
        var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let line = lines.firstIndex(of: "  version: \(number)") else {
            throw TestFailure("governance/trust/\(number).yaml does not say its version on a line of its own")
        }
        if number > 1 { lines.removeAll { $0.hasPrefix("  previous: ") } }
        let previous = "  previous: {version: \(number), sha256: \(digest)}"
        let heads = lines.contains { $0.hasPrefix("  releaseHeads:") } ? [] : ["  releaseHeads: []"]
        lines.replaceSubrange(line...line, with: ["  version: \(number + 1)", previous] + heads)
        let file = "governance/trust/\(number + 1).yaml"
        try write(file, lines.joined(separator: "\n"))
        for edit in edits { try self.edit(file, edit.old, edit.new) }
        return number + 1
    }

    /// Signs a version of the trust root in the worktree with `git tag -s`, and writes the tag's bytes as a file.
    ///
    /// - Parameters:
    ///   - sha256: of the text that is signed; nil for the one in the worktree.
    ///   - name: of the tag; nil for the one that the design asks for.
    /// - Returns: the path of the file.
    @discardableResult
    package func signTrust(
        _ version: Int, as person: Person, sha256: String? = nil, name: String? = nil, repository: String? = nil
    ) throws -> String {
        let digest = { (number: Int) in
            ContentDigest.document("trust", Array(try self.read("governance/trust/\(number).yaml").utf8))
        }
        let message = """
            Trust root \(version)

            Imprimatur: 1
            Decision: trust
            Repository: sha256:\(try repository ?? digest(1))
            Subject: trust \(version) sha256:\(try sha256 ?? digest(version))

            """
        let expected = "trust/\(version)/\(person.name)"
        var tag = name ?? expected
        var copy = 1
        while try tryGit(["rev-parse", "--verify", "--quiet", "refs/tags/\(tag)"]).status == 0 {
            copy += 1
            tag = "\(name ?? expected).\(copy)"
        }
        try git(["tag", "--sign", "--cleanup=verbatim", "--file=-", tag, "HEAD"], as: person, input: message)
        return try writeStatementFile(ofTag: tag)
    }

    /// Copies the exact bytes of a tag object to `governance/statements/<id>.tag`.
    ///
    /// - Returns: the path of the file.
    @discardableResult
    package func writeStatementFile(ofTag tag: String) throws -> String {
        // `git` gives the text without its last line break; the object has exactly one.
        try writeStatementFile(try git(["cat-file", "tag", "refs/tags/\(tag)"]) + "\n")
    }

    /// Writes the text of a tag object to the file that is named after what is signed in it.
    ///
    /// - Returns: the path of the file.
    @discardableResult
    package func writeStatementFile(_ text: String) throws -> String {
        let signed = text.firstRange(of: "-----BEGIN ").map { String(text[..<$0.lowerBound]) } ?? text
        let id = ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + Array(signed.utf8))
        let file = "governance/statements/\(id).tag"
        try write(file, text)
        return file
    }
}
