package import Commands
import Foundation
import Synchronization

/// Runs a command of the product in this process.
///
/// - Parameters:
///   - arguments: without the program's name.
///   - folder: the working folder, absolute.
package func runImprimatur(
    _ arguments: [String], in folder: String, variables: [String: String] = [:], input: [UInt8] = []
) -> CommandResult {
    let output = Mutex("")
    let diagnostics = Mutex("")
    let context = CommandContext(
        workingDirectory: folder, variables: variables, clock: TestRepository.now, isOutputTerminal: false,
        output: { text in output.withLock { $0 += text } },
        diagnostics: { text in diagnostics.withLock { $0 += text } }, input: { input })
    let status = Imprimatur.run(arguments, in: context)
    return CommandResult(status: status, output: output.withLock { $0 }, diagnostics: diagnostics.withLock { $0 })
}

extension TestRepository {
    /// Runs the built program in a process of its own, with only these variables: what libraries read by themselves from
    /// the environment counts here.
    ///
    /// - Parameter wrapper: a program with its arguments that starts it, such as `setpriv`.
    package func program(
        _ arguments: [String], variables: [String: String], wrapper: [String] = []
    ) throws -> CommandResult {
        let program = try Product.folder() + "/imprimatur"
        let result = try runProgram(wrapper + [program] + arguments, in: path, variables: variables)
        guard let status = ExitStatus(rawValue: result.status) else {
            throw TestFailure("\(arguments) exited \(result.status): \(result.diagnostics)")
        }
        return CommandResult(status: status, output: result.output, diagnostics: result.diagnostics)
    }
}

package struct CommandResult: Sendable {
    package let status: ExitStatus
    package let output: String
    package let diagnostics: String

    /// Everything that was printed.
    package var text: String { output + diagnostics }

    /// The output read as JSON.
    package func json() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        guard let object = value as? [String: Any] else { throw TestFailure("the output is no JSON object: \(output)") }
        return object
    }
}
