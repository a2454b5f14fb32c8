import ComponentFormats
import PackageContents
import PlanModel
import SourceText

/// Files that ship and that NeMo Guardrails does not read, because a `.railsignore` says so: the nearest above them
/// counts, and each of its lines is a glob over names of files (nemoguardrails/utils.py, get_railsignore_path and
/// is_ignored_by_railsignore). A line more there switches a guardrail off whose own file did not change.
enum IgnoredRails {
    private static let listName = ".railsignore"

    static func changes(_ context: ComparisonContext) -> [Change] {
        let (old, new) = (lists(of: context.base), lists(of: context.head))
        guard !old.isEmpty || !new.isEmpty else { return [] }
        let paths = rails(of: context.head).intersection(rails(of: context.base))
        return paths.sorted().compactMap { path in
            let (before, after) = (line(for: path, in: old), line(for: path, in: new))
            let subject = Subject(category: .guardrails, id: path)
            let file = ChangeSide(path, at: .file(path: path))
            switch (before, after) {
            case (nil, let line?):
                return Change(
                    Claim(
                        GuardrailRules.removed,
                        "The file \(path) is no longer read: \(line.location.label) leaves it out."),
                    subject, field: nil, path: path, action: .change, old: file, new: line)
            case (let line?, nil):
                return Change(
                    Claim(GuardrailRules.added, "The file \(path) is read now: \(line.location.label) left it out."),
                    subject, field: nil, path: path, action: .change, old: line, new: file)
            default: return nil
            }
        }
    }

    private static func rails(of unit: ReleaseUnit) -> Set<String> {
        let paths = unit.closure.entries(of: .guardrails).map(\.file.path)
        return Set(paths.filter { path in [".yml", ".yaml", ".co"].contains(where: path.hasSuffix) })
    }

    /// By the folder that each is in, with a final slash.
    private static func lists(of unit: ReleaseUnit) -> [String: SourceFile] {
        var lists: [String: SourceFile] = [:]
        for entry in unit.closure.entries {
            let path = entry.file.path
            guard path == listName || path.hasSuffix("/" + listName) else { continue }
            lists[String(path.dropLast(listName.count))] = entry.source
        }
        return lists
    }

    /// The line that leaves a file out.
    private static func line(for path: String, in lists: [String: SourceFile]) -> ChangeSide? {
        guard !lists.isEmpty else { return nil }
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { return nil }
        while true {
            let folder = parts.map { $0 + "/" }.joined()
            if let list = lists[folder] { return line(for: name, of: list) }
            if parts.popLast() == nil { return nil }
        }
    }

    private static func line(for name: String, of list: SourceFile) -> ChangeSide? {
        var start = 0
        for bytes in list.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let range = start..<start + bytes.count
            start += bytes.count + 1
            let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let pattern = words.joined(separator: " ")
            if pattern.isEmpty || pattern.hasPrefix("#") { continue }
            if PathPattern(pattern).matches(name) { return ChangeSide(pattern, at: .span(list, range: range)) }
        }
        return nil
    }
}
