#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

package enum Processors {
    /// Processors that this process may use now: where it is pinned to some (`taskset`, containers), those.
    package static var available: Int {
        let online = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
        return allowed().map { min($0, online) } ?? online
    }

    /// Bits of the mask `Cpus_allowed` (proc_pid_status(5)), which is Linux's: hexadecimal, with commas.
    private static func allowed() -> Int? {
        guard let status = try? DiskFile.read("/proc/self/status", name: "/proc/self/status") else { return nil }
        let label = Array("Cpus_allowed:".utf8)
        guard let line = status.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: label) })
        else { return nil }
        let digits = String(decoding: line.dropFirst(label.count), as: UTF8.self)
        let bits = digits.compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
        return bits > 0 ? bits : nil
    }
}
