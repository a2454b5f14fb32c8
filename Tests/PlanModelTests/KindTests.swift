import PlanModel
import Snapshots
import SourceText
import Testing

/// A kind is a type, a schema and fixtures; none without the others.
@Suite struct KindTests {
    @Test func theRegistryIsSortedAndComplete() {
        let names = DocumentKinds.all.map { $0.kind.name }
        #expect(names == names.sorted())
        #expect(Set(names) == Set(EmbeddedSchemas.names).subtracting(["common"]))
        #expect(Set(names) == Set(Fixtures.names(in: KindFixture.folder)))
    }

    @Test func referencePrefixesAreUnique() {
        let prefixes = DocumentKinds.all.compactMap { $0.kind.referencePrefix }
        #expect(Set(prefixes).count == prefixes.count)
    }

    @Test(arguments: DocumentKinds.all.map { $0.kind.name })
    func everyKindHasBothFixtures(_ kind: String) {
        let files = Fixtures.names(in: "\(KindFixture.folder)/\(kind)")
        #expect(files.contains("valid.yaml"))
        #expect(files.contains("invalid.yaml"))
    }

    @Test(arguments: KindFixture.valid)
    func validFixturesReadWithoutProblems(_ fixture: KindFixture) throws {
        let problems = try fixture.snapshot().problems
        #expect(problems.map { "\($0.location.label) \($0.message)" } == [])
    }

    @Test(arguments: KindFixture.invalid)
    func invalidFixturesHaveTheOneMistakeThatTheyMark(_ fixture: KindFixture) throws {
        let found = try fixture.snapshot().problems.map { problem in
            "\(problem.location.position?.line ?? 0) \(Self.rule(of: problem.kind))"
        }
        let source = try fixture.source()
        let marked = source.text(0..<source.bytes.count).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
            .compactMap { index, line in line.firstMatch(of: #/# finding: (\S+)$/#).map { "\(index + 1) \($0.1)" } }
        #expect(marked.count == 1)
        #expect(found == marked)
    }

    /// The rules are another module's; this much about them is fixed.
    private static func rule(of kind: DocumentProblem.Kind) -> String {
        switch kind {
        case .unknownKind: "DOC-001"
        case .schema, .schemaMissing: "DOC-002"
        case .unreadable, .badStructure, .ambiguousScalar: "DOC-004"
        }
    }
}
