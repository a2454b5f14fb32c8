import PlanRules
import SourceText
import Testing
import YAMLDocuments

@Suite struct RuleCatalogueTests {
    @Test func registriesAreSortedById() {
        let snapshot = RuleCatalogue.snapshotRules.map { $0.description.id }
        let candidate = RuleCatalogue.candidateRules.map { $0.description.id }
        #expect(snapshot == snapshot.sorted())
        #expect(candidate == candidate.sorted())
    }

    @Test func idsAndNamesAreUnique() {
        let descriptions = RuleCatalogue.descriptions
        #expect(Set(descriptions.map(\.id)).count == descriptions.count)
        #expect(Set(descriptions.map(\.name)).count == descriptions.count)
    }

    @Test(arguments: RuleCatalogue.descriptions.map(\.id.rawValue))
    func theProseIsComplete(_ id: String) throws {
        let rule = try #require(RuleCatalogue.description(id))
        #expect(RuleCatalogue.description(rule.name)?.id == rule.id)
        #expect(id.wholeMatch(of: #/[A-Z]{3}-\d{3}/#) != nil)
        #expect(rule.name.wholeMatch(of: #/[a-z]+(-[a-z]+)+/#) != nil)
        #expect(rule.summary.hasSuffix(".") || rule.summary.hasSuffix(")"))
        #expect(rule.why.hasSuffix("."))
        #expect(rule.requirements.allSatisfy { $0.wholeMatch(of: #/S\d{1,3}/#) != nil })
        #expect(rule.failing != rule.passing)
    }

    /// What `explain` shows for a rule over documents can be pasted into one. What DOC-004 refuses is the exception;
    /// rules of the family GIT show other files.
    @Test(arguments: RuleCatalogue.snapshotRules.map { $0.description.id.rawValue }.filter { !$0.hasPrefix("GIT") })
    func fragmentsOfSnapshotRulesAreYAML(_ id: String) throws {
        let rule = try #require(RuleCatalogue.description(id))
        for fragment in id == "DOC-004" ? [rule.passing] : [rule.failing, rule.passing] {
            let stream = YAMLReader.read(SourceFile(path: id, bytes: Array(fragment.utf8)))
            #expect(stream.problems.map(\.message) == [])
        }
    }
}
