import SourceText
import YAMLDocuments

/// A `.dvc` file: the digests of data that DVC keeps outside the repository (dvc.org, ".dvc files"; dvc/schema.py).
enum DVCPointer: ComponentFormat {

    package static let description = FormatDescription(
        "DVC",
        files: "`.dvc`",
        source: "dvc.org, .dvc files; dvc/schema.py")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["path"],
        DVCDigests.rows(below: "") + [
            .init("deps[].repo.url", .contentPath),
            .init("deps[].repo.rev_lock", .contentDigest),
            // Of the file itself: it changes with everything else, and never alone.
            .init("/md5", .note),
            .init("/frozen", .note),
            .init("/desc", .note),
            .init("/meta.**", .note),
        ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("dvc") else { return nil }
        let format = FormatIdentity("dvc", .signature)
        let settings: SettingsDocument
        switch DVCFile.read(file.source, vocabulary) {
        case .failure(let defect): return .broken(format, defect)
        case .success(let read): settings = read
        }
        guard let root = settings.roots.first, let outs = root["outs"] else {
            return .broken(
                format,
                ReadingDefect(
                    "it names no content, because it has no outs", at: 0..<file.source.bytes.count,
                    mend: "Write the pointer with dvc add, or remove the file."))
        }
        guard outs.kind == .sequence, outs.count > 0 else {
            return .broken(
                format,
                ReadingDefect(
                    "outs is no list of files", at: outs.range, mend: "Write the pointer with dvc add."))
        }
        for item in outs.items {
            if let defect = DVCDigests.defect(of: item, isRequired: true) { return .broken(format, defect) }
        }
        return ComponentReading(format, settings: settings, contentDigests: outs.items.flatMap(DVCDigests.of))
    }
}
