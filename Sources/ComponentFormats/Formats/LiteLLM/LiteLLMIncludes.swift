import SourceText
import YAMLDocuments

/// A proxy's configuration with the files that it includes in place, as the proxy puts them together when it starts: a
/// list is extended, any other section takes the place of one with its name. `include` is a list like any other, so
/// that the files which an included file names come after all that the first file names, and are looked for beside the
/// first file (docs.litellm.ai, "File management"; litellm/proxy/proxy_server.py, ProxyConfig._process_includes).
struct LiteLLMIncludes {
    /// The sections of all files, each value where it is written; the root itself where nothing is included.
    let root: YAMLNode
    /// The files that this one names.
    let references: [FileReference]
    /// False where nobody knows the included files: what is missing may be in them.
    let isComplete: Bool
    /// Files that are not there, or that cannot be read.
    let defects: [ReadingDefect]

    /// Files that one configuration may include in all.
    private static let mostFiles = 100

    init(_ root: YAMLNode, in file: ComponentFile) {
        var rest = Self.names(root, in: file)
        references = rest
        var sections = root.entries.filter { $0.key.text != "include" }.map { Section(key: $0.key, values: [$0.value]) }
        var seen: Set<String> = [file.source.path]
        var defects: [ReadingDefect] = []
        while !rest.isEmpty {
            let reference = rest.removeFirst()
            // An included file's own names are located at its own reference.
            let place = reference.source === file.source ? reference.range : 0..<0
            guard let included = reference.candidates.lazy.compactMap({ file.shipped[$0] }).first else {
                defects.append(Self.missing(reference, at: place))
                continue
            }
            guard seen.insert(included.path).inserted else { continue }
            guard seen.count <= Self.mostFiles, let other = Self.read(included) else {
                defects.append(
                    ReadingDefect(
                        "the included file \(included.path) cannot be read", at: place,
                        mend: "Mend \(included.path); what it says is part of this configuration."))
                continue
            }
            for entry in other.entries where entry.key.text != "include" { Self.add(entry, to: &sections) }
            // Names in an included file are meant from the first file's folder on.
            rest += Self.names(other, in: file)
        }
        isComplete = references.isEmpty || !file.shipped.isEmpty
        self.defects = Self.noList(root) + (isComplete ? defects : [])
        self.root =
            seen.count == 1
            ? root
            : YAMLDocument.derived(.mapping(sections.map(\.derived), for: root), from: file.source).root
    }

    private static func read(_ included: SourceFile) -> YAMLNode? {
        let settings = SettingsDocument(reading: included, vocabulary: LiteLLMVocabulary.all, mergingKeys: true)
        guard let root = settings?.roots.first, settings?.roots.count == 1, root.kind == .mapping else { return nil }
        return root
    }

    private static func noList(_ root: YAMLNode) -> [ReadingDefect] {
        guard let include = root["include"], include.kind != .sequence else { return [] }
        return [
            ReadingDefect(
                "`include` is no list, so that the proxy does not start", at: include.range,
                mend: "Write a list of files, also for one file.")
        ]
    }

    private static func missing(_ reference: FileReference, at place: Range<Int>) -> ReadingDefect {
        let name = reference.candidates.first ?? ""
        return ReadingDefect(
            "the included file \(name) is not there", at: place,
            mend: "Add \(name) to the repository, or take it out of `include`.")
    }

    /// A section of the whole, from one file, or a list from several.
    private struct Section {
        let key: YAMLNode
        var values: [YAMLNode]

        var derived: (key: DerivedNode, value: DerivedNode) {
            values.count == 1
                ? (.written(key), .written(values[0]))
                : (.written(key), .sequence(values.flatMap { $0.items.map { .written($0) } }, for: values[0]))
        }
    }

    private static func add(_ entry: YAMLEntry, to sections: inout [Section]) {
        guard let index = sections.firstIndex(where: { $0.key.text == entry.key.text }) else {
            sections.append(Section(key: entry.key, values: [entry.value]))
            return
        }
        if entry.value.kind == .sequence, sections[index].values.allSatisfy({ $0.kind == .sequence }) {
            sections[index].values.append(entry.value)
        } else {
            sections[index] = Section(key: entry.key, values: [entry.value])
        }
    }

    private static func names(_ root: YAMLNode, in file: ComponentFile) -> [FileReference] {
        (root["include"]?.items.map { $0 } ?? []).compactMap { item in
            guard let name = item.string, let path = file.path(of: name) else { return nil }
            return FileReference(source: item.source, range: item.range, candidates: [path])
        }
    }
}
