import Foundation

/// A folder that lives as long as the value.
package final class TemporaryFolder: Sendable {
    /// Absolute, without a final `/`, symbolic links resolved.
    package let path: String

    package init() throws {
        let base = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
        path = base + "/imprimatur-test-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What a program did.
package struct ProgramResult: Sendable {
    package let status: Int32
    package let output: String
    package let diagnostics: String
}

/// Runs a real program. Only the variables given are set.
///
/// - Parameter seconds: after which the program is ended; nil for one that always comes to an end.
package func runProgram(
    _ arguments: [String], in folder: String, variables: [String: String], input: String? = nil, seconds: Int? = nil
) throws -> ProgramResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = variables
    let scratch = try TemporaryFolder()
    // Files rather than pipes: a full pipe would stop the program.
    let files = ["out", "err", "in"].map { scratch.path + "/" + $0 }
    try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: files[2]))
    for file in files.prefix(2) { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let output = FileHandle(forWritingAtPath: files[0])
    let diagnostics = FileHandle(forWritingAtPath: files[1])
    process.standardOutput = output
    process.standardError = diagnostics
    process.standardInput = FileHandle(forReadingAtPath: files[2])
    try process.run()
    if let seconds {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) {
            if process.isRunning { process.terminate() }
        }
    }
    process.waitUntilExit()
    try output?.close()
    try diagnostics?.close()
    func text(_ file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
    return ProgramResult(status: process.terminationStatus, output: text(files[0]), diagnostics: text(files[1]))
}
