import Foundation

/// The program that was built together with the tests.
package enum Product {
    /// The PATH of child processes: the program first, for the hooks that call it.
    package static let searchPath: String = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return (try? folder()).map { "\($0):\(path)" } ?? path
    }()

    /// The folder that holds the executable `imprimatur`.
    package static func folder() throws -> String {
        // The test bundle lies beside the products: as a file on Linux, as a folder with an inner path on macOS.
        var candidates = CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        candidates += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        candidates += [URL(fileURLWithPath: ExampleProject.checkout + "/.build/debug")]
        for folder in candidates {
            let program = folder.appendingPathComponent("imprimatur").path
            if FileManager.default.isExecutableFile(atPath: program), !program.hasSuffix(".build/imprimatur") {
                return folder.path
            }
        }
        throw TestFailure("the program imprimatur was not built beside the tests")
    }
}
