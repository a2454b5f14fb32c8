import DiskFiles
import Foundation
import Testing

/// Which files the paths of a command line mean.
struct FoundFilesTests {
    private let root: String

    init() throws {
        root = NSTemporaryDirectory() + "/imprimatur-found-" + UUID().uuidString.prefix(8)
        for path in ["b.yaml", "a/z.yml", "a/c.JSON", "a/b/deep.yaml", "a/notes.txt", ".git/x.yaml", "a/.hidden.yaml"] {
            let url = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("x".utf8).write(to: url)
        }
        try FileManager.default.createSymbolicLink(atPath: root + "/a/loop", withDestinationPath: root)
        try FileManager.default.createSymbolicLink(atPath: root + "/a/link.yaml", withDestinationPath: root + "/b.yaml")
    }

    private func names(_ paths: String...) throws -> [String] {
        defer { try? FileManager.default.removeItem(atPath: root) }
        var found = FoundFiles()
        for path in paths {
            try found.add(path, at: path == "." ? root : root + "/" + path, endings: ["yaml", "yml", "json"])
        }
        return found.files.map(\.name)
    }

    /// Hidden names and links are passed over, or a folder that links to itself would never end.
    @Test func folderIsSearchedAllTheWayDown() throws {
        #expect(try names(".") == ["a/b/deep.yaml", "a/c.JSON", "a/z.yml", "b.yaml"])
    }

    @Test func eachFileComesOnceInTheOrderAsked() throws {
        #expect(try names("b.yaml", "a/", "a/z.yml") == ["b.yaml", "a/b/deep.yaml", "a/c.JSON", "a/z.yml"])
    }

    @Test func fileThatIsNamedIsTakenWhateverItIsCalled() throws {
        #expect(try names("a/notes.txt", "a/.hidden.yaml") == ["a/notes.txt", "a/.hidden.yaml"])
    }

    @Test func bytesOfAFileAndOfNone() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        #expect(try DiskFile.read(root + "/b.yaml", name: "b.yaml") == Array("x".utf8))
        #expect(throws: DiskError(path: "c.yaml", reason: "No such file or directory")) {
            try DiskFile.read(root + "/c.yaml", name: "c.yaml")
        }
        #expect(throws: DiskError(path: "a", reason: "Is a directory")) {
            try DiskFile.read(root + "/a", name: "a")
        }
    }
}
