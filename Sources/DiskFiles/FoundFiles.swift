/// Files below the paths that a command line names.
package struct FoundFiles: Sendable {
    /// What an error or a finding calls a file, and where it is on disk.
    package struct File: Sendable, Equatable {
        package let name: String
        package let path: String

        package init(name: String, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// In the order of the command line; those of a folder sorted by name; each file once.
    package private(set) var files: [File] = []
    private var seen: Set<String> = []

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
        var open = [(prefix: prefix, path: path.hasSuffix("/") ? path : path + "/")]
        var found: [File] = []
        while let folder = open.popLast() {
            for entry in try DiskEntry.all(in: folder.path) {
                let name = String(decoding: entry.name, as: UTF8.self)
                guard !name.hasPrefix(".") else { continue }
                switch entry.type {
                case .folder: open.append((folder.prefix + name + "/", folder.path + name + "/"))
                case .file where endings.contains(Self.ending(of: name)):
                    found.append(File(name: folder.prefix + name, path: folder.path + name))
                case .file, .symlink, .other: continue
                }
            }
        }
        for file in found.sorted(by: { $0.name < $1.name }) { insert(file) }
    }

    private mutating func insert(_ file: File) {
        if seen.insert(file.path).inserted { files.append(file) }
    }

    /// What stands behind the last dot, in lower case.
    package static func ending(of name: String) -> String {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
