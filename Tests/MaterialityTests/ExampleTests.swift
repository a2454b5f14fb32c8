import Foundation
import PackageContents
import PlanModel
import SourceText
import Testing

@testable import Materiality

/// The repository's example: release 1.0.0 and the pull request "friendlier wording".
struct ExampleTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "examples/support-assistant")

    private static func files(below folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        let base = folder.standardizedFileURL.path + "/"
        let all = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]))
        for case let url as URL in all {
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let path = String(url.standardizedFileURL.path.dropFirst(base.count))
            files[path] = try String(contentsOf: url, encoding: .utf8)
        }
        return files
    }

    private static func base() throws -> [String: String] {
        try files(below: root).filter { !$0.key.hasPrefix("changes/") }
    }

    private static func edit() throws -> [String: String] { try files(below: root.appending(path: "changes/1.1.0")) }

    private static func compare(_ head: [String: String]) throws -> Comparison {
        func unit(_ files: [String: String]) throws -> ReleaseUnit {
            let folder = "systems/support-assistant"
            return try MemoryTree(files: files).unit(
                package: "\(folder)/release.yaml", system: "\(folder)/system.yaml",
                plan: "governance/plans/customer-ai.yaml")
        }
        let base = try base()
        let policy = try MemoryTree(files: base).document("governance/materiality.yaml", MaterialityPolicy.self)
        let (old, new) = (try unit(base), try unit(head))
        #expect(old.closure.problems.map(\.message) == [])
        #expect(new.closure.problems.map(\.message) == [])
        return MaterialityEngine.compare(base: old, head: new, policy: policy)
    }

    @Test("The pull request is critical: a prohibition is weaker and a guardrail's threshold is laxer")
    func critical() throws {
        let comparison = try Self.compare(Self.base().merging(Self.edit()) { _, new in new })
        #expect(comparison.changeClass == .critical)
        #expect(
            comparison.changes.map { "\($0.rule.id) \($0.changeClass.rawValue) \($0.subject)" } == [
                "prompt/prohibition-weakened critical system",
                "guardrail/threshold-loosened critical output",
                "prompt/instruction-changed material system",
                "prompt/instruction-changed material system",
            ])
        let weakened = try #require(comparison.changes.first)
        #expect(weakened.old?.location.label == "systems/support-assistant/prompts/system.prompt:31:1")
        #expect(weakened.new?.location.label == "systems/support-assistant/prompts/system.prompt:31:1")
        #expect(weakened.old?.value == "- Never promise a refund, a replacement or a delivery date.")
        let loosened = comparison.changes[1]
        #expect(loosened.old?.value == "medium" && loosened.new?.value == "high")
        #expect(loosened.new?.location.label == "systems/support-assistant/guardrails/output.yaml:21:31")
        #expect(
            loosened.field
                == "guardrails[reply-content].litellm_params.categories[denied_legal_advice].severity_threshold"
                || loosened.field
                    == "guardrails[reply-content].litellm_params.categories[harmful_violence].severity_threshold"
        )
    }

    @Test("A release with a new version and the same content is no change")
    func none() throws {
        var head = try Self.base()
        let path = "systems/support-assistant/release.yaml"
        head[path] = try Self.edit()[path]
        let comparison = try Self.compare(head)
        #expect(comparison.changes.isEmpty && comparison.changeClass == .none)
    }

    @Test("The same edit written as comments is class none")
    func comments() throws {
        var head = try Self.base()
        let prompt = "systems/support-assistant/prompts/system.prompt"
        let guardrail = "systems/support-assistant/guardrails/output.yaml"
        head[prompt] = try #require(head[prompt]).replacing(
            "- Never promise",
            with:
                "{{! Try not to promise a refund, a replacement or a delivery date; be understanding instead. }}\n- Never promise"
        )
        head[guardrail] = try #require(head[guardrail]).replacing(
            "severity_threshold: medium", with: "severity_threshold: medium   # severity_threshold: high")
        let comparison = try Self.compare(head)
        #expect(comparison.changeClass == .none)
        #expect(comparison.changes.map(\.rule.id.rawValue).sorted() == ["guardrail/source-only", "prompt/source-only"])
    }

    @Test("One byte of a partial is found in the prompt that includes it")
    func partial() throws {
        var head = try Self.base()
        let path = "systems/support-assistant/prompts/_refund_policy.prompt"
        head[path] = try #require(head[path]).replacing("150 EUR", with: "950 EUR")
        let comparison = try Self.compare(head)
        // The example's policy makes limits critical.
        #expect(
            comparison.changes.map { "\($0.rule.id) \($0.changeClass) \($0.subject) \($0.path)" } == [
                "prompt/limit-changed critical system \(path)"
            ])
        #expect(comparison.builtInClass == .material)
    }
}
