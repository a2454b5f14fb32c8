import PlanModel
import Scaffolding
import SourceText
import Testing
import YAMLDocuments

struct ContinuousIntegrationTests {
    private let tree = ScaffoldedTree(.low)

    @Test("The workflow and the jobs are YAML")
    func readable() throws {
        for path in [".github/workflows/imprimatur.yml", ".gitlab/imprimatur.gitlab-ci.yml", ".gitlab-ci.yml"] {
            _ = try root(path)
        }
    }

    @Test("GitHub: read-only, the pushed commit, the whole history, the pin from outside")
    func workflow() throws {
        let workflow = try root(".github/workflows/imprimatur.yml")
        #expect(workflow["permissions"]?.entries.map { "\($0.key.text) \($0.value.text)" } == ["contents read"])
        #expect(workflow["env"]?["IMPRIMATUR_TRUST_ROOT"]?.text == "${{ vars.IMPRIMATUR_TRUST_ROOT }}")
        #expect(workflow["on"]?["push"]?["tags"]?.items.map(\.text) == ["release/**"])
        for job in try #require(workflow["jobs"]).entries {
            let checkout = try #require(job.value["steps"]?.items.first)
            #expect(checkout["with"]?["fetch-depth"]?.text == "0", "\(job.key.text)")
        }
        let gate = try #require(workflow["jobs"]?["gate"]?["steps"]?.items.first)
        #expect(gate["with"]?["ref"]?.text == "${{ github.event.pull_request.head.sha }}")
    }

    @Test("GitHub: the shell steps, without expressions that a branch's name could break out of")
    func workflowSteps() throws {
        let jobs = try #require(try root(".github/workflows/imprimatur.yml")["jobs"])
        let steps = jobs.entries.map { job in
            (job.value["steps"]?.items.map { $0["run"]?.text } ?? []).compactMap { $0 }
        }
        #expect(
            steps == [
                [#"imprimatur gate --base "origin/$BASE" --head HEAD"#],
                ["git fetch --force --tags origin", #"imprimatur verify "$TAG""#],
            ])
    }

    @Test("GitLab: the whole history, and the shell steps")
    func jobs() throws {
        let file = try root(".gitlab/imprimatur.gitlab-ci.yml")
        #expect(file[".imprimatur"]?["variables"]?["GIT_DEPTH"]?.string == "0")
        let gate = #"imprimatur gate --base "origin/$BASE" --head "${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-HEAD}""#
        #expect(file["imprimatur-gate"]?["script"]?.items.map(\.text) == [gate])
        #expect(file["imprimatur-verify"]?["script"]?.items.map(\.text) == [#"imprimatur verify "$TAG""#])
        for job in ["imprimatur-gate", "imprimatur-verify"] { #expect(file[job]?["extends"]?.text == ".imprimatur") }
        let include = try root(".gitlab-ci.yml")["include"]?.items.compactMap { $0["local"]?.text }
        #expect(include == [".gitlab/imprimatur.gitlab-ci.yml"])
    }

    private func root(_ path: String) throws -> YAMLNode {
        let file = try #require(tree.file(path))
        let stream = YAMLReader.read(SourceFile(path: path, bytes: Array(file.text.utf8)))
        // `on:` is a word that older YAML tools misread; GitHub does not.
        #expect(stream.problems.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(stream.documents.first).root
    }
}
