import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Characters that nobody sees, counted on both sides of a file: those that stand in it, and those that escapes such as
/// `\u200b` write.
enum HiddenCharacterComparison {
    static func compare(
        _ pair: FilePairs.Pair, _ old: ReleasePrompts, _ new: ReleasePrompts, into collector: inout ChangeCollector
    ) {
        guard pair.old?.bytes != pair.new?.bytes else { return }
        let before = pair.old.map { finds(in: $0, old) } ?? []
        let after = pair.new.map { finds(in: $0, new) } ?? []
        add(pair, before, after, Rules.of(pair.category), into: &collector)
    }

    /// The same for what guards the model or is shown to users, as far as it is text.
    static func compareTexts(
        _ pair: FilePairs.Pair, in context: ComparisonContext, into collector: inout ChangeCollector
    ) {
        let isText = [pair.old, pair.new].contains { file in
            file.map { !$0.bytes.contains(0) && String(validating: $0.bytes, as: UTF8.self) != nil } ?? false
        }
        guard pair.old?.bytes != pair.new?.bytes, isText else { return }
        let before = pair.old.map { finds(in: $0, pair.category, shipped: context.base.files) } ?? []
        let after = pair.new.map { finds(in: $0, pair.category, shipped: context.head.files) } ?? []
        add(pair, before, after, Rules.of(pair.category), into: &collector)
    }

    // MARK: Claims

    private struct Rules {
        let added: ChangeRule
        let removed: ChangeRule
        /// A sentence that ends in the character's name.
        let why: String

        static func of(_ category: ComponentCategory) -> Rules {
            switch category {
            case .guardrails:
                Rules(
                    added: GuardrailRules.hiddenCharactersAdded, removed: GuardrailRules.hiddenCharactersRemoved,
                    why: "Nobody sees this character, but the guardrail works with it")
            case .experience:
                Rules(
                    added: ExperienceRules.hiddenCharactersAdded, removed: ExperienceRules.hiddenCharactersRemoved,
                    why: "Nobody sees this character, but it can hide or turn what users read")
            default:
                Rules(
                    added: PromptRules.hiddenCharactersAdded, removed: PromptRules.hiddenCharactersRemoved,
                    why: "Nobody sees this character, but the model reads it")
            }
        }
    }

    private static func add(
        _ pair: FilePairs.Pair, _ before: [HiddenCharacterScan.Find], _ after: [HiddenCharacterScan.Find],
        _ rules: Rules, into collector: inout ChangeCollector
    ) {
        if let file = pair.new {
            for find in HiddenCharacterScan.surplus(of: after, over: before) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(rules.added, "\(rules.why): \(name)."),
                        pair.key, field: nil, path: file.path, action: .add, old: nil,
                        new: ChangeSide(name, at: .span(file, range: find.range))))
            }
        }
        if let file = pair.old, let head = pair.new {
            for find in HiddenCharacterScan.surplus(of: before, over: after) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(rules.removed, "A character that nobody saw is gone: \(name)."),
                        pair.key, field: nil, path: head.path, action: .remove,
                        old: ChangeSide(name, at: .span(file, range: find.range)), new: nil))
            }
        }
    }

    // MARK: Finds

    private static func finds(in file: SourceFile, _ prompts: ReleasePrompts) -> [HiddenCharacterScan.Find] {
        HiddenCharacterScan.find(in: file) + prompts.mappedTexts(file).flatMap(HiddenCharacterScan.find(writtenIn:))
    }

    private static func finds(
        in file: SourceFile, _ category: ComponentCategory, shipped: [String: SourceFile]
    ) -> [HiddenCharacterScan.Find] {
        let written = HiddenCharacterScan.find(in: file).filter { find in
            category != .experience || !HiddenCharacters.shapesWords(find.scalar, after: find.previous)
        }
        // Escapes of YAML, JSON and XML.
        guard file.bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }),
            let settings = ComponentFormats.recognise(file, category: category, shipped: shipped)?.settings
        else { return written }
        let escaped = settings.roots.flatMap { scalars($0, of: file) }
            .flatMap { HiddenCharacterScan.find(writtenIn: MappedText($0, in: file)) }
            .filter { find in
                !written.contains { $0.scalar == find.scalar && find.range.contains($0.range.lowerBound) }
            }
        return written + escaped
    }

    private static func scalars(_ node: YAMLNode, of file: SourceFile) -> [YAMLNode] {
        if node.kind == .scalar { return node.source.path == file.path ? [node] : [] }
        return node.entries.flatMap { scalars($0.value, of: file) } + node.items.flatMap { scalars($0, of: file) }
    }
}
