import Testing

@testable import ComponentFormats

struct SettingVocabularyTests {
    private static let vocabulary = SettingVocabulary(
        identityKeys: ["name"],
        [
            .init("threshold", "any threshold"),
            .init("rules[].threshold", "a rule's threshold"),
            .init("/top", "top"),
            .init("/tree.**", "below"),
            .init("/tree.leaf", "leaf"),
            .init("/map.*", "entry"),
            .init("/map.own", "own entry"),
            .init("/list[]", "item"),
        ])

    private static func path(_ text: String) -> FieldPath {
        FieldPath(
            text.split(separator: ".").flatMap { part -> [FieldPath.Step] in
                part.hasSuffix("[]") ? [.key(String(part.dropLast(2))), .item("x")] : [.key(String(part))]
            })
    }

    @Test(
        "The most precise row says what a value decides",
        arguments: [
            ("a.b.threshold", "any threshold"),
            ("a.rules[].threshold", "a rule's threshold"),
            ("top", "top"),
            ("a.top", "unknown"),
            ("tree", "unknown"),
            ("tree.a", "below"),
            ("tree.a[].b", "below"),
            ("tree.leaf", "leaf"),
            ("map.any", "entry"),
            ("map.own", "own entry"),
            ("map.own.inner", "unknown"),
            ("list[]", "item"),
            ("list", "unknown"),
        ])
    func meaning(_ path: String, _ expected: String) {
        #expect(Self.vocabulary.meaning(of: Self.path(path)).rawValue == expected)
    }

    @Test("A path names list items by what identifies them")
    func description() {
        let path = FieldPath([.key("guardrails"), .item("reply"), .key("mode"), .index(0)])
        #expect(path.description == "guardrails[reply].mode[0]")
        #expect(path.lastKey == "mode" && path.innermostItem == "reply")
    }
}
