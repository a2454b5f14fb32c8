package import SourceText

/// One file of a tree, with what git records of it.
package struct ListedFile: Sendable, Hashable {
    package enum Mode: String, Sendable {
        case file = "100644"
        case executable = "100755"
        case symlink = "120000"
        case submodule = "160000"
    }

    package let path: String
    /// The path as git holds it, which need not be UTF-8.
    package let rawPath: [UInt8]
    package let mode: Mode
    /// The name of the blob, 40 hexadecimal digits; nil for a file that is only on disk.
    package let blob: String?

    package init(rawPath: [UInt8], mode: Mode, blob: String?) {
        path = String(decoding: rawPath, as: UTF8.self)
        self.rawPath = rawPath
        self.mode = mode
        self.blob = blob
    }
}

/// Where the bytes of listed files come from: a commit, the index or the disk.
package protocol FileContents: Sendable {
    /// Throws when the bytes cannot be had, which means *could not decide*.
    func bytes(of file: ListedFile) throws -> [UInt8]
}

/// All files of one tree, sorted bytewise by path.
package struct FileListing: Sendable {
    package let files: [ListedFile]
    package let contents: any FileContents

    package init(_ files: [ListedFile], contents: any FileContents) {
        self.files = files.sorted { $0.rawPath.lexicographicallyPrecedes($1.rawPath) }
        self.contents = contents
    }

    package subscript(path: String) -> ListedFile? {
        let raw = Array(path.utf8)
        let index = lowerBound(raw)
        return index < files.count && files[index].rawPath == raw ? files[index] : nil
    }

    /// Files that a path, a folder or a glob names, in path order.
    package func matching(_ pattern: PathPattern) -> [ListedFile] {
        let prefix = Array(pattern.literalPrefix.utf8)
        var found: [ListedFile] = []
        for file in files[lowerBound(prefix)...] {
            guard file.rawPath.starts(with: prefix) else { break }
            if pattern.matches(file.path) { found.append(file) }
        }
        return found
    }

    package func source(_ file: ListedFile) throws -> SourceFile {
        SourceFile(path: file.path, bytes: try contents.bytes(of: file))
    }

    private func lowerBound(_ raw: [UInt8]) -> Int {
        var low = 0
        var high = files.count
        while low < high {
            let middle = (low + high) / 2
            if files[middle].rawPath.lexicographicallyPrecedes(raw) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
