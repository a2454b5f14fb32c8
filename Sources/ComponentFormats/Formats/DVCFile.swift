import SourceText
import YAMLDocuments

/// What the files of DVC have in common: each is one YAML mapping.
enum DVCFile {
    enum Result {
        case success(SettingsDocument)
        case failure(ReadingDefect)
    }

    /// One YAML document that is a mapping.
    static func read(_ source: SourceFile, _ vocabulary: SettingVocabulary) -> Result {
        let stream = YAMLReader.read(source)
        if let problem = stream.problems.first(where: { $0.severity == .error && $0.kind != .badTag }) {
            return .failure(ReadingDefect(problem.message, at: problem.range, mend: problem.mend))
        }
        guard let root = stream.documents.first?.root, stream.documents.count == 1, root.kind == .mapping else {
            return .failure(
                ReadingDefect(
                    "it is not one mapping of keys and values", at: 0..<source.bytes.count,
                    mend: "Write the file again with dvc."))
        }
        return .success(SettingsDocument(source: source, roots: [root], vocabulary: vocabulary))
    }
}

/// The entries of `outs` and `deps`.
enum DVCDigests {
    private static let digests = ["md5", "etag", "checksum", "version_id"]

    static func rows(below prefix: String) -> [SettingVocabulary.Row] {
        ["outs[]", "deps[]"].flatMap { list -> [SettingVocabulary.Row] in
            let list = prefix + list
            return [.init(list, .contentDigest)]
                + (digests + ["hash"]).flatMap { key -> [SettingVocabulary.Row] in
                    [.init("\(list).\(key)", .contentDigest), .init("\(list).files[].\(key)", .contentDigest)]
                }
                + ["size", "nfiles"].flatMap { key -> [SettingVocabulary.Row] in
                    [.init("\(list).\(key)", .contentSize), .init("\(list).files[].\(key)", .contentSize)]
                } + [
                    .init("\(list).desc", .note), .init("\(list).type", .note), .init("\(list).labels[]", .note),
                ]
        }
    }

    static func of(_ item: YAMLNode) -> [String] {
        let own = digests.compactMap { item[$0]?.text }
        return own + (item["files"].map { Array($0.items) } ?? []).flatMap(of)
    }

    /// `isRequired`: an entry without a digest stands for any content.
    static func defect(of item: YAMLNode, isRequired: Bool) -> ReadingDefect? {
        guard let path = item["path"], path.kind == .scalar else {
            return ReadingDefect("an entry names no path", at: item.range, mend: "Write the file again with dvc.")
        }
        if let md5 = item["md5"], !isMD5(md5.text) {
            return ReadingDefect(
                "\"\(md5.text)\" is no MD5 digest of 32 hexadecimal digits", at: md5.range,
                mend: "Write the file again with dvc, which works out the digest.")
        }
        if isRequired, of(item).isEmpty {
            return ReadingDefect(
                "\(path.text) has no digest, so that it stands for any content", at: item.range,
                mend: "Run dvc commit, which writes the digest.")
        }
        return nil
    }

    /// A folder's digest ends in `.dir`.
    private static func isMD5(_ text: String) -> Bool {
        let digits = text.hasSuffix(".dir") ? text.dropLast(4) : text[...]
        return digits.utf8.count == 32
            && digits.utf8.allSatisfy { byte in (48...57).contains(byte) || (97...102).contains(byte | 0x20) }
    }
}
