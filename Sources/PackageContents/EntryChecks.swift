import PlanModel
import SourceText

/// Properties that every path of a closure and each of its folders must have, so that one digest means one tree.
enum EntryChecks {
    static func problems(of entries: [PackageClosure.Entry], in files: FileListing) -> [ClosureProblem] {
        var problems: [ClosureProblem] = []
        // Two paths that fold to one are one file on a Mac or on Windows. Folders count too, so every prefix is kept.
        var governedByFold: [String: String] = [:]
        for entry in entries {
            if let reason = badPath(entry.file.rawPath) {
                problems.append(
                    ClosureProblem(
                        .badPath, at: .file(path: entry.file.path), "the path \(reason)",
                        mend: "Rename the file or folder."))
            }
            for prefix in prefixes(of: entry.file.path) { governedByFold[fold(prefix)] = prefix }
        }
        for file in files.files {
            for prefix in prefixes(of: file.path) {
                if let governed = governedByFold[fold(prefix)], !governed.utf8.elementsEqual(prefix.utf8) {
                    problems.append(
                        ClosureProblem(
                            .pathCollision, at: .file(path: file.path),
                            "\(prefix) and \(governed) are one path on systems that ignore case or Unicode form",
                            mend: "Rename one of the two."))
                }
            }
        }
        return problems
    }

    private static func badPath(_ path: [UInt8]) -> String? {
        if path.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "has a control character" }
        if String(validating: path, as: UTF8.self) == nil { return "is not UTF-8" }
        return nil
    }

    /// The path and each folder above it.
    private static func prefixes(of path: String) -> [String] {
        var prefixes = [path]
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            prefixes.append(String(rest))
        }
        return prefixes
    }

    /// Swift compares strings by canonical equivalence, so equal folds include equal normal forms.
    private static func fold(_ path: String) -> String { path.lowercased() }
}
