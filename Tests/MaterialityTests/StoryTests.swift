import Testing

@testable import Materiality

/// The change stories, each against its expectations.
struct StoryTests {
    private static func comparison(_ story: Story) throws -> Comparison {
        func unit(_ files: [String: String]) throws -> ReleaseUnit {
            try MemoryTree(files: files).unit(package: "release.yaml", system: "system.yaml", plan: "plan.yaml")
        }
        return MaterialityEngine.compare(base: try unit(story.before), head: try unit(story.after), policy: nil)
    }

    @Test("Ten stories, each with a harmless twin")
    func pairs() throws {
        let names = try Story.all().map(\.name)
        let stories = names.filter { !$0.hasSuffix("-twin") }
        #expect(stories.count >= 10)
        #expect(names.count == 2 * stories.count)
        for story in stories { #expect(names.contains("\(story)-twin")) }
    }

    @Test("Each story gives exactly the findings that it names, located on both sides")
    func finds() throws {
        for story in try Story.all() {
            let comparison = try Self.comparison(story)
            #expect(comparison.changes.map(Story.Find.init).sorted() == story.finds, "\(story.name)")
            #expect(comparison.changeClass == story.changeClass, "\(story.name)")
        }
    }

    @Test("A story matters, and its twin is none or minor")
    func classes() throws {
        for story in try Story.all() {
            let changeClass = try Self.comparison(story).changeClass
            #expect(story.isTwin ? changeClass <= .minor : changeClass >= .material, "\(story.name)")
        }
    }
}
