package import Foundation
package import SourceText

/// A real git repository in a temporary folder, driven by real git and by the commands of the product.
package final class TestRepository: Sendable {
    /// 2026-11-20T12:00:00Z: after all dates in the example.
    package static let now = Timestamp(rfc3339: "2026-11-20T12:00:00Z") ?? Timestamp(secondsSince1970: 0)

    package let folder: TemporaryFolder
    /// The worktree, or the repository itself when it is bare.
    package let path: String

    package init(folder: TemporaryFolder, path: String) {
        self.folder = folder
        self.path = path
    }

    /// An empty repository on branch `main`.
    package convenience init(named name: String = "repository", arguments: [String] = []) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        self.init(folder: folder, path: path)
        try git(["init", "--quiet", "--initial-branch=main"] + arguments)
    }

    /// Variables of every child process: nothing of the machine's own settings has a say.
    package func variables(as person: Person?) -> [String: String] {
        var variables = [
            "HOME": folder.path, "PATH": Product.searchPath,
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T10:00:00Z",
            "GIT_AUTHOR_NAME": "Somebody", "GIT_AUTHOR_EMAIL": "somebody@example.org",
            "GIT_COMMITTER_NAME": "Somebody", "GIT_COMMITTER_EMAIL": "somebody@example.org",
        ]
        for (key, value) in person?.gitVariables ?? [:] { variables[key] = value }
        return variables
    }

    // MARK: git

    /// Runs git and fails the test when git fails. Returns what it printed, without the last line break.
    @discardableResult
    package func git(_ arguments: [String], as person: Person? = nil, input: String? = nil) throws -> String {
        let result = try tryGit(arguments, as: person, input: input)
        guard result.status == 0 else {
            throw TestFailure("git \(arguments.joined(separator: " ")) exited \(result.status): \(result.diagnostics)")
        }
        return result.output.hasSuffix("\n") ? String(result.output.dropLast()) : result.output
    }

    package func tryGit(
        _ arguments: [String], as person: Person? = nil, input: String? = nil
    ) throws -> ProgramResult {
        try runProgram(["git"] + arguments, in: path, variables: variables(as: person), input: input)
    }

    /// Adds everything and commits it, signed when a person is given.
    @discardableResult
    package func commitAll(_ message: String, as person: Person?) throws -> String {
        try git(["add", "--all"])
        try git(["commit", "--quiet", "--allow-empty", "-m", message], as: person)
        return try git(["rev-parse", "HEAD"])
    }

    /// The message of a tag without its signature, to be signed again by somebody else.
    package func message(ofTag tag: String) throws -> String {
        try git(["for-each-ref", "--format=%(contents:subject)%0a%0a%(contents:body)", "refs/tags/\(tag)"])
    }

    // MARK: Files

    package func write(_ path: String, _ text: String) throws {
        try write(path, Data(text.utf8))
    }

    package func write(_ path: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: self.path + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: self.path + "/" + path) }

    package func read(_ path: String) throws -> String {
        try String(contentsOfFile: self.path + "/" + path, encoding: .utf8)
    }

    /// Replaces text in a file; it must be there.
    package func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try read(path)
        guard text.contains(old) else { throw TestFailure("\(path) does not contain \"\(old)\"") }
        try write(path, text.replacingOccurrences(of: old, with: new))
    }

    // MARK: The product

    /// Runs a command of the product in this process, as a person.
    @discardableResult
    package func imprimatur(
        _ arguments: String..., as person: Person? = nil, variables extra: [String: String] = [:], input: String = ""
    ) -> CommandResult {
        imprimatur(arguments: arguments, as: person, variables: extra, input: input)
    }

    @discardableResult
    package func imprimatur(
        arguments: [String], as person: Person? = nil, variables extra: [String: String] = [:], input: String = ""
    ) -> CommandResult {
        runImprimatur(
            arguments, in: path, variables: variables(as: person).merging(extra) { $1 }, input: Array(input.utf8))
    }
}

package struct TestFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
