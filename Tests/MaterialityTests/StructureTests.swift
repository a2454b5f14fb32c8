import ComponentFormats
import SourceText
import Testing
import YAMLDocuments

@testable import Materiality

/// List items by their names: names that are used twice, names that change, texts with arguments.
struct StructureTests {
    private static let vocabulary = SettingVocabulary(
        identityKeys: ["name", "category", "task"], labelKeys: ["name"], qualifiers: ["models"],
        positionalLists: ["messages"], stem: { $0.split(separator: " $").first.map(String.init) ?? $0 },
        [.init("/flows", .guardedStage), .init("/flows[]", .guardrail)])

    private static func edits(_ old: String, _ new: String) throws -> [String] {
        let roots = try [old, new].map { text in
            try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8))).documents.first?.root)
        }
        return StructureDiff.edits(from: roots[0], to: roots[1], vocabulary).map { edit in
            "\(edit.action.rawValue) \(edit.path)" + (edit.meaning == .collidingNames ? " colliding" : "")
        }
    }

    @Test(
        "Items that share a name are compared by turn, and that it is a guess is said",
        arguments: [
            (
                "l: [{name: x, v: 1}, {name: x, v: 2}]", "l: [{name: x, v: 2}, {name: x, v: 1}]",
                ["change l[x].v", "change l[x#2].v", "change l[x] colliding"]
            ),
            (
                "l: [{name: x, v: 1}, {name: x, v: 2}]", "l: [{name: x, v: 2}]",
                ["change l[x].v", "remove l[x#2]", "change l[x] colliding"]
            ),
            ("l: [{name: x, v: 1}, {name: x, v: 1}]", "l: [{name: x, v: 1}, {name: x, v: 1}]", []),
            (
                "l: [{name: x, v: 1}, {name: x, v: 2}, {name: y, v: 1}]", "l: []",
                ["remove l[x]", "remove l[x#2]", "remove l[y]"]
            ),
            // A name that looks like a turn is not one.
            (
                "l: [{name: x, v: 1}, {name: x, v: 3}, {name: \"x#2\", v: 3}]",
                "l: [{name: x, v: 1}, {name: x, v: 9}, {name: \"x#2\", v: 3}]",
                ["change l[x#2].v", "change l[x] colliding"]
            ),
            ("l: [a, a, b]", "l: [a, b]", ["remove l[a#2]"]),
        ])
    func colliding(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try Self.edits(old, new) == expected)
    }

    @Test(
        "A label that changes is a rename, and what else changed is found; another category is another item",
        arguments: [
            ("l: [{name: x, v: 1}, {name: y, v: 2}]", "l: [{name: z, v: 1}, {name: y, v: 2}]", ["rename l[x]"]),
            (
                "l: [{name: x, v: 1, w: 2, u: 3, t: 4}]", "l: [{name: z, v: 1, w: 2, u: 3, t: 5}]",
                ["rename l[x]", "change l[x].t"]
            ),
            ("l: [{name: x, v: 1, w: 2}]", "l: [{name: z, v: 5, w: 6}]", ["remove l[x]", "add l[z]"]),
            ("l: [{name: x}]", "l: [{name: z}]", ["remove l[x]", "add l[z]"]),
            ("l: [{category: x, v: 1}]", "l: [{category: z, v: 1}]", ["remove l[x]", "add l[z]"]),
            (
                "l: [{name: x, v: 1}, {name: y, v: 2}]", "l: [{name: y, v: 2}, {name: z, v: 1}]",
                ["rename l[x]", "move l"]
            ),
            (
                "l: [{name: a, v: 1}, {name: b, v: 2}]", "l: [{name: c, v: 2}, {name: d, v: 1}]",
                ["rename l[a]", "rename l[b]", "move l"]
            ),
        ])
    func renamed(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try Self.edits(old, new) == expected)
    }

    @Test(
        "Texts with arguments are known by their stem; what tells equal names apart is part of them",
        arguments: [
            ("flows: [check $model=a, self]", "flows: [check $model=b, self]", ["change flows[check $model=a]"]),
            ("flows: [check $model=a, check $model=b]", "flows: [check $model=b]", ["remove flows[check $model=a]"]),
            ("flows: [check]", "flows: []", ["change flows", "remove flows[check]"]),
            ("flows: [check]", "{}", ["remove flows", "remove flows[check]"]),
            ("flows: []", "flows: [check]", ["change flows", "add flows[check]"]),
            (
                "l: [{task: t, models: [a], v: 1}, {task: t, models: [b], v: 1}]",
                "l: [{task: t, models: [a], v: 1}, {task: t, models: [b], v: 2}]", ["change l[t [b]].v"]
            ),
            ("messages: [{name: a}, {name: a}]", "messages: [{name: a}]", ["remove messages[1]"]),
        ])
    func stems(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try Self.edits(old, new) == expected)
    }
}
