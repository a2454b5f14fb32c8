import Commands
import Foundation
import GitObjects
import TestSupport
import Testing

/// Our walks over raw commits say what git says, in random histories whose dates lie.
struct HistoryOracleTests {
    /// A linear congruential generator: the same histories in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    /// Commits numbered from 1, each with up to three parents among the ones shortly before it.
    private static func history(_ seed: UInt64, count: Int) throws -> (TestRepository, [ObjectID]) {
        var numbers = Numbers(state: seed)
        var stream = ""
        for commit in 1...count {
            let date = Int.random(in: 1_700_000_000...1_700_100_000, using: &numbers)
            stream += "commit refs/heads/c\(commit)\nmark :\(commit)\n"
            stream += "committer A <a@example.org> \(date) +0000\ndata \("\(commit)".count)\n\(commit)\n"
            guard commit > 1, Int.random(in: 0..<12, using: &numbers) > 0 else { continue }
            let parents = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
                Int.random(in: max(1, commit - 6)..<commit, using: &numbers)
            }
            for (index, parent) in Set(parents).sorted().enumerated() {
                stream += "\(index == 0 ? "from" : "merge") :\(parent)\n"
            }
        }
        let repository = try TestRepository()
        try repository.git(["fast-import", "--quiet"], input: stream + "done\n")
        let names = try repository.git(["for-each-ref", "--sort=version:refname", "--format=%(objectname)"])
        return (repository, names.split(separator: "\n").compactMap { ObjectID(hex: String($0)) })
    }

    private static func lines(_ repository: TestRepository, _ arguments: String...) throws -> [String] {
        let result = try repository.tryGit(arguments)
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func walksAreThoseOfGit(_ seed: UInt64) throws {
        let (repository, commits) = try Self.history(seed, count: 60)
        try #require(commits.count == 60)
        let git = try Repository(holding: repository.path)
        var pairs: [(ObjectID, ObjectID)] = []
        for left in commits.suffix(20) {
            for right in commits.suffix(20) where left < right { pairs.append((left, right)) }
        }
        let crosswise = try pairs.filter { try git.mergeBases($0.0, $0.1).count > 1 }
        try #require(!crosswise.isEmpty, "no history with several merge bases was tried")
        var numbers = Numbers(state: seed &+ 100)
        pairs.shuffle(using: &numbers)
        for (left, right) in pairs.prefix(6) + crosswise.shuffled(using: &numbers).prefix(4) {
            #expect(
                try git.mergeBases(left, right).map(\.description)
                    == Self.lines(repository, "merge-base", "--all", left.description, right.description).sorted())
            let isAncestor = try repository.tryGit(["merge-base", "--is-ancestor", "\(left)", "\(right)"]).status == 0
            #expect(try git.isAncestor(left, of: right) == isAncestor)
            // git's own `left ^right` may stop too early where dates lie, so both sides are listed whole.
            let expected = Set(try Self.lines(repository, "rev-list", left.description))
                .subtracting(try Self.lines(repository, "rev-list", right.description))
            let found = try git.commitIDs(reachableFrom: [left], excluding: [right])
            #expect(Set(found.map(\.description)) == expected)
            #expect(found.count == expected.count)
            #expect(
                try git.firstParentLine(from: left).map(\.description)
                    == Self.lines(repository, "rev-list", "--first-parent", left.description))
        }
    }

    @Test func revisionsAreThoseOfGit() throws {
        let (repository, commits) = try Self.history(5, count: 40)
        let git = try Repository(holding: repository.path)
        try repository.git(["tag", "-a", "-m", "Inner", "inner", commits[39].description])
        try repository.git(["tag", "-a", "-m", "Outer", "outer", "inner"])
        var resolved = 0
        for start in ["c40", "c39", "outer", "refs/tags/inner", commits[38].description] {
            for steps in ["", "~", "^", "^2", "^3", "~2", "~1^2", "^^", "~0", "^0", "^{}", "^{commit}~3", "~500"] {
                let name = start + steps
                let expected = try repository.tryGit(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
                let found = try? git.resolveCommit(name)
                #expect(found?.description ?? "" == expected.output.split(separator: "\n").first ?? "", "\(name)")
                if found != nil { resolved += 1 }
            }
        }
        #expect(resolved > 30)
    }

    /// Both branches were merged into each other: two best common ancestors, and no file is decided on which they
    /// disagree.
    @Test func crosswiseMergesDecideOnlyWhatIsClear() throws {
        let repository = try ExampleProject.repository()
        let file = "systems/support-assistant/inference.yaml"
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try repository.edit(file, "temperature: 0.2", "temperature: 0.3")
        try repository.commitAll("Topic", as: .nora)
        try repository.git(["checkout", "--quiet", "main"])
        try repository.write("notes.txt", "Main\n")
        try repository.commitAll("Main", as: .nora)
        let (main, topic) = (try repository.git(["rev-parse", "main"]), try repository.git(["rev-parse", "topic"]))
        try repository.git(["merge", "--quiet", "-m", "Topic into main", topic], as: .nora)
        try repository.edit(file, "temperature: 0.3", "temperature: 0.2")
        try repository.commitAll("Undone", as: .nora)
        try repository.git(["checkout", "--quiet", "topic"])
        try repository.git(["merge", "--quiet", "-m", "Main into topic", main], as: .nora)
        let git = try Repository(holding: repository.path)
        let bases = try git.mergeBases(git.resolveCommit("main"), git.resolveCommit("topic"))
        #expect(bases.map(\.description) == [main, topic].sorted())

        // Against one base main changed the file, against the other topic did: only a person can say which is meant.
        let result = repository.imprimatur("diff", "main...topic", "--merge", "--format", "json")
        let gate = repository.imprimatur("gate", "--base", "main", "--head", "topic", "--format", "json")
        #expect(gate.status == .undecided, "\(gate.text)\(result.text)")
        #expect(gate.output.contains("merge-needs-author"), "\(gate.output)")
        #expect(gate.output.contains(file))
    }
}
