import Commands
import Foundation
import TestSupport
import Testing

/// The demo is a program, not a play: what it shows follows from what the binary says.
struct DemoTests {
    private func runDemo(changes: String?) throws -> ProgramResult {
        let folder = try TemporaryFolder()
        var variables = ["HOME": folder.path, "TMPDIR": folder.path]
        variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        variables["DEMO_CHANGES"] = changes
        return try runProgram(
            ["bash", ExampleProject.checkout + "/Scripts/demo", try Product.folder() + "/imprimatur"], in: folder.path,
            variables: variables)
    }

    @Test func demoRuns() throws {
        let result = try runDemo(changes: nil)
        #expect(result.status == 0, "\(result.output)\n\(result.diagnostics)")
        for expected in [
            "critical", "prompt/prohibition-weakened", "guardrail/threshold-loosened", "1.1.0", "Try next",
        ] {
            #expect(result.output.contains(expected))
        }
    }

    /// The same edit as comments changes nothing that ships, so the story does not hold and the demo stops.
    @Test func demoStopsWhenTheEditIsOnlyAComment() throws {
        let folder = try TemporaryFolder()
        let overlay = TestRepository(folder: folder, path: folder.path + "/changes")
        let source = TestRepository(folder: folder, path: ExampleProject.folder)
        let system = "systems/support-assistant"
        let prompt = try source.read("\(system)/prompts/system.prompt")
        try overlay.write(
            "\(system)/prompts/system.prompt",
            prompt + "{{! Try not to promise a refund; be understanding instead. }}\n")
        try overlay.write(
            "\(system)/guardrails/output.yaml",
            try source.read("\(system)/guardrails/output.yaml") + "# severity_threshold: high\n")
        try overlay.write(
            "\(system)/release.yaml", try source.read("changes/1.1.0/\(system)/release.yaml"))

        let result = try runDemo(changes: overlay.path)
        #expect(result.status == 1)
        #expect(result.diagnostics.contains("\"class\": \"critical\""), "\(result.output)\n\(result.diagnostics)")
        #expect(result.output.contains("none: support-assistant"))
    }
}
