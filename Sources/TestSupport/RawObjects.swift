import Foundation

/// Git objects as bytes, also such as git would not make.
extension TestRepository {
    /// The bytes of an object.
    package func rawObject(_ type: String, _ name: String) throws -> [UInt8] {
        let scratch = try TemporaryFolder()
        let file = scratch.path + "/object"
        let result = try runProgram(
            ["sh", "-c", "git cat-file \"$1\" \"$2\" > \"$3\"", "sh", type, name, file], in: path,
            variables: variables(as: nil))
        guard result.status == 0, let data = FileManager.default.contents(atPath: file) else {
            throw TestFailure("\(name) cannot be read: \(result.diagnostics)")
        }
        return Array(data)
    }

    /// Writes an object without letting git look at it, and returns its name.
    package func writeObject(_ type: String, _ bytes: [UInt8]) throws -> String {
        let scratch = try TemporaryFolder()
        let file = scratch.path + "/object"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return try git(["hash-object", "--literally", "-w", "-t", type, file])
    }

    /// Signs bytes as git would for this person, and returns the armor with its final line break.
    package func sign(_ payload: [UInt8], as person: Person) throws -> String {
        let scratch = try TemporaryFolder()
        let file = scratch.path + "/payload"
        try Data(payload).write(to: URL(fileURLWithPath: file))
        let result = try runProgram(
            ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", person.keyPath, file], in: path,
            variables: variables(as: person))
        guard result.status == 0 else { throw TestFailure("ssh-keygen could not sign: \(result.diagnostics)") }
        return try String(contentsOfFile: file + ".sig", encoding: .utf8)
    }

    /// Puts another commit object in place of HEAD's, whose tree it must have.
    @discardableResult
    package func replaceHead(with bytes: [UInt8]) throws -> String {
        let name = try writeObject("commit", bytes)
        try git(["update-ref", "HEAD", name])
        return name
    }
}
