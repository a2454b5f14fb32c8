import PlanModel
import SourceText
import Testing
import YAMLDocuments

@Suite struct QuorumTests {
    private static func quorum(_ text: String) throws -> Quorum? {
        let source = SourceFile(path: "quorum.yaml", bytes: Array(text.utf8))
        return Quorum(try #require(YAMLReader.read(source).documents.first).root)
    }

    private static let readable: [(String, Quorum)] = [
        ("[]", .all([])),
        ("[{role: risk-approver, count: 2}]", .all([.role("risk-approver", count: 2)])),
        ("[{role: role:risk-approver}]", .all([.role("risk-approver", count: 1)])),
        ("{any: [{role: a}, {role: b}]}", .any([.role("a", count: 1), .role("b", count: 1)])),
        ("{all: [{role: a}, {any: [{role: b}]}]}", .all([.role("a", count: 1), .any([.role("b", count: 1)])])),
        ("{atLeast: 1, of: [{role: a}, {role: b}]}", .atLeast(1, of: [.role("a", count: 1), .role("b", count: 1)])),
    ]

    @Test(arguments: readable)
    func reads(_ text: String, _ expected: Quorum) throws {
        #expect(try Self.quorum(text) == expected)
    }

    /// What cannot be understood must refuse a release, so it must not be read as a weaker demand.
    @Test(arguments: [
        "two of three", "{}", "{count: 2}", "[{role: a, count: 0}]", "[{role: a, count: -1}]",
        "[{role: a, count: one}]", "[{role: a, count: 1.5}]", "{any: []}", "{atLeast: 0, of: [{role: a}]}",
        "{atLeast: 2, of: [{role: a}]}", "{atLeast: 1}", "{of: [{role: a}]}", "[{role: a}, maybe]", "{all: {role: a}}",
    ])
    func refuses(_ text: String) throws {
        #expect(try Self.quorum(text) == nil)
    }

    @Test func onlyTheExplicitEmptyListIsEmpty() throws {
        #expect(try Self.quorum("[]")?.isEmpty == true)
        #expect(try Self.quorum("[{role: a}]")?.isEmpty == false)
    }

    @Test func namesItsRolesAtEveryDepth() throws {
        let quorum = try Self.quorum("[{role: a}, {any: [{role: b}, {atLeast: 1, of: [{role: c}, {role: a}]}]}]")
        #expect(quorum?.roles == ["a", "b", "c"])
    }
}
