import PlanModel
import SourceText

/// Properties that every path of a closure and each of its folders must have, so that one digest means one tree.
enum EntryChecks {
    static func problems(of entries: [PackageClosure.Entry], in files: FileListing) throws -> [ClosureProblem] {
        var problems: [ClosureProblem] = []
        // Names that the package relies on, by the folder that they are in: its files' and those of their folders.
        var governed: [[UInt8]: Set<[UInt8]>] = [:]
        for entry in entries {
            if let reason = badPath(entry.file.rawPath) {
                problems.append(
                    ClosureProblem(
                        .badPath, at: .file(path: entry.file.path), "the path \(reason)",
                        mend: "Rename the file or folder."))
            }
            var folder: [UInt8] = []
            for name in entry.file.rawPath.split(separator: UInt8(ascii: "/")).map(Array.init) {
                governed[folder, default: []].insert(name)
                folder = ListedFile.path(name, in: folder)
            }
        }
        for (folder, names) in governed.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            problems += try collisions(of: names, with: files.table.names(in: folder), in: folder)
        }
        return problems
    }

    /// Two names of one folder that fold to one are one file on a Mac or on Windows.
    private static func collisions(
        of governed: Set<[UInt8]>, with names: [[UInt8]], in folder: [UInt8]
    ) -> [ClosureProblem] {
        let byFold = Dictionary(
            governed.map { (fold($0), $0) },
            uniquingKeysWith: { first, second in first.lexicographicallyPrecedes(second) ? second : first })
        return names.compactMap { name in
            guard let other = byFold[fold(name)], other != name else { return nil }
            let (here, there) = (text(ListedFile.path(name, in: folder)), text(ListedFile.path(other, in: folder)))
            return ClosureProblem(
                .pathCollision, at: .file(path: here),
                "\(here) and \(there) are one path on systems that ignore case or Unicode form",
                mend: "Rename one of the two.")
        }
    }

    private static func badPath(_ path: [UInt8]) -> String? {
        if path.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "has a control character" }
        if String(validating: path, as: UTF8.self) == nil { return "is not UTF-8" }
        return nil
    }

    private static func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

    /// Swift compares strings by canonical equivalence, so equal folds include equal normal forms.
    private static func fold(_ name: [UInt8]) -> String { text(name).lowercased() }
}
