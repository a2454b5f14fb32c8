import DiskFiles
import Releases
import Reports
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Outlines of trees in the user's cache folder (XDG Base Directory Specification), so that comparing two releases again
/// does not read thousands of documents to find out which few matter.
///
/// Not in the repository: whoever hands over a repository must not be able to say in it what `diff` shows. What cannot
/// be read or written is worked out anew, without a word.
struct OutlineCache: OutlineStore {
    private let folder: String
    private let write: (String, String) throws -> Void
    /// With more outlines than this the folder is emptied: each is a few kilobytes for each system.
    private static let most = 256

    /// Nil where the environment names no folder for caches.
    init?(_ session: Session) {
        let variables = session.context.variables
        func value(_ name: String) -> String? { variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let root = value("XDG_CACHE_HOME") ?? value("HOME").map({ $0 + "/.cache" }) else { return nil }
        folder = "\(root)/imprimatur/outlines-\(Self.program)"
        write = { text, path in try session.write(text, to: path) }
    }

    func outline(ofTree id: String) -> TreeOutline? {
        guard let bytes = try? DiskFile.read("\(folder)/\(id)", name: id) else { return nil }
        return TreeOutline(text: String(decoding: bytes, as: UTF8.self))
    }

    func keep(_ outline: TreeOutline, ofTree id: String) {
        guard let text = outline.text else { return }
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            mkdir(path, 0o700)
        }
        if let kept = try? DiskEntry.all(in: Array(folder.utf8), isOptional: true), kept.count >= Self.most {
            for entry in kept { unlink("\(folder)/\(String(decoding: entry.name, as: UTF8.self))") }
        }
        try? write(text, "\(folder)/\(id)")
    }

    /// Version of the program and, where the system tells, the size and time of its file: what another build found may
    /// be something else.
    private static let program: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Tool.version }
        #if canImport(Darwin)
            let seconds = status.st_mtimespec.tv_sec
        #else
            let seconds = status.st_mtim.tv_sec
        #endif
        return "\(Tool.version)-\(status.st_size)-\(seconds)"
    }()
}
