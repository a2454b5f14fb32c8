#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs `git` for what only the person's own git may do: sign with their configuration, set configuration, push.
/// Nothing is ever read from a repository this way.
struct GitProcess {
    struct Result {
        let status: Int32
        let output: String

        var succeeded: Bool { status == 0 }
    }

    private let directory: String
    private let variables: [String: String]

    init(in context: CommandContext, directory: String) {
        self.directory = directory
        variables = context.variables
    }

    /// Runs `git -C <directory> <arguments>`. Standard output is captured, standard error goes to the terminal, and so
    /// do passphrase prompts, which git's signing programs ask on the terminal itself.
    func run(_ arguments: [String], input: String? = nil, quiet: Bool = false) -> Result {
        guard let outputPipe = closingPipe() else { return Result(status: 127, output: "") }
        guard let inputPipe = input == nil ? [-1, -1] : closingPipe() else {
            closeAll(outputPipe)
            return Result(status: 127, output: "")
        }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if input != nil {
            posix_spawn_file_actions_adddup2(&actions, inputPipe[0], STDIN_FILENO)
            posix_spawn_file_actions_addclose(&actions, inputPipe[1])
        }
        posix_spawn_file_actions_adddup2(&actions, outputPipe[1], STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, outputPipe[0])
        if quiet { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }

        var process = pid_t()
        let status = withCStrings(["git", "-C", directory] + arguments) { argumentList in
            withCStrings(variables.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawnp(&process, "git", &actions, nil, argumentList, environment)
            }
        }
        close(outputPipe[1])
        if input != nil { close(inputPipe[0]) }
        guard status == 0 else {
            close(outputPipe[0])
            if input != nil { close(inputPipe[1]) }
            return Result(status: 127, output: "")
        }
        if let input {
            writeAll(Array(input.utf8), to: inputPipe[1])
            close(inputPipe[1])
        }
        let output = readAll(outputPipe[0])
        close(outputPipe[0])
        var exit: Int32 = 0
        while waitpid(process, &exit, 0) == -1, errno == EINTR {}
        // Low seven bits: the signal that ended it; the next eight: its exit code (wait(2)).
        return Result(status: exit & 0x7F == 0 ? (exit >> 8) & 0xFF : 128 + (exit & 0x7F), output: output)
    }

    /// A value of the person's configuration, user and system files included; nil when it is not set.
    func configuration(_ key: String, type: String? = nil) -> String? {
        let result = run(["config", "--get"] + (type.map { ["--type", $0] } ?? []) + [key], quiet: true)
        guard result.succeeded else { return nil }
        let value = result.output.hasSuffix("\n") ? String(result.output.dropLast()) : result.output
        return value.isEmpty ? nil : value
    }

    /// A pipe that no other child process inherits: one that held its writing end open would keep git waiting for the
    /// end of its input.
    private func closingPipe() -> [Int32]? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    private func closeAll(_ descriptors: [Int32]) { for descriptor in descriptors { close(descriptor) } }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
}
