/// What the category codes of a Llama Guard model mean. The same code means different things to different versions.
package struct GuardTaxonomy: Sendable, Equatable {
    /// `Llama Guard 3`, and the size where it matters.
    package let name: String
    /// Category by code, in the words of the model card.
    package let meanings: [String: String]
    /// Where that was read.
    package let source: String

    private init(_ name: String, prefix: String, _ categories: [String], source: String) {
        self.name = name
        meanings = Dictionary(
            uniqueKeysWithValues: categories.enumerated().map { ("\(prefix)\($0.offset + 1)", $0.element) })
        self.source = source
    }

    // MARK: Versions

    static let one = GuardTaxonomy(
        "Llama Guard 1", prefix: "O",
        [
            "Violence and Hate", "Sexual Content", "Criminal Planning", "Guns and Illegal Weapons",
            "Regulated or Controlled Substances", "Self-Harm",
        ], source: "meta-llama/PurpleLlama, Llama-Guard/MODEL_CARD.md; codes as in the prompt template of its paper")

    static let two = GuardTaxonomy(
        "Llama Guard 2", prefix: "S",
        [
            "Violent Crimes", "Non-Violent Crimes", "Sex-Related Crimes", "Child Sexual Exploitation",
            "Specialized Advice", "Privacy", "Intellectual Property", "Indiscriminate Weapons", "Hate",
            "Suicide & Self-Harm", "Sexual Content",
        ], source: "meta-llama/PurpleLlama, Llama-Guard2/MODEL_CARD.md")

    /// Version 3 put Defamation in fifth place, so that S5 to S11 of version 2 are S6 to S12.
    private static let fromThree = [
        "Violent Crimes", "Non-Violent Crimes", "Sex-Related Crimes", "Child Sexual Exploitation", "Defamation",
        "Specialized Advice", "Privacy", "Intellectual Property", "Indiscriminate Weapons", "Hate",
        "Suicide & Self-Harm", "Sexual Content", "Elections",
    ]

    static let three = GuardTaxonomy(
        "Llama Guard 3", prefix: "S", fromThree + ["Code Interpreter Abuse"],
        source: "meta-llama/PurpleLlama, Llama-Guard3/8B/MODEL_CARD.md")

    static let smallThree = GuardTaxonomy(
        "Llama Guard 3 1B", prefix: "S", fromThree,
        source: "meta-llama/PurpleLlama, Llama-Guard3/1B/MODEL_CARD.md: 13 categories")

    static let visionThree = GuardTaxonomy(
        "Llama Guard 3 11B Vision", prefix: "S", fromThree,
        source: "meta-llama/PurpleLlama, Llama-Guard3/11B-vision/MODEL_CARD.md: 13 categories")

    static let four = GuardTaxonomy(
        "Llama Guard 4", prefix: "S", fromThree + ["Code Interpreter Abuse"],
        source: "meta-llama/PurpleLlama, Llama-Guard4/12B/MODEL_CARD.md")

    package static let all = [one, two, three, smallThree, visionThree, four]

    // MARK: Models

    /// The taxonomy of a model by its name, as registries and providers write it: `meta-llama/Llama-Guard-3-8B`,
    /// `llama-guard3:1b`, `groq/llama-guard-4-12b`. Nil for every other model, and for a name without a version.
    package static func of(model name: String) -> GuardTaxonomy? {
        guard name.utf8.count <= 200 else { return nil }
        let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let place = parts.firstIndex(where: { $0.hasPrefix("guard") || $0.hasPrefix("llamaguard") }) else {
            return nil
        }
        let word = parts[place]
        let rest = word.hasPrefix("llamaguard") ? word.dropFirst(10) : word.dropFirst(5)
        let isLlama = word.hasPrefix("llamaguard") || place > 0 && parts[place - 1].hasSuffix("llama")
        guard isLlama else { return nil }
        let following = (rest.isEmpty ? [] : [String(rest)]) + parts[(place + 1)...]
        switch following.first {
        case "4": return four
        case "3": return following.contains("1b") ? smallThree : following.contains("11b") ? visionThree : three
        case "2": return two
        // The first version has no number, but a size that no other has.
        case "7b": return one
        default: return nil
        }
    }
}
