import PlanModel
import SourceText

/// Files of which some document could not be read, or has a kind that nobody knows: what a reference leads to may be in
/// there, and the file is reported already, as an error that nobody can lower.
struct UnreadDocuments {
    private let texts: [String]

    /// - Parameter folder: only files below it; all when it is empty.
    init(_ snapshot: Snapshot, below folder: String = "") {
        let kinds: Set<DocumentProblem.Kind> = [.unreadable, .badStructure, .unknownKind]
        let paths = Set(
            snapshot.problems.filter { kinds.contains($0.kind) && $0.severity == .error }.compactMap(\.location.path))
        // A file that is gone by now holds nothing.
        texts = paths.filter { folder.isEmpty || $0.hasPrefix(folder + "/") }.compactMap { path in
            guard let file = try? snapshot.files.file(path), file.mode == .file || file.mode == .executable,
                let source = try? snapshot.files.source(file)
            else { return nil }
            return String(decoding: source.bytes, as: UTF8.self)
        }
    }

    /// Whether a name, or what stands between the wildcards of one, is somewhere in the files.
    func mayHold(_ name: String) -> Bool {
        texts.contains { text in name.split(separator: "*").allSatisfy { text.contains($0) } }
    }
}
