import Commands
import Foundation
import TestSupport
import Testing

/// What `diff` keeps between two runs changes how long it takes, and nothing else.
struct OutlineCacheTests {
    private static let prompt = "systems/support-assistant/prompts/system.prompt"

    private let repository: TestRepository
    private let cache: TemporaryFolder

    init() throws {
        cache = try TemporaryFolder()
        repository = try ExampleProject.repository()
        try repository.edit(Self.prompt, "Never promise a refund", "Try not to promise a refund")
        try repository.commitAll("Friendlier", as: .nora)
    }

    private func diff(_ variables: [String: String]? = nil) -> CommandResult {
        repository.imprimatur(
            "diff", "HEAD~1..HEAD", "--format", "json", variables: variables ?? ["XDG_CACHE_HOME": cache.path])
    }

    private func keptFiles() throws -> [String] {
        let root = cache.path + "/imprimatur"
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.contains("/") }
            .map { root + "/" + $0 }
    }

    @Test func theSecondRunSaysTheSame() throws {
        let first = diff()
        #expect(try keptFiles().count == 2)
        let second = diff()
        #expect(first.output.contains("prompt/prohibition-weakened"))
        #expect(second.output == first.output)
        #expect(diff(["HOME": "", "XDG_CACHE_HOME": ""]).output == first.output)
    }

    @Test(arguments: [
        "", "imprimatur-outline/1\n", "imprimatur-outline/2\nend\n", "\u{0}", "imprimatur-outline/1\nfile\nend\n",
    ])
    func aDamagedFileIsWorkedOutAnew(_ text: String) throws {
        let first = diff()
        for file in try keptFiles() { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) }
        #expect(diff().output == first.output)
    }

    @Test func aFolderThatCannotBeWrittenIsNoFailure() throws {
        let result = diff(["XDG_CACHE_HOME": "/dev/null"])
        #expect(result.status == .pass)
        #expect(result.diagnostics.isEmpty)
    }

    /// A verdict must not rest on what was kept: `gate` and `verify` do not read it.
    @Test func onlyDiffKeepsAnything() throws {
        _ = repository.imprimatur("gate", "--base", "HEAD~1", variables: ["XDG_CACHE_HOME": cache.path])
        _ = repository.imprimatur("verify", "--all", variables: ["XDG_CACHE_HOME": cache.path])
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).isEmpty)
    }
}
