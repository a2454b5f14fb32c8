import Commands
import Foundation
import Synchronization
import TestSupport
import Testing

/// `--format`: every command writes what makes sense for it and refuses the rest before it does anything.
struct OutputFormatTests {
    private static let schema = #"{"properties": {"tier": {"enum": ["low", "high"]}}}"#

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Data(Self.schema.utf8).write(to: URL(fileURLWithPath: folder.path + "/s.json"))
        try Data("tier: hihg\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/a.yaml"))
        return folder
    }

    @Test(arguments: [
        ("text", "error[DOC-002 schema-violated]: "), ("json", "{\n"), ("jsonl", "{\"finding\":{"),
        ("markdown", "### ❌ Refused\n"), ("sarif", "{\n  \"$schema\" : "), ("github", "::error file=a.yaml,line=1,"),
        ("gitlab", "[\n"), ("junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
    ])
    func findingsInEveryFormat(format: String, beginning: String) throws {
        let folder = try folder()
        let arguments = ["validate", "--schema", "s.json", "--format", format, "a.yaml"]
        let result = runImprimatur(arguments, in: folder.path)
        #expect(result.status == .refused)
        #expect(result.output.hasPrefix(beginning))
        #expect(runImprimatur(arguments, in: folder.path).output == result.output)
        // Into a file goes what would have been printed.
        let written = runImprimatur(arguments + ["-o", "out"], in: folder.path)
        #expect(written.status == .refused && written.output.isEmpty)
        #expect(try String(contentsOfFile: folder.path + "/out", encoding: .utf8) == result.output)
    }

    @Test func aFormatThatACommandCannotWriteIsRefusedWithThoseThatItCan() throws {
        let folder = try TemporaryFolder()
        let rules = runImprimatur(["rules", "--format", "sarif"], in: folder.path)
        #expect(rules.status == .usage)
        #expect(
            rules.diagnostics == """
                error: this command does not write sarif
                help: Use --format text, --format json or --format markdown.

                """)
        // Also before it looks for a repository, let alone writes to one.
        for command in [
            ["verify", "--all"], ["release", "a"], ["approve", "a", "--role", "r"],
            ["gate", "--base", "a"],
        ] {
            let result = runImprimatur(command + ["--format", "junit"], in: folder.path)
            #expect(result.status == .usage, "\(command)")
            #expect(result.diagnostics.contains("Use --format text or --format json."), "\(command)")
        }
        let diff = runImprimatur(["diff", "a..b", "--format", "junit"], in: folder.path)
        #expect(diff.status == .usage)
        #expect(diff.diagnostics.contains("Use --format text, --format json, --format markdown or --format html."))
        #expect(runImprimatur(["init", "--format", "json"], in: folder.path).status == .usage)
        #expect(runImprimatur(["check", "--format", "html"], in: folder.path).status == .usage)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func documentsOfAFileAreNumbered() throws {
        let folder = try folder()
        let documents = "tier: low\n---\n# the second\ntier: x\n---\ntier: high\n"
        let result = runImprimatur(
            ["validate", "--schema", "s.json", "-"], in: folder.path, input: Array(documents.utf8))
        #expect(result.output.contains("--> standard input:4:7 (document 2 of 3)\n"))
    }

    @Test(arguments: [40, 64, 100]) func textFitsTheTerminal(columns: Int) throws {
        let folder = try folder()
        let value = (1...60).map { "word\($0)" }.joined(separator: " ")
        try Data("tier: \(value)\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/a.yaml"))
        let output = Mutex("")
        let context = CommandContext(
            workingDirectory: folder.path, variables: ["LANG": "C.UTF-8", "NO_COLOR": "1"], clock: TestRepository.now,
            isOutputTerminal: true, outputColumns: columns, output: { text in output.withLock { $0 += text } },
            diagnostics: { _ in }, input: { [] })
        #expect(Imprimatur.run(["validate", "--schema", "s.json", "a.yaml"], in: context) == .refused)
        let lines = output.withLock { $0 }.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= columns })
        #expect(lines.contains { $0.hasSuffix("…") } && lines.contains { $0.hasSuffix("^^^^") })
    }
}
