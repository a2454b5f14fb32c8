import Foundation
import TestSupport
import Testing

/// What cannot be read, or is no longer listed, is not gone: its class never drops.
struct LostSystemTests {
    private static let folder = "systems/support-assistant/"

    private static func report(_ repository: TestRepository) throws -> (changeClass: String, change: [String: Any]) {
        let report = try repository.imprimatur("diff", "--format", "json").json()
        let system = try #require((report["systems"] as? [[String: Any]])?.first)
        let change = try #require((system["changes"] as? [[String: Any]])?.first)
        #expect((system["gates"] as? [String])?.isEmpty == false)
        return (try #require(system["class"] as? String), change)
    }

    @Test(arguments: ["release.yaml", "system.yaml"]) func aDocumentThatCannotBeRead(_ name: String) throws {
        let repository = try ExampleProject.repository()
        try repository.write(Self.folder + name, "a: [\n")
        try repository.edit(Self.folder + "prompts/system.prompt", "Never promise a refund", "Promise a refund")
        let (changeClass, change) = try Self.report(repository)
        #expect(changeClass == "critical")
        #expect(change["rule"] as? String == "system/left-scope")
        #expect((change["reason"] as? String)?.contains(Self.folder + name + " cannot be read") == true)
        #expect((change["new"] as? [String: Any])?["path"] as? String == Self.folder + name)
    }

    @Test func aDocumentThatNoGlobLeadsTo() throws {
        let repository = try ExampleProject.repository()
        try repository.edit("imprimatur.yaml", "systems/*/system.yaml", "systems/*/sistem.yaml")
        let (changeClass, change) = try Self.report(repository)
        #expect(changeClass == "critical")
        #expect((change["reason"] as? String)?.contains("not listed any more") == true)
    }

    @Test func aSystemThatIsTakenAwayWithItsFiles() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["rm", "-rq", "systems/support-assistant"])
        let report = try repository.imprimatur("diff", "--format", "json").json()
        #expect((report["systems"] as? [[String: Any]])?.first?["class"] as? String == "removed")
    }

    @Test func aLinkInThePlaceOfAFile() throws {
        let repository = try ExampleProject.repository()
        let link = repository.path + "/" + Self.folder + "prompts/summarise.prompt"
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../../../README.md")
        let report = try repository.imprimatur("diff", "--format", "json").json()
        let system = try #require((report["systems"] as? [[String: Any]])?.first)
        let rules = (system["changes"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
        #expect(rules.contains("prompt/opaque-changed"))
    }
}
