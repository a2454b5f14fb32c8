#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads whole files from disk.
package enum DiskFile {
    /// All bytes of a file. `name` is what an error calls it.
    package static func read(_ path: String, name: String) throws(DiskError) -> [UInt8] {
        try read(Array(path.utf8), name: name)
    }

    /// The same for a path that need not be UTF-8.
    package static func read(_ path: [UInt8], name: String) throws(DiskError) -> [UInt8] {
        func failure() -> DiskError { DiskError(path: name, reason: String(cString: strerror(errno))) }
        let descriptor = open(cString(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw failure() }
        var bytes: [UInt8] = []
        // One byte more than the file has, so that its end is mostly seen without growing.
        var room = max(Int(information.st_size), 0) + 1
        while true {
            var received = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                received = readBytes(descriptor, buffer.baseAddress, room)
                count = max(received, 0)
            }
            guard received >= 0 else { throw failure() }
            if chunk.isEmpty { return bytes }
            // A pipe may give less than there is to come; a file on disk has ended then.
            let hasEnded = received < room && information.st_mode & S_IFMT == S_IFREG
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            if hasEnded { return bytes }
            room = 65_536
        }
    }
}

/// `read(2)` under a name that no method of ours hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
