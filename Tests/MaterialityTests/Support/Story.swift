import Foundation
import SourceText
import Testing
import TextArchives

@testable import Materiality

/// One change as a team made it (Tests/Fixtures/stories/README.md), and what has to be found in it.
struct Story: Sendable, CustomTestStringConvertible {
    /// A finding, written as in the story's `find:` line.
    struct Find: Hashable, Comparable, CustomStringConvertible {
        let description: String

        static func < (left: Self, right: Self) -> Bool { left.description < right.description }

        init(_ description: String) { self.description = description }

        init(_ change: Change) {
            func place(_ side: ChangeSide?) -> String {
                guard let location = side?.location else { return "-" }
                guard let position = location.position else { return location.path ?? "?" }
                return "\(location.path ?? "?"):\(position.line):\(position.column)"
            }
            description =
                "\(change.rule.id) \(change.changeClass.rawValue) \(place(change.old)) -> \(place(change.new))"
        }
    }

    let name: String
    let changeClass: MaterialityClass
    let finds: [Find]
    let before: [String: String]
    let after: [String: String]

    var testDescription: String { name }
    var isTwin: Bool { name.hasSuffix("-twin") }

    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/stories")

    static func all() throws -> [Story] {
        let system = try archive("system.txtar").sections
        let base = Dictionary(uniqueKeysWithValues: system.map { ($0.path, $0.lines.joined()) })
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txtar") && $0 != "system.txtar" }.sorted()
            .map { try Story(String($0.dropLast(".txtar".count)), archive($0), base: base) }
    }

    private static func archive(_ name: String) throws -> TextArchive {
        TextArchive(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }

    private init(_ name: String, _ archive: TextArchive, base: [String: String]) throws {
        func values(_ key: String) -> [String] {
            archive.comment.filter { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
        }
        self.name = name
        changeClass = try #require(values("class").first.flatMap(MaterialityClass.init), "\(name) names no class")
        finds = values("find").map(Find.init).sorted()
        let prefix = (before: "before/", after: "after/")
        var before = base
        for section in archive.sections where section.path.hasPrefix(prefix.before) {
            before[String(section.path.dropFirst(prefix.before.count))] = section.lines.joined()
        }
        var after = before
        for section in archive.sections where section.path.hasPrefix(prefix.after) {
            let path = String(section.path.dropFirst(prefix.after.count))
            guard section.isDiff else {
                after[path] = section.lines.joined()
                continue
            }
            let old = try #require(before[path], "\(name) edits \(path), which is not there before")
            let lines = old.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                String($0) + "\n"
            }
            after[path] = try LineDiff(section.lines).applied(to: Array(lines)).joined()
        }
        self.before = before
        self.after = after
    }
}
