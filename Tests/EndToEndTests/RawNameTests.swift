import Commands
import Foundation
import TestSupport
import Testing

/// Names that are not UTF-8, which git and Linux take as they take any other.
struct RawNameTests {
    /// A name is given in the notation of printf(1).
    private func shell(_ script: String, in repository: TestRepository) throws {
        let result = try runProgram(
            ["sh", "-ec", script], in: repository.path, variables: repository.variables(as: .nora))
        try #require(result.status == 0, "\(result.diagnostics)")
    }

    @Test func folderIsLookedInto() throws {
        let repository = try ExampleProject.repository()
        try shell(#"d=systems/$(printf '\377'); mkdir "$d"; printf 'a: [\n' >"$d/system.yaml""#, in: repository)
        #expect(repository.imprimatur("check").status == .refused)
        try repository.git(["add", "--all"])
        #expect(repository.imprimatur("check").status == .refused)
        #expect(repository.imprimatur("check", "--staged").status == .refused)
    }

    @Test func fileIsRead() throws {
        let repository = try ExampleProject.repository()
        try shell(#"printf 'a: [\n' >governance/$(printf 'x\376.yaml')"#, in: repository)
        let result = repository.imprimatur("check")
        #expect(result.status == .refused, "\(result.text)")
        #expect(result.output.contains("DOC-"))
    }

    /// As text both end in U+FFFD.
    @Test(arguments: [["check"], ["check", "--staged"]])
    func twoNamesThatLookTheSameAreTwo(_ arguments: [String]) throws {
        let repository = try ExampleProject.repository()
        try shell(
            #"""
            for n in '\376' '\377'; do
                d=systems/$(printf "$n"); mkdir "$d"; cp systems/support-assistant/system.yaml "$d/system.yaml"
            done
            """#, in: repository)
        try repository.git(["add", "--all"])
        let before = repository.imprimatur(arguments: arguments + ["--format", "json"])
        try shell(#"d=systems/$(printf '\377'); printf 'a: [\n' >"$d/system.yaml"; git add --all"#, in: repository)
        let after = repository.imprimatur(arguments: arguments + ["--format", "json"])
        // The one that is broken comes second, and would be dropped as if it were the first again.
        #expect(!before.output.contains("DOC-004"), "\(before.text)")
        #expect(after.output.contains("DOC-004"), "\(after.text)")
    }

    @Test func validateLooksIntoSuchAFolder() throws {
        let repository = try TestRepository()
        try repository.write("s.json", #"{"type": "object"}"#)
        try repository.write("sub/good.yaml", "a: 1\n")
        #expect(repository.imprimatur("validate", "--schema", "s.json", "sub").status == .pass)
        try shell(#"d=sub/$(printf '\376'); mkdir "$d"; echo '- 1' >"$d/bad.yaml""#, in: repository)
        #expect(repository.imprimatur("validate", "--schema", "s.json", "sub").status == .refused)
    }
}
