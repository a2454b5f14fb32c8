/// Paths as text, without a look at the disk.
package enum DiskPath {
    /// The path without `.` and `..`; a `..` at the root stays there.
    ///
    /// - Parameter path: absolute.
    package static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        return "/" + kept.joined(separator: "/")
    }
}
