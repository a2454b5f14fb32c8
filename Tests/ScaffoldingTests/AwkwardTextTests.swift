import PlanModel
import Scaffolding
import SourceText
import Testing
import YAMLDocuments

/// What people and branches are called must arrive as it is, whatever YAML would make of it.
struct AwkwardTextTests {
    static let names = [
        "Nora Berg", "Ñandú Øre", "O'Brien: the \"x\" # y", "[a], {b}", "no", "Null", "42", "- x", "back\\slash",
        "*star", "two\nlines\ttab", "trailing ", "\u{7}\u{2028}\u{FEFF}", "👩‍🚀", "a: b", "@at", "",
    ]

    @Test("The person's name", arguments: names.filter { !$0.isEmpty })
    func personName(name: String) throws {
        let tree = ScaffoldedTree(.sample(.low, personName: name))
        let root = try #require(tree.only(TrustRoot.self))
        #expect(root.principals.first?.name?.value.unicodeScalars.map(\.value) == name.unicodeScalars.map(\.value))
    }

    @Test("The e-mail address and the branch", arguments: names)
    func emailAndBranch(text: String) throws {
        let tree = ScaffoldedTree(.sample(.medium, email: text, protectedBranch: text))
        let root = try #require(tree.only(TrustRoot.self))
        #expect(root.principals.first?.emails == [text])
        #expect(root.protectedBranches.map(\.value) == [text])
    }

    @Test("Labels that look like other YAML values", arguments: ["on", "null", "true", "123", "1e3", "0x1f", "a-1"])
    func labels(label: String) throws {
        let tree = ScaffoldedTree(.sample(.high, system: label, principal: label))
        #expect(tree.only(TrustRoot.self)?.principals.map(\.id) == [label])
        #expect(tree.only(AISystem.self)?.name == label)
        #expect(tree.only(DeploymentPlan.self)?.name == label)
        let package = try #require(tree.only(ReleasePackage.self))
        #expect(package.name == label && package.systemName == label && package.plan.name?.value == label)
        for document in tree.documents {
            let source = document.source
            #expect(YAMLReader.read(source).problems.map(\.message) == [], "\(source.path)")
        }
    }
}
