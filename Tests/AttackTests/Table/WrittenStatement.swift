import Foundation
import PackageContents
import TestSupport
import Testing

/// A statement that somebody writes by hand and signs with plain git: the text of the documentation and no tool.
struct WrittenStatement {
    /// The lines of the block.
    var lines: [String]
    /// The name of the tag, without `refs/tags/`.
    var name: String

    /// About the package in the worktree's commit, with the plan beside it.
    ///
    /// - Parameters:
    ///   - changeClass: what the signer was shown.
    ///   - base: version of the release before; nil for a first release.
    init(
        _ decision: String = "approve", role: String, changeClass: String, after base: String? = nil, by person: Person,
        in repository: TestRepository
    ) throws {
        let package = try repository.packageDigest()
        let version = try repository.packageVersion()
        let system = ExampleProject.system
        let policy = ContentDigest.sha256(Array(try repository.read("governance/materiality.yaml").utf8))
        let before = try base.map { try repository.releasedDigest($0) }
        lines = [
            "Imprimatur: 1", "Decision: \(decision)", "Repository: sha256:\(try repository.rootDigest())",
            "Subject: package \(system)@\(version) sha256:\(package)", try Self.planLine(in: repository),
            "Base: " + (before.map { "package \(system)@\(base ?? "") sha256:\($0)" } ?? "none"),
            "Materiality: \(changeClass) policy=sha256:\(policy) catalogue=1", "Role: \(role)",
        ]
        name = "\(decision)/\(system)/\(version)/\(role)/\(person.name)/\(package.prefix(12))"
    }

    /// With these lines behind the ones that every statement has.
    init(_ decision: String, _ more: [String], name: String, in repository: TestRepository) throws {
        lines =
            ["Imprimatur: 1", "Decision: \(decision)", "Repository: sha256:\(try repository.rootDigest())"] + more
        self.name = name
    }

    /// Takes a statement back.
    init(withdrawing id: String, by person: Person, in repository: TestRepository) throws {
        try self.init(
            "withdraw", ["Statement: \(id)"], name: "withdraw/\(id.prefix(12))/\(person.name)", in: repository)
    }

    /// About the plan alone, as the worktree has it.
    init(_ decision: String = "approve", planAs role: String, by person: Person, in repository: TestRepository) throws {
        let subject = try Self.planLine(in: repository)
        let words = subject.split(separator: " ").map(String.init)
        let digest = words[3].dropFirst("sha256:".count)
        let plan = words[2].replacing("@", with: "/")
        try self.init(
            decision, [subject, "Role: \(role)"],
            name: "\(decision)/plan/\(plan)/\(role)/\(person.name)/\(digest.prefix(12))", in: repository)
    }

    private static func planLine(in repository: TestRepository) throws -> String {
        let text = try repository.read("governance/plans/customer-ai.yaml")
        let line = text.split(separator: "\n").first { $0.hasPrefix("  version: ") }
        let version = try #require(line?.split(separator: " ").last)
        return "Subject: plan customer-ai@\(version) sha256:\(ContentDigest.document("plan", Array(text.utf8)))"
    }

    /// Replaces the line of a key, or takes it away.
    mutating func set(_ key: String, _ value: String?) {
        lines = lines.compactMap { line in
            guard line.hasPrefix("\(key): ") else { return line }
            return value.map { "\(key): \($0)" }
        }
    }

    func with(_ key: String, _ value: String?) -> WrittenStatement {
        var copy = self
        copy.set(key, value)
        return copy
    }

    func adding(_ line: String) -> WrittenStatement {
        var copy = self
        copy.lines.append(line)
        return copy
    }

    func called(_ name: String) -> WrittenStatement {
        var copy = self
        copy.name = name
        return copy
    }

    var message: String { "By hand\n\n" + lines.map { $0 + "\n" }.joined() }

    /// Signs it as a tag with `git tag -s`.
    ///
    /// - Parameter settings: further settings of git.
    /// - Returns: its id.
    @discardableResult
    func tag(
        as person: Person, at commit: String = "HEAD", settings: [String] = [], in repository: TestRepository
    ) throws -> String {
        try repository.git(
            settings.flatMap { ["-c", $0] } + ["tag", "--sign", "--cleanup=verbatim", "--file=-", name, commit],
            as: person, input: message)
        return try repository.statementID(ofTag: name)
    }

    /// Signs it as a file under `governance/statements`, and commits that.
    @discardableResult
    func file(as person: Person, in repository: TestRepository) throws -> String {
        let id = try tag(as: person, in: repository)
        try repository.writeStatementFile(ofTag: name)
        try repository.git(["tag", "-d", name])
        try repository.commitAll("A statement", as: person)
        return id
    }

    /// Signs it as an empty commit.
    func commit(as person: Person, in repository: TestRepository) throws {
        try repository.git(
            ["commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file=-"], as: person, input: message)
    }
}

extension TestRepository {
    private func system() throws -> [String: Any] {
        let report = try imprimatur("approvals", ExampleProject.system, "--format", "json").json()
        return try #require((report["systems"] as? [[String: Any]])?.first)
    }

    /// 64 hexadecimal digits.
    func packageDigest() throws -> String {
        try #require(try system()["packageDigest"] as? String).replacing("sha256:", with: "")
    }

    func packageVersion() throws -> String {
        let line = try read("systems/support-assistant/release.yaml").split(separator: "\n")
            .first { $0.hasPrefix("  version: ") }
        return try #require(line?.split(separator: " ").last.map(String.init))
    }

    /// The package that a release tag names.
    func releasedDigest(_ version: String) throws -> String {
        let text = try git(["cat-file", "tag", "refs/tags/release/\(ExampleProject.system)/\(version)"])
        let line = text.split(separator: "\n").first { $0.hasPrefix("Subject: package ") }
        return try #require(line?.split(separator: ":").last.map(String.init))
    }

    /// Digest of version 1 of the trust root.
    func rootDigest() throws -> String {
        ContentDigest.document("trust", Array(try read("governance/trust/1.yaml").utf8))
    }

    func statementID(ofTag tag: String) throws -> String {
        let text = String(decoding: try rawObject("tag", "refs/tags/\(tag)"), as: UTF8.self)
        let signed = text.firstRange(of: "-----BEGIN ").map { String(text[..<$0.lowerBound]) } ?? text
        return ContentDigest.sha256(Array("imprimatur-statement/1\0".utf8) + Array(signed.utf8))
    }

    /// The names of all tags that begin so.
    func tags(_ prefix: String) throws -> [String] {
        try git(["tag", "--list", "\(prefix)*"]).split(separator: "\n").map(String.init)
    }
}
