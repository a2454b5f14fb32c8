internal import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files in which git keeps refs that are not packed.
///
/// libgit2 leaves out a ref whose file cannot be read, without a word (refdb_fs.c), and shows the old packed one in its
/// place. A file that a crash left empty could be the rejection that stops a release, so their names are looked at here.
enum LooseReferences {
    /// Names of the refs that have a file, below a prefix that ends in `/`.
    ///
    /// - Parameter folder: the folder that holds `refs`, with a final `/`.
    static func names(under prefix: String, in folder: String) throws(GitError) -> Set<[UInt8]> {
        var names: Set<[UInt8]> = []
        var pending = [Array(prefix.utf8.dropLast())]
        while let name = pending.popLast() {
            let path = (Array(folder.utf8) + name + [0]).map(CChar.init(bitPattern:))
            guard let open = opendir(path) else {
                if errno == ENOENT { continue }
                throw .unreadableReference(String(decoding: name, as: UTF8.self))
            }
            defer { closedir(open) }
            while let entry = readdir(open) {
                let part = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                if part.first == UInt8(ascii: ".") { continue }
                let full = name + [UInt8(ascii: "/")] + part
                var information = stat()
                let file = (Array(folder.utf8) + full + [0]).map(CChar.init(bitPattern:))
                guard stat(file, &information) == 0 else { continue }
                if information.st_mode & S_IFMT == S_IFDIR {
                    pending.append(full)
                } else if isName(full) {
                    names.insert(full)
                }
            }
        }
        return names
    }

    /// False for locks and for what an editor or a file manager leaves behind (git-check-ref-format(1)).
    private static func isName(_ name: [UInt8]) -> Bool {
        var isValid: Int32 = 0
        return git_reference_name_is_valid(&isValid, (name + [0]).map(CChar.init(bitPattern:))) == 0 && isValid == 1
    }
}
