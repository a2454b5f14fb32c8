import Foundation
import TestSupport
import Testing

/// Scripts/install-dependencies on machines where it can do nothing: it names the packages and exits 2.
struct InstallScript {
    /// Runs the script with a PATH that holds only the tools given, some of them stand-ins.
    private func run(standIns: [String: String], arguments: [String] = []) throws -> ProgramResult {
        let folder = try TemporaryFolder()
        let tools = folder.path + "/bin"
        try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
        for tool in ["sh", "cut", "tr", "id"] where standIns[tool] == nil {
            let found = try runProgram(
                ["sh", "-c", "command -v \(tool)"], in: "/", variables: ["PATH": Product.searchPath])
            let path = found.output.trimmingCharacters(in: .whitespacesAndNewlines)
            try FileManager.default.createSymbolicLink(atPath: "\(tools)/\(tool)", withDestinationPath: path)
        }
        for (name, text) in standIns {
            try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(fileURLWithPath: "\(tools)/\(name)"))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(tools)/\(name)")
        }
        return try runProgram(
            ["/bin/sh", ExampleProject.checkout + "/Scripts/install-dependencies"] + arguments, in: "/",
            variables: ["PATH": tools])
    }

    @Test func withoutPackageManager() throws {
        let result = try run(standIns: ["swift": "exit 0"])
        #expect(result.status == 2)
        for package in ["libgit2-dev", "librnp-dev", "libyaml-dev", "libgit2", "rnp", "libyaml"] {
            #expect(result.diagnostics.contains(package))
        }
    }

    @Test func withoutRoot() throws {
        let result = try run(standIns: ["swift": "exit 0", "apt-get": "exit 100", "id": "echo 1000"])
        #expect(result.status == 2)
        #expect(result.diagnostics.contains("root rights"))
        #expect(result.diagnostics.contains("apt-get install"))
        #expect(result.diagnostics.contains("libgit2-dev"))
    }

    @Test func withoutSwift() throws {
        let result = try run(standIns: [:])
        #expect(result.status == 2)
        #expect(result.diagnostics.contains("Swift 6.1"))
    }

    @Test func nothingToDo() throws {
        let present = ["swift", "pkg-config", "git", "ssh-keygen", "gpg"].map { ($0, "exit 0") }
        let result = try run(standIns: Dictionary(uniqueKeysWithValues: present))
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    /// Tests can do without a browser.
    @Test func withoutBrowser() throws {
        let present = ["swift", "pkg-config", "git", "ssh-keygen", "gpg"].map { ($0, "exit 0") }
        var standIns = Dictionary(uniqueKeysWithValues: present)
        #expect(try run(standIns: standIns).diagnostics.isEmpty)
        #if !os(macOS)
            for (tool, text) in [("id", "echo 1000"), ("apt-get", "exit 100")] {
                standIns[tool] = text
                let result = try run(standIns: standIns, arguments: ["--tests"])
                #expect(result.status == 0)
                #expect(result.diagnostics.contains("tests that need a browser will be skipped"))
            }
            // With the right to install, and nothing to install from.
            standIns["id"] = "echo 0"
            let result = try run(standIns: standIns, arguments: ["--tests"])
            #expect(result.status == 0)
            #expect(result.output.contains("Installing with apt-get, for the tests: chromium"))
            #expect(result.diagnostics.contains("Chromium could not be installed"))
        #endif
        standIns["chromium"] = "exit 0"
        let done = try run(standIns: standIns, arguments: ["--tests"])
        #expect(done.status == 0)
        #expect(done.output.isEmpty && done.diagnostics.isEmpty)
    }
}
