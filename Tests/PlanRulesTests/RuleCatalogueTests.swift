import PlanModel
import PlanRules
import SourceText
import Testing
import YAMLDocuments

@Suite struct RuleCatalogueTests {
    @Test func registriesAreSortedById() {
        let snapshot = RuleCatalogue.snapshotRules.map { $0.description.id }
        let candidate = RuleCatalogue.candidateRules.map { $0.description.id }
        let proposal = RuleCatalogue.proposalRules.map { $0.description.id }
        let merge = RuleCatalogue.mergeRules.map { $0.description.id }
        let clone = RuleCatalogue.cloneRules.map { $0.description.id }
        for rules in [snapshot, candidate, proposal, merge, clone] { #expect(rules == rules.sorted()) }
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

    /// A rule that a text shows as an example can be looked up. Ids in it are those behind `allow` and `id:`.
    @Test(arguments: RuleCatalogue.descriptions.map(\.id.rawValue))
    func rulesInExamplesOfRulesExist(_ id: String) throws {
        let rule = try #require(RuleCatalogue.description(id))
        for text in [rule.failing, rule.passing] {
            for word in text.matches(of: #/(?:allow |\{id: |- id: )([A-Z]{3}-\d{3})\b/#).map({ String($0.1) }) {
                #expect(RuleCatalogue.description(word) != nil, "\(id) shows \(word)")
            }
        }
    }

    /// Nor does the schema of the file with the rules' settings show one that is not there.
    @Test func rulesInExamplesOfTheProjectSchemaExist() throws {
        let text = try #require(EmbeddedSchemas.text("Project"))
        let stream = JSONReader.read(SourceFile(path: "Project", bytes: Array(text.utf8)))
        let root = try #require(stream.documents.first).root
        let rules = try #require(root["properties"]?["spec"]?["properties"]?["rules"])
        let shown = try #require(rules["items"]?["properties"]?["id"]?["examples"]?.items)
        let settings = try #require(rules["examples"]?.items).flatMap { Array($0.items) }.compactMap { $0["id"] }
        #expect(shown.count >= 2 && !settings.isEmpty)
        for word in (shown + settings).compactMap({ $0.string }) {
            #expect(RuleCatalogue.description(word) != nil, "\(word)")
        }
    }
}
