import SourceText
import YAMLDocuments

/// A `.dvc` file: the digests of data that DVC keeps outside the repository (dvc.org, ".dvc files").
enum DVCPointer: ComponentFormat {
    static let vocabulary = SettingVocabulary(
        identityKeys: ["path"],
        ["md5", "etag", "checksum", "hash", "size", "nfiles", "version_id", "rev_lock"].map {
            .init($0, .contentDigest)
        } + [
            .init("outs[]", .contentDigest),
            .init("deps[]", .contentDigest),
            .init("/frozen", .note),
            .init("desc", .note),
            .init("labels[]", .note),
            .init("/meta.**", .note),
        ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("dvc"),
            let settings = SettingsDocument(reading: file.source, vocabulary: vocabulary), settings.roots.count == 1,
            let outs = settings.roots.first?["outs"], outs.kind == .sequence,
            outs.items.allSatisfy({ $0["path"] != nil })
        else { return nil }
        return ComponentReading(FormatIdentity("dvc", .signature), settings: settings)
    }
}
