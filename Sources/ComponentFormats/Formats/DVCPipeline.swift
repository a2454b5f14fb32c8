import SourceText
import YAMLDocuments

/// `dvc.lock`: what each stage of a pipeline read and wrote when it last ran (dvc.org, "dvc.lock file").
enum DVCLock: ComponentFormat {

    package static let description = FormatDescription(
        "DVC lock",
        files: "`dvc.lock`",
        source: "dvc.org, dvc.lock file")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["path"], DVCDigests.rows(below: "/stages.*.") + [.init("/schema", .note)])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.name == "dvc.lock" else { return nil }
        let format = FormatIdentity("dvc-lock", version: "2.0", .signature)
        let settings: SettingsDocument
        switch DVCFile.read(file.source, vocabulary) {
        case .failure(let defect): return .broken(format, defect)
        case .success(let read): settings = read
        }
        guard let root = settings.roots.first else { return nil }
        guard let stages = root["stages"], stages.kind == .mapping, root["schema"]?.text == "2.0" else {
            let range = root["schema"]?.range ?? 0..<file.source.bytes.count
            return .broken(
                format,
                ReadingDefect(
                    "it is no lock file of schema 2.0 with stages", at: range,
                    mend: "Write it again with dvc repro or dvc commit."))
        }
        let files = stages.entries.flatMap { stage in
            ["deps", "outs"].flatMap { key in stage.value[key].map { Array($0.items) } ?? [] }
        }
        for item in files {
            // A stage may depend on a file that git keeps, and that has a digest all the same.
            if let defect = DVCDigests.defect(of: item, isRequired: false) { return .broken(format, defect) }
        }
        let outs = stages.entries.flatMap { $0.value["outs"].map { Array($0.items) } ?? [] }
        return ComponentReading(format, settings: settings, contentDigests: outs.flatMap(DVCDigests.of))
    }
}

/// `dvc.yaml`: how a pipeline makes its content (dvc.org, "dvc.yaml files"). What it made is in `dvc.lock`.
enum DVCPipeline: ComponentFormat {

    package static let description = FormatDescription(
        "DVC pipeline",
        files: "`dvc.yaml`",
        source: "dvc.org, dvc.yaml files")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["path"],
        [.init("/stages.*.desc", .note), .init("/stages.*.meta.**", .note), .init("/stages.*.frozen", .note)])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.name == "dvc.yaml",
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let stages = settings.roots.first?["stages"], stages.kind == .mapping
        else { return nil }
        return ComponentReading(FormatIdentity("dvc-pipeline", .signature), settings: settings)
    }
}
