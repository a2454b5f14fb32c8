/// Language tags as they stand in file names and keys: `de`, `pt-BR`, `zh_Hant_TW` (RFC 5646, section 2.1; many tools
/// write an underscore).
enum Languages {
    /// ISO 639-1.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
        sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))

    static func isTag(_ text: some StringProtocol) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let language = parts.first, codes.contains(language.lowercased()), parts.count <= 3 else { return false }
        return parts.dropFirst().allSatisfy { part in
            switch part.count {
            case 2, 4: part.allSatisfy { $0.isASCII && $0.isLetter }
            case 3: part.allSatisfy(\.isNumber)
            default: false
            }
        }
    }
}

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
