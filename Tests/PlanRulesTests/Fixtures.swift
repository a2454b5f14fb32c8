import Foundation

/// Where the test data of the project is.
enum Fixtures {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static let rules = tests.appending(path: "Fixtures/rules")
    static let schemas = tests.deletingLastPathComponent().appending(path: "schemas/v1")

    static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// Names in a folder, sorted; empty when there is no such folder.
    static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}
