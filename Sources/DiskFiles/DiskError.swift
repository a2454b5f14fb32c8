/// A file or folder on disk that cannot be read, which means *could not decide*.
package struct DiskError: Error, Sendable, Equatable {
    /// As the person named it.
    package let path: String
    /// The operating system's words, such as `Permission denied`.
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// One sentence without a final full stop.
    package var message: String { "\(path) cannot be read: \(reason)" }
    /// What to do about it, one sentence.
    package var mend: String { "Check that it is there and that you may read it." }
}
