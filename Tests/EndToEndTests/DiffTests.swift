import Commands
import TestSupport
import Testing

/// `diff` names each change with its class, its rule and a reason, between commits and between releases.
struct DiffTests {
    struct Edit: CustomTestStringConvertible {
        let path: String
        let old: String
        let new: String
        let rule: String
        let changeClass: String
        var testDescription: String { rule }
    }

    private static let folder = "systems/support-assistant/"

    static let edits = [
        Edit(
            path: folder + "prompts/system.prompt", old: "Never promise a refund", new: "Try not to promise a refund",
            rule: "prompt/prohibition-weakened", changeClass: "critical"),
        Edit(
            path: folder + "guardrails/nemo/config.yml", old: "89.79", new: "120.5",
            rule: "guardrail/threshold-loosened", changeClass: "critical"),
        Edit(
            path: folder + "retrieval/help-centre.dvc", old: "size: ", new: "size: 1", rule: "retrieval/index-changed",
            changeClass: "material"),
        Edit(
            path: folder + "release.yaml", old: "gpt-4.1-2025-04-14", new: "gpt-4o-2024-08-06",
            rule: "model/id-changed",
            changeClass: "material"),
        Edit(
            path: folder + "inference.yaml", old: "temperature: 0.2", new: "temperature: 0.6",
            rule: "inference/temperature-raised", changeClass: "material"),
        Edit(
            path: "governance/plans/customer-ai.yaml", old: "timeObjective: 30m", new: "timeObjective: 4h",
            rule: "plan/rollback-changed", changeClass: "material"),
    ]

    @Test(arguments: edits) func oneChange(_ edit: Edit) throws {
        let repository = try ExampleProject.repository()
        try repository.edit(edit.path, edit.old, edit.new)
        try repository.commitAll("Edit", as: .nora)
        let report = try repository.imprimatur("diff", "HEAD~1..HEAD", "--format", "json").json()
        let system = try #require((report["systems"] as? [[String: Any]])?.first)
        let changes = try #require(system["changes"] as? [[String: Any]])
        let change = try #require(changes.first { $0["rule"] as? String == edit.rule }, "\(changes)")
        #expect(change["class"] as? String == edit.changeClass)
        #expect(system["class"] as? String == edit.changeClass)
        #expect((change["reason"] as? String)?.isEmpty == false)
        for (side, revision) in [("old", "HEAD~1"), ("new", "HEAD")] {
            let side = try #require(change[side] as? [String: Any])
            #expect(try Self.quoted(side, at: revision, in: repository) == side["value"] as? String)
        }
        // The file's objects are those that git has.
        for file in try #require(system["files"] as? [[String: Any]]) {
            let new = try #require(file["new"] as? [String: Any])
            let path = try #require(new["path"] as? String)
            #expect(try repository.git(["rev-parse", "HEAD:\(path)"]) == new["object"] as? String)
        }
    }

    /// What stands in a file between the two ends of a place, as git has the file.
    private static func quoted(_ side: [String: Any], at revision: String, in repository: TestRepository) throws
        -> String
    {
        func number(_ key: String) throws -> Int { try #require(side[key] as? Int) }
        let path = try #require(side["path"] as? String)
        let lines = try repository.git(["show", "\(revision):\(path)"])
            .split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        let (first, last) = (try number("line"), try number("endLine"))
        return (first...last).map { line in
            let scalars = lines[line - 1]
            let start = line == first ? (side["column"] as? Int ?? 1) - 1 : 0
            let end = line == last ? (side["endColumn"] as? Int ?? 1) - 1 : scalars.count
            return String(String.UnicodeScalarView(scalars[start..<end]))
        }.joined(separator: "\n")
    }

    @Test func releasesAreComparedByTheirNames() throws {
        let repository = try ExampleProject.releasedTwice()
        let diff = repository.imprimatur("diff", "support-assistant@1.0.0..support-assistant@1.1.0")
        #expect(diff.status == .pass)
        #expect(diff.output.contains("critical"))
        let missing = repository.imprimatur("diff", "support-assistant@1.0.0..support-assistant@2.0.0")
        #expect(missing.status == .undecided)
    }

    @Test func sameTreeIsNone() throws {
        let repository = try ExampleProject.repository()
        let report = try repository.imprimatur("diff", "HEAD..HEAD", "--format", "json").json()
        let systems = report["systems"] as? [[String: Any]] ?? []
        #expect(systems.allSatisfy { $0["class"] as? String == "none" })
    }

    @Test func unknownRevisionsAndSystems() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("diff", "nowhere..HEAD").status == .undecided)
        #expect(repository.imprimatur("diff", "HEAD..HEAD", "--system", "other").status == .undecided)
    }
}
