import ComponentFormats
import SourceText

/// Characters that nobody sees, counted on both sides of a file: those that stand in it, and those that escapes such as
/// `\u200b` write.
enum HiddenCharacterComparison {
    static func compare(
        _ pair: FilePairs.Pair, _ old: ReleasePrompts, _ new: ReleasePrompts, into collector: inout ChangeCollector
    ) {
        guard pair.old?.bytes != pair.new?.bytes else { return }
        let before = pair.old.map { finds(in: $0, old) } ?? []
        let after = pair.new.map { finds(in: $0, new) } ?? []
        if let file = pair.new {
            for find in HiddenCharacterScan.surplus(of: after, over: before) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(
                            PromptRules.hiddenCharactersAdded,
                            "Nobody sees this character, but the model reads it: \(name)."),
                        pair.key, field: nil, path: file.path, action: .add, old: nil,
                        new: ChangeSide(name, at: .span(file, range: find.range))))
            }
        }
        if let file = pair.old, let head = pair.new {
            for find in HiddenCharacterScan.surplus(of: before, over: after) {
                let name = HiddenCharacters.name(find.scalar)
                collector.add(
                    Change(
                        Claim(PromptRules.hiddenCharactersRemoved, "A character that nobody saw is gone: \(name)."),
                        pair.key, field: nil, path: head.path, action: .remove,
                        old: ChangeSide(name, at: .span(file, range: find.range)), new: nil))
            }
        }
    }

    private static func finds(in file: SourceFile, _ prompts: ReleasePrompts) -> [HiddenCharacterScan.Find] {
        HiddenCharacterScan.find(in: file) + prompts.mappedTexts(file).flatMap(HiddenCharacterScan.find(writtenIn:))
    }
}
