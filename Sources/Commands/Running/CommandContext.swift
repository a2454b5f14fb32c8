package import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Everything that a command takes from outside: no command reads the clock, the environment or a stream by itself.
package struct CommandContext: Sendable {
    package let workingDirectory: String
    package let variables: [String: String]
    /// What the clock says; `--now` overrides it.
    package let clock: Timestamp
    package let isOutputTerminal: Bool
    /// Columns of the terminal that shows the output; nil where it is none, or does not tell.
    package let outputColumns: Int?
    package let output: @Sendable (String) -> Void
    /// Progress and diagnostics.
    package let diagnostics: @Sendable (String) -> Void
    /// All of standard input.
    package let input: @Sendable () -> [UInt8]

    package init(
        workingDirectory: String, variables: [String: String], clock: Timestamp, isOutputTerminal: Bool,
        outputColumns: Int? = nil,
        output: @escaping @Sendable (String) -> Void, diagnostics: @escaping @Sendable (String) -> Void,
        input: @escaping @Sendable () -> [UInt8]
    ) {
        self.workingDirectory = workingDirectory
        self.variables = variables
        self.clock = clock
        self.isOutputTerminal = isOutputTerminal
        self.outputColumns = outputColumns
        self.output = output
        self.diagnostics = diagnostics
        self.input = input
    }
}

extension CommandContext {
    /// The real process.
    package static func ofProcess() -> CommandContext {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let folder = getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "."
        return CommandContext(
            workingDirectory: folder, variables: processVariables(),
            clock: Timestamp(secondsSince1970: Int64(time(nil))), isOutputTerminal: isatty(STDOUT_FILENO) == 1,
            outputColumns: columns(of: STDOUT_FILENO),
            output: { write($0, to: STDOUT_FILENO) }, diagnostics: { write($0, to: STDERR_FILENO) },
            input: { readAll(STDIN_FILENO) })
    }

    /// Fails where the descriptor is no terminal.
    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private static func processVariables() -> [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return variables
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
            // A closed pipe (`| head`) ends the output, not the verdict.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

/// `write(2)` under a name that no method of ours hides.
func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
