internal import CLibgit2

/// libgit2's settings for the whole process, made once before anything else is asked of it.
enum LibraryStart {
    /// Never ended: the settings hold as long as the library is in use.
    private static let once: Void = {
        git_libgit2_init()
        _ = imprimatur_accept_extensions()
        _ = imprimatur_verify_hashes()
    }()

    static func make() { _ = once }
}
