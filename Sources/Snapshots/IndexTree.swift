import GitObjects
import PlanModel

/// The files of the index, whatever is on disk.
struct IndexTree: FileTable {
    private let index: GitIndex
    /// Only what the next commit will hold, not what `git add -N` announces.
    private let isStagedOnly: Bool

    static func listing(in repository: Repository) throws -> FileListing {
        let index = try repository.index()
        if repository.isBare, index.count == 0 { throw GitError.noIndex }
        if let path = index.conflicts.first {
            throw SnapshotError.mergeConflict(path: String(decoding: path, as: UTF8.self))
        }
        return FileListing(IndexTree(index: index, isStagedOnly: true), contents: BlobContents(repository: repository))
    }

    /// Every tracked file.
    init(tracked index: GitIndex) { self.init(index: index, isStagedOnly: false) }

    private init(index: GitIndex, isStagedOnly: Bool) {
        self.index = index
        self.isStagedOnly = isStagedOnly
    }

    func file(at path: [UInt8]) -> ListedFile? {
        guard let entry = index[index.lowerBound(path)], entry.path == path, isListed(entry) else { return nil }
        return Self.file(entry)
    }

    func files(below folder: [UInt8]) -> [ListedFile] { entries(below: folder).compactMap(Self.file) }

    func entries(below folder: [UInt8]) -> some Sequence<IndexEntry> {
        let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
        let start = index.lowerBound(prefix)
        return (start..<index.count).lazy.prefix { index.hasPrefix(prefix, at: $0) }.compactMap { index[$0] }
            .filter(isListed)
    }

    private func isListed(_ entry: IndexEntry) -> Bool { !isStagedOnly || !entry.isIntendedOnly }

    /// Steps over what lies inside the folders instead of through it.
    func names(in folder: [UInt8]) -> [[UInt8]] {
        let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
        var names: [[UInt8]] = []
        var position = index.lowerBound(prefix)
        while index.hasPrefix(prefix, at: position), let entry = index[position] {
            let name = Array(entry.path[prefix.count...].prefix { $0 != UInt8(ascii: "/") })
            let isFolder = prefix.count + name.count < entry.path.count
            if isFolder || isListed(entry) { names.append(name) }
            // "0" is the byte behind "/": the first path after everything in the folder.
            position = isFolder ? index.lowerBound(prefix + name + [UInt8(ascii: "0")]) : position + 1
        }
        return names
    }

    /// Nil for modes that name no file, such as a sparse index's folders.
    static func file(_ entry: IndexEntry) -> ListedFile? {
        guard let mode = ListedFile.Mode(rawValue: String(entry.mode, radix: 8)) else { return nil }
        return ListedFile(rawPath: entry.path, mode: mode, blob: entry.id.description)
    }
}
