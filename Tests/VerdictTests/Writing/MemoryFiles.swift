import PlanModel
import Snapshots

/// A tree that is nowhere but in memory.
struct MemoryFiles: FileContents {
    struct Missing: Error { let path: String }

    let files: [String: String]

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard let text = files[file.path] else { throw Missing(path: file.path) }
        return Array(text.utf8)
    }

    func snapshot() throws -> Snapshot {
        let listed = files.keys.map { ListedFile(rawPath: Array($0.utf8), mode: .file, blob: nil) }
        return try SnapshotLoader.snapshot(of: FileListing(listed, contents: self), label: "memory")
    }
}
