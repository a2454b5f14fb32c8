/// Files below the paths that a command line names.
package struct FoundFiles: Sendable {
    /// What an error or a finding calls a file, and where it is on disk.
    package struct File: Sendable, Equatable {
        package let name: String
        package let path: String
        /// The path as the file system has it, which need not be UTF-8.
        package let rawPath: [UInt8]

        package init(name: String, path: String) { self.init(name: name, rawPath: Array(path.utf8)) }

        fileprivate init(name: String, rawPath: [UInt8]) {
            self.name = name
            path = String(decoding: rawPath, as: UTF8.self)
            self.rawPath = rawPath
        }
    }

    /// In the order of the command line; those of a folder sorted by name; each file once.
    package private(set) var files: [File] = []
    private var seen: Set<[UInt8]> = []

    package init() {}

    /// Adds a file, or the files with one of the endings (as `yaml`) anywhere below a folder. Names that begin with a
    /// dot are passed over below a folder, and symbolic links there are not followed; a file that is named itself is
    /// taken whatever it is called.
    ///
    /// - Parameters:
    ///   - name: as the person wrote it.
    ///   - path: the same, absolute.
    package mutating func add(_ name: String, at path: String, endings: Set<String>) throws(DiskError) {
        guard DiskEntry.isFolder(path) else {
            insert(File(name: name, path: path))
            return
        }
        let trimmed = name.hasSuffix("/") ? String(name.dropLast()) : name
        try addFolder(trimmed == "." ? "" : trimmed + "/", at: path, endings: endings)
    }

    private mutating func addFolder(_ prefix: String, at path: String, endings: Set<String>) throws(DiskError) {
        let slash = UInt8(ascii: "/")
        var open = [(prefix: prefix, path: Array((path.hasSuffix("/") ? path : path + "/").utf8))]
        var found: [File] = []
        while let folder = open.popLast() {
            for entry in try DiskEntry.all(in: folder.path) {
                let name = String(decoding: entry.name, as: UTF8.self)
                guard !name.hasPrefix(".") else { continue }
                switch entry.type {
                case .folder: open.append((folder.prefix + name + "/", folder.path + entry.name + [slash]))
                case .file where endings.contains(Self.ending(of: name)):
                    found.append(File(name: folder.prefix + name, rawPath: folder.path + entry.name))
                case .file, .symlink, .other: continue
                }
            }
        }
        for file in found.sorted(by: { $0.name < $1.name }) { insert(file) }
    }

    private mutating func insert(_ file: File) {
        if seen.insert(file.rawPath).inserted { files.append(file) }
    }

    /// What stands behind the last dot, in lower case.
    package static func ending(of name: String) -> String {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
