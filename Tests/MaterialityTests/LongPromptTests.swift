import ComponentFormats
import PlanModel
import SourceText
import Testing

@testable import Materiality

/// What is left of a comparison when prompts are too long, too deep or too wide for words.
struct LongPromptTests {
    private static func prompt(_ text: String) -> EffectivePrompt {
        let source = SourceFile(path: "p.md", bytes: Array(text.utf8))
        return EffectivePrompt(.plainText(source, range: 0..<source.bytes.count), path: "p.md") { _, _ in nil }
    }

    @Test("Beyond the limit one finding says so, and prohibitions that are gone are still found")
    func tooLong() {
        let old = Self.prompt("Be calm.\n\nNever promise a refund. Do not guess.\n")
        let new = Self.prompt("Be quick.\n\nDo not guess. Say hello.\n")
        let found = LongPromptComparison.found(old, new, PromptPassages(old, new))
        #expect(found.map(\.claim.rule.id.rawValue) == ["prompt/rewritten", "prompt/prohibition-removed"])
        #expect(found.map(\.claim.changeClass) == [.material, .critical])
        #expect(
            found[0].claim.reason.hasPrefix(
                "45 bytes of the prompt became 33, together more than the 1000000 that are compared word by word"))
        #expect(found[1].old?.value == "Never promise a refund.")
    }

    @Test("A file beyond the limit of templates is material whatever changed, and a lost prohibition is critical")
    func beyondTemplates() throws {
        let path = "prompts/long.prompt"
        let tags = String(repeating: "{{#if a}}b", count: 110_000)
        func compare(_ old: String, _ new: String) throws -> [String] {
            let base = SmallWorld.files.merging([path: old]) { $1 }
            return Scenario.summary(try SmallWorld.compare(from: base, to: base.merging([path: new]) { $1 }))
        }
        #expect(try compare("Be kind.\n\n\(tags)", "Be kind. \n\n\(tags)") == ["prompt/opaque-changed material"])
        #expect(
            try compare("Never guess.\n\n\(tags)", "\(tags)")
                == ["prompt/opaque-changed material", "prompt/prohibition-removed critical"])
    }

    @Test("No more prohibitions are listed than a reader can look at, and the last says how many there are")
    func many() {
        let old = Self.prompt((0..<50).map { "Never do thing \($0).\n\n" }.joined())
        let new = Self.prompt("Do as you like.\n")
        let found = LongPromptComparison.found(old, new, PromptPassages(old, new))
        #expect(found.count == 1 + LongPromptComparison.listed)
        #expect(found.last?.claim.reason == "A prohibition is gone, and 30 more.")
    }

    @Test("Passages that both sides have are set aside, and a sentence that moved past one is still found")
    func passages() {
        let middle = (0..<30).map { "Paragraph \($0) says what to do with case \($0).\n\n" }.joined()
        let old = Self.prompt("Say hello.\n\n\(middle)Be brief.\n")
        let new = Self.prompt("\(middle)Be brief.\n\nSay hello.\n")
        let passages = PromptPassages(old, new)
        #expect(passages.old.filter { !$0.isAnchor }.map(\.text) == ["Say hello."])
        #expect(passages.differingBytes < 100)
        var comparison = SentenceComparison(passages.old, passages.new, movedVariables: [])
        comparison.run()
        #expect(comparison.found.map(\.claim.rule.id.rawValue) == ["prompt/reordered"])
        #expect(comparison.found.first?.old?.value == "Say hello.")
    }

    @Test("Blocks in blocks end somewhere")
    func deep() {
        let source = SourceFile(path: "a.hbs", bytes: Array(String(repeating: "{{#if a}}b", count: 20_000).utf8))
        let reading = ComponentFormats.recognise(source, category: .prompts)
        #expect(reading?.defects.isEmpty == false)
        let prompt = reading?.prompt.map { EffectivePrompt($0, path: "a.hbs") { _, _ in nil } }
        #expect(prompt?.pieces.allSatisfy { $0.conditions.count <= 64 } == true)
    }
}
