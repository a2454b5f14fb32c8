import Approvals
import PlanModel
import SourceText
import Testing
import YAMLDocuments

/// The least that is missing of a quorum, given who approved and who could.
struct SmallestQuorumTests {
    private func missing(
        _ quorum: String, approvals: [(role: String, principal: String)] = [],
        people: [String: [String]]? = nil, onePersonOneRole: Bool = true
    ) throws -> [String]? {
        let source = SourceFile(path: "quorum.yaml", bytes: Array(quorum.utf8))
        let node = try #require(YAMLReader.read(source).documents.first).root
        let quorum = try #require(Quorum(node))
        let eligible: ((String) -> [String])? = people.map { people in { people[$0] ?? [] } }
        return quorum.evaluate(approvals: approvals, onePersonOneRole: onePersonOneRole, eligible: eligible)?.missing
            .map { "\($0.role) × \($0.count)" }
    }

    @Test func allNeedsEveryPart() throws {
        let quorum = "[{role: risk, count: 2}, {role: product}]"
        #expect(try missing(quorum) == ["product × 1", "risk × 2"])
        #expect(try missing(quorum, approvals: [("risk", "maya")]) == ["product × 1", "risk × 1"])
        #expect(try missing(quorum, approvals: [("risk", "maya"), ("risk", "ana"), ("product", "tom")]) == [])
    }

    /// What is there already decides which alternative is the nearest.
    @Test func anyTakesTheNearestAlternative() throws {
        let quorum = "{any: [[{role: risk, count: 2}], [{role: product}, {role: legal}, {role: engineering}]]}"
        #expect(try missing(quorum) == ["risk × 2"])
        let given = [(role: "product", principal: "tom"), (role: "legal", principal: "lea")]
        #expect(try missing(quorum, approvals: given) == ["engineering × 1"])
    }

    @Test func atLeastCountsWholeParts() throws {
        let quorum =
            "{atLeast: 2, of: [[{role: risk}], [{role: product}, {role: legal}], [{role: engineering, count: 3}]]}"
        #expect(try missing(quorum) == ["legal × 1", "product × 1", "risk × 1"])
        let given = [(role: "engineering", principal: "a"), (role: "engineering", principal: "b")]
        #expect(try missing(quorum, approvals: given) == ["engineering × 1", "risk × 1"])
    }

    @Test func tiesAreBrokenByTheNamesOfTheRoles() throws {
        #expect(try missing("{any: [{role: risk}, {role: legal}, {role: product}]}") == ["legal × 1"])
        #expect(try missing("{any: [{role: product}, {role: risk}, {role: legal}]}") == ["legal × 1"])
    }

    /// Fewer approvals that nobody can give are no way to pass.
    @Test func partsThatNobodyCanFillComeLast() throws {
        let quorum = "{any: [[{role: risk}], [{role: product}, {role: engineering}]]}"
        let people = ["product": ["tom"], "engineering": ["ivo"]]
        #expect(try missing(quorum, people: people) == ["engineering × 1", "product × 1"])
        #expect(try missing(quorum, people: ["risk": ["maya"]]) == ["risk × 1"])
        // One person cannot be two.
        let one = ["product": ["ivo"], "engineering": ["ivo"]]
        #expect(try missing(quorum, people: one) == ["risk × 1"])
        #expect(try missing(quorum, people: one, onePersonOneRole: false) == ["engineering × 1", "product × 1"])
    }

    /// A person with two roles sits where the seat is needed.
    @Test func onePersonFillsThePlaceThatHelpsMost() throws {
        let given = [
            (role: "risk", principal: "maya"), (role: "product", principal: "maya"),
            (role: "risk", principal: "ana"),
        ]
        #expect(try missing("[{role: risk}, {role: product}]", approvals: given) == [])
        let both = "[{role: risk, count: 2}, {role: product}]"
        #expect(try missing(both, approvals: given) == ["risk × 1"])
        // Where a third person could sit decides which of the two places maya leaves open.
        #expect(try missing(both, approvals: given, people: ["product": ["tom"]]) == ["product × 1"])
        #expect(try missing(both, approvals: given, people: ["risk": ["eva"]]) == ["risk × 1"])
    }

    /// Alike alternatives are one: 15 of 20 equal parts are no more work than one.
    @Test func manyAlikePartsAreDecided() throws {
        let parts = Array(repeating: "{role: risk}", count: 20).joined(separator: ", ")
        #expect(try missing("{atLeast: 15, of: [\(parts)]}") == ["risk × 15"])
    }

    /// Beyond the limit the answer is that there is none, which refuses.
    @Test func tooManyAlternativesAreNotDecided() throws {
        let parts = (1...20).map { "{role: r\($0)}" }.joined(separator: ", ")
        #expect(try missing("{atLeast: 10, of: [\(parts)]}") == nil)
    }
}
