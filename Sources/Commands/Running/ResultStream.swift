#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A result that is written while it is made, for those that may be too long to be kept.
struct ResultStream: ~Copyable {
    private let context: CommandContext
    /// Nil for standard output.
    private let file: Int32?
    private let path: String

    fileprivate init(_ context: CommandContext, file: Int32?, path: String) {
        self.context = context
        self.file = file
        self.path = path
    }

    func write(_ text: String) throws {
        guard let file else { return context.output(text) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { writeBytes(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Session.writeFailure(path) }
            bytes = bytes.dropFirst(count)
        }
    }
}

extension Session {
    /// Runs `body` with the place where the result was asked for. A file is there whole when `body` has ended, and not
    /// at all when it throws.
    func stream<Answer>(_ body: (borrowing ResultStream) throws -> Answer) throws -> Answer {
        guard let output = options.output else {
            return try body(ResultStream(context, file: nil, path: ""))
        }
        let path = output.hasPrefix("/") ? output : context.workingDirectory + "/" + output
        let temporary = path + ".imprimatur-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.writeFailure(path) }
        do {
            let answer = try body(ResultStream(context, file: descriptor, path: path))
            close(descriptor)
            guard rename(temporary, path) == 0 else { throw Self.writeFailure(path) }
            return answer
        } catch {
            unlink(temporary)
            throw error
        }
    }
}
