import Foundation

/// The test data of the project, by paths from the repository's root.
enum Fixtures {
    /// This file is Tests/PlanModelTests/Fixtures.swift.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// The same path, absolute.
    static func path(_ path: String) -> String { root.appending(path: path).path }

    /// Names in a folder, sorted; empty when there is no such folder.
    static func names(in folder: String) -> [String] {
        let path = root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Paths of all files below a folder, sorted.
    static func paths(in folder: String) -> [String] {
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return below.sorted().map { "\(folder)/\($0)" }
    }
}
