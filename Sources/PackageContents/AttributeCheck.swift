import PlanModel
import SourceText

/// Refuses `.gitattributes` that make a checkout or an archive differ from the approved blobs.
enum AttributeCheck {
    private static let refused: Set<Substring> = ["export-ignore", "export-subst", "ident", "working-tree-encoding"]

    static func problems(of entries: [PackageClosure.Entry], in files: FileListing) throws -> [ClosureProblem] {
        var problems: [ClosureProblem] = []
        for folder in folders(above: entries) {
            guard let file = try files.file(folder + ".gitattributes") else { continue }
            let below = entries.filter { $0.file.path.hasPrefix(folder) }
            let source = try files.source(file)
            for line in AttributeLine.lines(of: source) {
                guard let attribute = line.attributes.first(where: changesContent) else { continue }
                for entry in below where line.matches(entry.file.path, below: folder) {
                    problems.append(
                        ClosureProblem(
                            .attribute, at: .span(source, range: line.range),
                            "\(entry.file.path) has the attribute \(attribute): what ships would differ from what was approved",
                            mend: "Remove the attribute for this path."))
                }
            }
        }
        return problems
    }

    /// The folders whose attributes count for some entry, each with a final `/`, the root being empty; sorted.
    private static func folders(above entries: [PackageClosure.Entry]) -> [String] {
        var folders: Set<String> = [""]
        for entry in entries {
            var rest = entry.file.path[...]
            while let slash = rest.lastIndex(of: "/") {
                guard folders.insert(String(rest[...slash])).inserted else { break }
                rest = rest[..<slash]
            }
        }
        return folders.sorted()
    }

    private static func changesContent(_ attribute: Substring) -> Bool {
        // `-ident` and `!ident` switch an attribute off.
        if attribute.hasPrefix("-") || attribute.hasPrefix("!") { return false }
        let parts = attribute.split(separator: "=", maxSplits: 1)
        guard let name = parts.first else { return false }
        if name == "filter" { return parts.count < 2 || parts[1] != "lfs" }
        return refused.contains(name)
    }
}

/// One line of a `.gitattributes` file: a pattern and its attributes (gitattributes(5)).
private struct AttributeLine {
    let pattern: String
    let attributes: [Substring]
    /// Bytes of the file.
    let range: Range<Int>

    static func lines(of source: SourceFile) -> [AttributeLine] {
        var lines: [AttributeLine] = []
        var number = 1
        while let range = source.rangeOfLine(number) {
            number += 1
            let text = source.text(range)
            let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard let first = words.first, !first.hasPrefix("#"), !first.hasPrefix("[attr]") else { continue }
            lines.append(AttributeLine(pattern: String(first), attributes: Array(words.dropFirst()), range: range))
        }
        return lines
    }

    /// A pattern without a slash matches the name in any folder, one with a slash the path below the file's folder.
    func matches(_ path: String, below folder: String) -> Bool {
        let relative = String(path.dropFirst(folder.count))
        let trimmed = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
        if pattern.contains("/") { return PathPattern(trimmed).matches(relative) }
        let name = relative.split(separator: "/").last.map(String.init) ?? relative
        return PathPattern(trimmed).matches(name)
    }
}
