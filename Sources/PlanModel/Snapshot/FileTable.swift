/// Which files a tree has. Trees can have very many, so a table answers questions instead of listing itself: a check
/// of three documents must not cost more in a large repository than in a small one.
///
/// Paths are bytes, as in git, with `/` between parts; the root folder is the empty path. Every answer may throw, which
/// means *could not decide*: an object that is not in this clone, a folder that cannot be read.
package protocol FileTable: Sendable {
    /// The file (or link, or submodule) at exactly this path.
    func file(at path: [UInt8]) throws -> ListedFile?
    /// Every file below a folder at any depth, sorted bytewise by path.
    func files(below folder: [UInt8]) throws -> [ListedFile]
    /// Names of files and folders directly inside a folder, in no particular order.
    func names(in folder: [UInt8]) throws -> [[UInt8]]
}

/// A table of files that are all known already.
package struct SortedFiles: FileTable {
    /// Sorted bytewise by path.
    private let files: [ListedFile]

    package init(_ files: [ListedFile]) {
        self.files = files.sorted { $0.rawPath.lexicographicallyPrecedes($1.rawPath) }
    }

    package func file(at path: [UInt8]) -> ListedFile? {
        let index = lowerBound(path)
        return index < files.count && files[index].rawPath == path ? files[index] : nil
    }

    package func files(below folder: [UInt8]) -> [ListedFile] {
        guard !folder.isEmpty else { return files }
        let prefix = folder + [UInt8(ascii: "/")]
        return Array(files[lowerBound(prefix)...].prefix { $0.rawPath.starts(with: prefix) })
    }

    package func names(in folder: [UInt8]) -> [[UInt8]] {
        let start = folder.isEmpty ? 0 : folder.count + 1
        var names: [[UInt8]] = []
        for file in files(below: folder) {
            let name = Array(file.rawPath[start...].prefix { $0 != UInt8(ascii: "/") })
            if names.last != name { names.append(name) }
        }
        return names
    }

    private func lowerBound(_ path: [UInt8]) -> Int {
        var low = 0
        var high = files.count
        while low < high {
            let middle = (low + high) / 2
            if files[middle].rawPath.lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
