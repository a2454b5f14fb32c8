import GitObjects
import PlanModel

/// The files of the index: what the next commit will hold, whatever is on disk.
enum IndexTree {
    static func listing(in repository: Repository) throws -> FileListing {
        var files: [ListedFile] = []
        for entry in try repository.indexEntries() {
            guard entry.stage == 0 else {
                throw SnapshotError.mergeConflict(path: String(decoding: entry.path, as: UTF8.self))
            }
            // Other modes (a sparse index's folders) name no file.
            guard let mode = ListedFile.Mode(rawValue: String(entry.mode, radix: 8)) else { continue }
            files.append(ListedFile(rawPath: entry.path, mode: mode, blob: entry.id.description))
        }
        return FileListing(files, contents: BlobContents(repository: repository))
    }
}
