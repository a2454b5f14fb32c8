import Commands
import Foundation
import PackageContents
import TestSupport
import Testing

/// Releases that nora makes alone: a system of tier low whose wording is polished, which its policy calls minor.
struct ReleasedSeries {
    let repository: TestRepository

    private static let prompt = "systems/support-assistant/prompts/system.prompt"
    private static let prohibition =
        "Never promise a refund, a replacement or a delivery date to anybody who writes to you about an order."
    private static let edits = [("an order", "a parcel"), ("about a", "about some"), ("writes", "speaks")]
    static let polish = """
          rules:
            - id: prompt/instruction-changed
              component: prompts
              class: minor
              why: Wording is polished every week, and an evaluation looks at it.
        """

    static func tag(_ version: String) -> String { "release/support-assistant/\(version)" }

    /// - Parameter count: how many releases there are: 1.0.0, 1.0.1 and so on.
    init(_ count: Int, root: [(old: String, new: String)] = []) throws {
        repository = try ExampleProject.lowTier(
            policy: [("  rules:", Self.polish)],
            files: [(Self.prompt, "Never promise a refund, a replacement or a delivery date.", Self.prohibition)]
                + root.map { ("governance/trust/1.yaml", $0.old, $0.new) })
        if count > 0 { try release() }
        for number in 1..<max(count, 1) {
            try polish(number, as: "1.0.\(number)", after: "1.0.\(number - 1)")
            try release()
        }
    }

    /// Commits one small edit, 1-based, as a version.
    func polish(_ number: Int, as version: String, after previous: String) throws {
        let (old, new) = Self.edits[number - 1]
        let line = try #require(
            try repository.read(Self.prompt).split(separator: "\n").first { $0.hasPrefix("- Never promise") })
        let range = try #require(line.firstRange(of: old))
        try repository.edit(Self.prompt, String(line), line.replacingCharacters(in: range, with: new))
        try ExampleProject.declare(version, after: previous, "minor", in: repository)
        try repository.commitAll("Polish the wording", as: .nora)
    }

    func release(_ arguments: String...) throws {
        let result = repository.imprimatur(
            arguments: ["release", ExampleProject.system] + arguments, as: .nora)
        try #require(result.status == .pass, "\(result.text)")
    }

    func verifyAll(_ arguments: String...) -> CommandResult {
        repository.imprimatur(arguments: ["verify", "--all", "--format", "json"] + arguments)
    }

    func verify(_ version: String) -> CommandResult { repository.ask("verify", Self.tag(version)) }
}

/// What somebody with a release manager's key can write by hand.
extension TestRepository {
    /// Signs the text of a release tag again, with edits, each of which must be found.
    ///
    /// - Parameters:
    ///   - version: of the tag that is written; nil for the same tag.
    ///   - commit: that is tagged; nil for the same.
    func forgeRelease(
        _ tag: String, as person: Person = .nora, version: String? = nil, at commit: String? = nil,
        system: String = ExampleProject.system, edits: [(old: String, new: String)]
    ) throws {
        var message = try message(ofTag: tag)
        for edit in edits {
            guard message.contains(edit.old) else {
                throw TestFailure("\(tag) does not say \"\(edit.old)\":\n\(message)")
            }
            message = message.replacingOccurrences(of: edit.old, with: edit.new)
        }
        let target = try commit ?? git(["rev-parse", "refs/tags/\(tag)^{commit}"])
        let name = version.map { "release/\(system)/\($0)" } ?? tag
        try git(["tag", "-s", "-f", "--cleanup=verbatim", "-F", "-", name, target], as: person, input: message + "\n")
    }

    /// The value behind a key of a tag's statement.
    func line(_ key: String, ofTag tag: String) throws -> String {
        let lines = try message(ofTag: tag).split(separator: "\n").map(String.init)
        guard let line = lines.first(where: { $0.hasPrefix("\(key): ") }) else {
            throw TestFailure("\(tag) has no \(key)")
        }
        return line
    }

    /// Signs a release tag again that lists other statements, with the digest of evidence that this gives.
    ///
    /// - Parameter records: files of the records that speak of the release.
    func relist(
        _ tag: String, records: [String], edits: [(old: String, new: String)] = [],
        _ change: ([String]) -> [String]
    ) throws {
        let lines = try message(ofTag: tag).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let before = lines.filter { $0.hasPrefix("Approval: ") }
        let after = change(before)
        let ids = Set(after.map { String($0.dropFirst("Approval: ".count).prefix(64)) }).sorted()
        let files = try records.map { "\(ContentDigest.sha256(Array(try read($0).utf8))) \($0)\n" }.sorted()
        let digest = ContentDigest.sha256(
            Array(("imprimatur-evidence/1\n" + ids.map { "statement \($0)\n" }.joined() + files.joined()).utf8))
        let evidence = try line("Evidence", ofTag: tag)
        let anchor = try line("Previous", ofTag: tag)
        let removed = before.map { (old: "\n\($0)", new: "") }
        try forgeRelease(
            tag,
            edits: removed + [
                (anchor, ([anchor] + after).joined(separator: "\n")), (evidence, "Evidence: sha256:\(digest)"),
            ] + edits)
    }

    /// Signs the text of an approval again as something else, under the name that this asks for.
    ///
    /// - Returns: the name of the tag.
    @discardableResult
    func forgeStatement(
        _ tag: String, named name: String, as person: Person, edits: [(old: String, new: String)]
    ) throws -> String {
        var message = try message(ofTag: tag)
        for edit in edits {
            guard message.contains(edit.old) else {
                throw TestFailure("\(tag) does not say \"\(edit.old)\":\n\(message)")
            }
            message = message.replacingOccurrences(of: edit.old, with: edit.new)
        }
        try git(["tag", "-s", "-f", "--cleanup=verbatim", "-F", "-", name, "HEAD"], as: person, input: message + "\n")
        return name
    }

    /// Names of tags that match a pattern.
    func tags(matching pattern: String) throws -> [String] {
        try git(["tag", "--list", pattern]).split(separator: "\n").map(String.init)
    }
}
