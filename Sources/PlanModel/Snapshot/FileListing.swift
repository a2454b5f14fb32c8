package import SourceText

/// Where the bytes of listed files come from: a commit, the index or the disk.
package protocol FileContents: Sendable {
    /// Throws when the bytes cannot be had, which means *could not decide*.
    func bytes(of file: ListedFile) throws -> [UInt8]
}

/// The files of one tree with their contents.
package struct FileListing: Sendable {
    package let table: any FileTable
    package let contents: any FileContents

    package init(_ table: any FileTable, contents: any FileContents) {
        self.table = table
        self.contents = contents
    }

    package init(_ files: [ListedFile], contents: any FileContents) {
        self.init(SortedFiles(files), contents: contents)
    }

    package func file(_ path: String) throws -> ListedFile? { try table.file(at: Array(path.utf8)) }

    /// Every file, sorted bytewise by path. Slow for large trees.
    package func all() throws -> [ListedFile] { try table.files(below: []) }

    /// Files that a path, a folder or a glob names, in path order.
    package func matching(_ pattern: PathPattern) throws -> [ListedFile] { try look(along: pattern).files }

    /// Files that a path, a folder or a glob names, in path order, and the submodules in its way: what they hold is
    /// another repository's and is not listed. Only folders that can hold a match are looked into.
    package func look(along pattern: PathPattern) throws -> (files: [ListedFile], submodules: [ListedFile]) {
        let reached = try reached(by: pattern).sorted { $0.rawPath.lexicographicallyPrecedes($1.rawPath) }
        func isInTheWay(_ file: ListedFile) -> Bool { file.mode == .submodule && !pattern.matches(file.path) }
        return (reached.filter { !isInTheWay($0) }, reached.filter(isInTheWay))
    }

    /// What a pattern names, and the submodules in its way.
    private func reached(by pattern: PathPattern) throws -> [ListedFile] {
        func isAll(_ path: [UInt8]) -> Bool {
            !pattern.hasWildcard && path.elementsEqual(pattern.literalPrefix.utf8)
        }
        var folder: [UInt8] = []
        for part in pattern.literalPrefix.split(separator: "/") {
            folder = ListedFile.path(Array(part.utf8), in: folder)
            // A submodule ends the way; so does a file, which is what a pattern without wildcards may name.
            if let file = try table.file(at: folder) { return file.mode == .submodule || isAll(folder) ? [file] : [] }
        }
        if !pattern.hasWildcard { return try table.files(below: folder) }

        var paths = [folder]
        var submodules: [ListedFile] = []
        for part in pattern.partsBehindPrefix {
            if part == "**" {
                let below = try paths.flatMap { try table.files(below: $0) }
                return submodules + below.filter { $0.mode == .submodule || pattern.matches($0.path) }
            }
            submodules += try paths.compactMap { try table.file(at: $0) }.filter { $0.mode == .submodule }
            paths = try paths.flatMap { folder in
                try table.names(in: folder).filter { PathPattern.matches($0, part: part) }
                    .map { ListedFile.path($0, in: folder) }
            }
        }
        return try submodules + paths.compactMap { try table.file(at: $0) }
    }

    package func source(_ file: ListedFile) throws -> SourceFile {
        SourceFile(path: file.path, bytes: try contents.bytes(of: file))
    }

    /// The same tree with other bytes in one file, which need not be there yet; nil takes the file away.
    package func replacing(_ path: String, with bytes: [UInt8]?) -> FileListing {
        let rawPath = Array(path.utf8)
        guard let bytes else {
            return FileListing(ReplacedFile(rawPath: rawPath, file: nil, table: table), contents: contents)
        }
        let mode = (try? file(path))?.mode
        let file = ListedFile(rawPath: rawPath, mode: mode == .executable ? .executable : .file, blob: nil)
        return FileListing(
            ReplacedFile(rawPath: rawPath, file: file, table: table),
            contents: ReplacedContents(path: rawPath, replacement: bytes, contents: contents))
    }
}

/// A tree in which one file is another, or is not there.
private struct ReplacedFile: FileTable {
    let rawPath: [UInt8]
    let file: ListedFile?
    let table: any FileTable

    func file(at path: [UInt8]) throws -> ListedFile? { path == rawPath ? file : try table.file(at: path) }

    func files(below folder: [UInt8]) throws -> [ListedFile] {
        let files = try table.files(below: folder).filter { $0.rawPath != rawPath }
        let isBelow = folder.isEmpty || rawPath.starts(with: folder + [UInt8(ascii: "/")])
        guard let file, isBelow else { return files }
        let place = files.firstIndex { rawPath.lexicographicallyPrecedes($0.rawPath) } ?? files.endIndex
        return Array(files[..<place]) + [file] + files[place...]
    }

    func names(in folder: [UInt8]) throws -> [[UInt8]] {
        let names = try table.names(in: folder)
        let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
        guard file != nil, rawPath.starts(with: prefix) else { return names }
        let name = Array(rawPath[prefix.count...].prefix { $0 != UInt8(ascii: "/") })
        return names.contains(name) ? names : names + [name]
    }
}

private struct ReplacedContents: FileContents {
    let path: [UInt8]
    let replacement: [UInt8]
    let contents: any FileContents

    func bytes(of file: ListedFile) throws -> [UInt8] {
        file.rawPath == path ? replacement : try contents.bytes(of: file)
    }
}
