import FindingPolicy
import Foundation
import PlanModel
import PlanRules
import Snapshots
import SourceText
import Testing
import TextArchives

/// One small world and the findings that are expected in it.
///
/// Before the files stand directives, one a line:
///
/// - `base: NAME`: start from the files of `Fixtures/rules/base/NAME.txtar`.
/// - `remove: PATH`: leave a file of the base away.
/// - `link: PATH` and `submodule: PATH`: add an entry that is not a plain file.
/// - `finding: RULE-ID PATH`: a finding that is about a whole file.
///
/// All other lines before the files are for readers. A finding in a line is expected by `# finding: RULE-ID` at its end,
/// several apart by commas. Words in quotes behind an id have to be in the message. The mark is taken away before the
/// file is read.
struct Scenario: CustomTestStringConvertible {
    struct ExpectedFinding: Comparable, CustomStringConvertible {
        let path: String
        /// Nil when the whole file is meant.
        let line: Int?
        let rule: String
        /// What the message has to contain.
        var words = ""

        var description: String { "\(path)\(line.map { ":\($0)" } ?? "") \(rule)" }

        static func < (left: Self, right: Self) -> Bool {
            (left.path, left.line ?? 0, left.rule, left.words) < (right.path, right.line ?? 0, right.rule, right.words)
        }
    }

    /// The time of every scenario.
    static let now = Timestamp(secondsSince1970: 1_800_000_000)  // 2027-01-15T08:00:00Z

    /// Path below `Fixtures/rules`, such as `RBK-007/fires/empty.txtar`.
    let name: String
    var testDescription: String { name }

    var rule: String { String(name.split(separator: "/")[0]) }
    var shouldFire: Bool { name.split(separator: "/")[1] == "fires" }

    private static let folder = "Tests/Fixtures/rules"

    static let all: [Scenario] = Fixtures.names(in: folder).filter { $0.contains("-") }.flatMap { rule in
        ["fires", "silent"].flatMap { kind in
            Fixtures.names(in: "\(folder)/\(rule)/\(kind)").map { file in
                Scenario(name: "\(rule)/\(kind)/\(file)")
            }
        }
    }

    static let base = Scenario(name: "base/minimal.txtar")

    func world() throws -> World {
        let archive = TextArchive(String(decoding: try Fixtures.bytes("\(Self.folder)/\(name)"), as: UTF8.self))
        var world = World()
        for line in archive.comment {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].drop { $0 == " " }
            switch parts[0] {
            case "base": world = try Scenario(name: "base/\(value).txtar").world()
            case "remove":
                try #require(world.files.removeValue(forKey: String(value)) != nil, "no \(value) in the base")
            case "link": world.files[String(value)] = World.File(mode: .symlink)
            case "submodule": world.files[String(value)] = World.File(mode: .submodule)
            case "finding":
                let words = value.split(separator: " ", maxSplits: 1)
                world.expected.append(ExpectedFinding(path: String(words[1]), line: nil, rule: String(words[0])))
            default: break
            }
        }
        for section in archive.sections {
            let lines =
                section.isDiff
                ? try LineDiff(section.lines).applied(to: world.files[section.path]?.lines ?? []) : section.lines
            world.add(lines, path: section.path)
        }
        return world
    }
}

/// The files of a scenario, without the marks, and the findings that the marks announce.
struct World {
    struct File {
        var mode = ListedFile.Mode.file
        var lines: [String] = []
    }

    var files: [String: File] = [:]
    var expected: [Scenario.ExpectedFinding] = []

    mutating func add(_ lines: [String], path: String) {
        expected.removeAll { $0.path == path && $0.line != nil }
        var plain: [String] = []
        for (index, line) in lines.enumerated() {
            guard let mark = line.range(of: #" *# finding: .*$"#, options: .regularExpression) else {
                plain.append(line)
                continue
            }
            for match in line[mark].matches(of: #/([A-Z]{3}-\d{3})(?: "([^"]*)")?/#) {
                expected.append(
                    Scenario.ExpectedFinding(
                        path: path, line: index + 1, rule: String(match.1), words: String(match.2 ?? "")))
            }
            plain.append(line[..<mark.lowerBound] + "\n")
        }
        files[path] = File(lines: plain)
    }

    /// What somebody has to act on: findings that are waived in the world itself are left out.
    func openFindings() throws -> [Finding] {
        try JudgedFinding.all(in: try snapshot(), now: Scenario.now).open.map(\.finding)
    }

    func snapshot() throws -> Snapshot {
        let bytes = files.mapValues { Array($0.lines.joined().utf8) }
        let listed = files.map { ListedFile(rawPath: Array($0.key.utf8), mode: $0.value.mode, blob: nil) }
        let listing = FileListing(listed, contents: MemoryContents(bytes: bytes))
        return try SnapshotLoader.snapshot(of: listing, label: "the scenario")
    }
}

private struct MemoryContents: FileContents {
    struct NoSuchFile: Error {}

    let bytes: [String: [UInt8]]

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard let found = bytes[file.path] else { throw NoSuchFile() }
        return found
    }
}
