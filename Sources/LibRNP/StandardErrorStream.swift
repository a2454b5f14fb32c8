#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// librnp, as some distributions build it, prints remarks on each certificate that it does not like: they would stand
/// in the middle of our output, in words that help nobody, and cannot be turned off by any function of the library.
enum StandardErrorStream {
    /// Runs `body` while C's `stderr` leads nowhere. File descriptor 2, on which this program writes, is not touched, so
    /// nothing that another thread of ours writes is lost. Where the variable cannot be found the remarks are printed.
    static func silenced<Result>(_ body: () -> Result) -> Result {
        #if canImport(Darwin)
            let name = "__stderrp"
        #else
            let name = "stderr"
        #endif
        guard let symbol = dlsym(nil, name), let nowhere else { return body() }
        let stream = symbol.assumingMemoryBound(to: UnsafeMutablePointer<FILE>.self)
        let before = stream.pointee
        stream.pointee = nowhere
        defer { stream.pointee = before }
        return body()
    }

    /// Opened once and never closed: a thread may have taken the stream just before it is put back.
    private nonisolated(unsafe) static let nowhere = fopen("/dev/null", "we")
}
