import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

struct GuardTaxonomyTests {
    @Test(
        "A model is known by its name, whoever offers it",
        arguments: [
            ("meta-llama/LlamaGuard-7b", "Llama Guard 1"),
            ("sagemaker/jumpstart-dft-meta-textgeneration-llama-guard-7b", "Llama Guard 1"),
            ("meta-llama/Meta-Llama-Guard-2-8B", "Llama Guard 2"),
            ("accounts/fireworks/models/llama-guard-2-8b", "Llama Guard 2"),
            ("meta-llama/Llama-Guard-3-8B", "Llama Guard 3"),
            ("groq/llama-guard-3-8b", "Llama Guard 3"),
            ("ollama/llama-guard3:8b", "Llama Guard 3"),
            ("llama-guard3:1b", "Llama Guard 3 1B"),
            ("meta-llama/Llama-Guard-3-1B-INT4", "Llama Guard 3 1B"),
            ("meta-llama/Llama-Guard-3-11B-Vision", "Llama Guard 3 11B Vision"),
            ("meta-llama/llama-guard-4-12b", "Llama Guard 4"),
        ])
    func known(_ model: String, _ name: String) { #expect(GuardTaxonomy.of(model: model)?.name == name) }

    @Test(
        "Other models, and names without a version, have none",
        arguments: [
            "llama_guard", "llama guard check input", "meta-llama/Llama-Prompt-Guard-2-86M", "meta-llama/Llama-3.1-8B",
            "nvidia/llama-3.1-nemoguard-8b-content-safety", "ibm/granite-guardian-3-8b", "google/shieldgemma-2b", "",
        ])
    func unknown(_ model: String) { #expect(GuardTaxonomy.of(model: model) == nil) }

    @Test("From version 2 to 3, S5 to S11 moved one place back; every other code stayed")
    func renumbering() throws {
        for (code, meaning) in GuardTaxonomy.two.meanings {
            let number = try #require(Int(code.dropFirst()))
            #expect(GuardTaxonomy.three.meanings["S\(number < 5 ? number : number + 1)"] == meaning)
        }
        #expect(GuardTaxonomy.two.meanings.count == 11 && GuardTaxonomy.three.meanings.count == 14)
        #expect(GuardTaxonomy.smallThree.meanings.count == 13)
        #expect(GuardTaxonomy.three.meanings == GuardTaxonomy.four.meanings)
        for taxonomy in GuardTaxonomy.all { #expect(taxonomy.source.contains("MODEL_CARD.md")) }
    }

    @Test(
        "Codes are found in the forms in which files list them",
        arguments: [
            ("[S1, S10]", ["S1", "S10"]),
            ("[\"S1: Violent Crimes\", S2 - Fraud]", ["S1", "S2"]),
            ("[{category: S5, action: block}, {category: S6}]", ["S5", "S6"]),
            ("{S1: true, S2: Fraud}", ["S1", "S2"]),
            ("S1, S2,S3", ["S1", "S2", "S3"]),
            ("O3", ["O3"]),
            ("|\n  Categories:\n  S1: Violence.\n  - S2. Fraud\n", ["S1", "S2"]),
        ])
    func codes(_ text: String, _ expected: [String]) throws {
        let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        let root = try #require(stream.documents.first?.root)
        #expect(GuardCodes(root)?.entries.map(\.code) == expected)
    }

    @Test(
        "What is no code, or not only codes, is none",
        arguments: [
            "[S1, hate]", "[S100]", "[S01]", "[]", "{}", "{S1: a, b: c}", "S3 bucket", "[[S1]]", "s1",
            "|\n  S1: One.\n  text\n", "S",
        ])
    func noCodes(_ text: String) throws {
        let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        let root = try #require(stream.documents.first?.root)
        #expect(GuardCodes(root) == nil)
    }
}
