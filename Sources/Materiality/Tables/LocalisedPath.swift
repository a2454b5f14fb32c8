/// The language that a file's name states, and the name without it: `notice.de.md`, `locales/de.json`, `de/notice.md`,
/// `messages_pt_BR.json`.
struct LocalisedPath {
    let language: String
    /// The path with `*` for the language: equal for translations of one text.
    let pattern: String

    init?(_ path: String) {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let name = folders.last else { return nil }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let stem = Array(parts.dropLast(parts.count > 1 ? 1 : 0))
        for index in stem.indices.reversed() where Languages.isTag(stem[index]) {
            language = stem[index]
            let masked = parts.enumerated().map { $0.offset == index ? "*" : $0.element }.joined(separator: ".")
            pattern = (folders.dropLast() + [masked]).joined(separator: "/")
            return
        }
        if let last = stem.last, let tag = Self.suffix(of: last) {
            language = tag
            let masked = (stem.dropLast() + [last.dropLast(tag.count) + "*"] + parts.dropFirst(stem.count))
            pattern = (folders.dropLast() + [masked.joined(separator: ".")]).joined(separator: "/")
            return
        }
        guard let index = folders.indices.dropLast().last(where: { Languages.isTag(folders[$0]) }) else { return nil }
        language = folders[index]
        pattern = folders.enumerated().map { $0.offset == index ? "*" : $0.element }.joined(separator: "/")
    }

    /// `pt_BR` in `messages_pt_BR`.
    private static func suffix(of stem: String) -> String? {
        let separators = stem.indices.filter { stem[$0] == "_" || stem[$0] == "-" }
        return separators.lazy.map { String(stem[stem.index(after: $0)...]) }.first(where: Languages.isTag)
    }
}
