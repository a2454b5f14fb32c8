#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A POSIX thread with a stack as large as a main thread has: judging nested documents recurses.
struct Thread {
    private static let stackBytes = 8 << 20

    private let handle: pthread_t

    /// Starts a thread; nil when the system has no room for one.
    init?(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, Self.stackBytes) == 0 else { return nil }
        // The thread owns the body: it takes over the reference, unless it never starts.
        let owned = Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var started: pthread_t?
        #else
            var started = pthread_t()
        #endif
        guard pthread_create(&started, &attributes, runBody, owned.toOpaque()) == 0 else {
            owned.release()
            return nil
        }
        #if canImport(Darwin)
            guard let started else { return nil }
        #endif
        handle = started
    }

    /// Waits for the thread's end. Every thread must be joined once.
    func join() { pthread_join(handle, nil) }
}

private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
    private func runBody(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
        return nil
    }
#else
    private func runBody(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
    }
#endif
