package import SourceText
package import YAMLDocuments

/// Named values of one file: the trees of its YAML documents, and what their keys mean.
package struct SettingsDocument: Sendable {
    /// The file that all byte ranges speak of.
    package let source: SourceFile
    package let roots: [YAMLNode]
    package let vocabulary: SettingVocabulary
    /// Whether another language was read, which has no tags.
    private let isForeign: Bool

    /// Tags and directives, in order. The trees do not keep them, yet they can change what another reader sees, so
    /// two files are equal only when these are too.
    package var readerHints: [String] {
        isForeign ? [] : (roots.first?.document.sources ?? [source]).flatMap { ReaderHints.find(in: $0.bytes) }
    }

    package init(source: SourceFile, roots: [YAMLNode], vocabulary: SettingVocabulary) {
        self.source = source
        self.roots = roots
        self.vocabulary = vocabulary
        isForeign = false
    }

    /// What a reader of our own made of a file in another language, which has no tags.
    init(foreign root: ForeignNode, source: SourceFile, vocabulary: SettingVocabulary) {
        self.source = source
        roots = [YAMLDocument.foreign(root, from: source).root]
        self.vocabulary = vocabulary
        isForeign = true
    }

    /// Reads a whole YAML or JSON file; nil when a strict reader would refuse it, except for its tags: the file belongs
    /// to another tool, which knows them, and `readerHints` holds them.
    ///
    /// - Parameter mergingKeys: true for files of tools that read YAML 1.1, as those written in Python do: `<<` puts
    ///   another mapping's entries in place.
    package init?(reading source: SourceFile, vocabulary: SettingVocabulary, mergingKeys: Bool = false) {
        self.init(YAMLReader.read(source), of: source, vocabulary: vocabulary, mergingKeys: mergingKeys)
    }

    /// The same for a file that several formats look at.
    init?(reading file: ComponentFile, vocabulary: SettingVocabulary, mergingKeys: Bool = false) {
        self.init(file.yaml.stream, of: file.source, vocabulary: vocabulary, mergingKeys: mergingKeys)
    }

    private init?(_ stream: YAMLStream, of source: SourceFile, vocabulary: SettingVocabulary, mergingKeys: Bool) {
        let hasMergeKeys = stream.problems.contains { $0.kind == .mergeKey }
        let hasErrors = stream.problems.contains {
            $0.severity == .error && $0.kind != .badTag && !(mergingKeys && $0.kind == .mergeKey)
        }
        guard !hasErrors, !stream.documents.isEmpty else { return nil }
        let written = stream.documents.map(\.root)
        let roots = hasMergeKeys ? written.compactMap(MergeKeys.resolved) : written
        guard roots.count == written.count else { return nil }
        self.init(source: source, roots: roots, vocabulary: vocabulary)
    }

    /// The files that the trees are put together from.
    package var parts: [SourceFile] { roots.flatMap(\.document.sources) }

    /// The same file with another tree: what is in force after inheritance and defaults.
    func inForce(_ root: DerivedNode) -> SettingsDocument {
        SettingsDocument(
            source: source, roots: [YAMLDocument.derived(root, from: source).root], vocabulary: vocabulary)
    }

    /// The texts of all scalars that decide one thing, in the order of the file.
    package func texts(of meaning: SettingMeaning) -> [String] {
        var texts: [String] = []
        visit { node, found in
            if found == meaning, node.kind == .scalar { texts.append(node.text) }
        }
        return texts
    }

    /// Whether some value decides something that fits.
    func contains(where fits: (SettingMeaning) -> Bool) -> Bool {
        var isFound = false
        visit { _, meaning in isFound = isFound || meaning != .unknown && fits(meaning) }
        return isFound
    }

    private func visit(_ visitor: (YAMLNode, SettingMeaning) -> Void) {
        func visit(_ node: YAMLNode, at path: FieldPath) {
            if !path.steps.isEmpty { visitor(node, vocabulary.meaning(of: path)) }
            for entry in node.entries { visit(entry.value, at: path.appending(.key(entry.key.text))) }
            for (index, item) in node.items.enumerated() { visit(item, at: path.appending(.index(index))) }
        }
        for root in roots { visit(root, at: FieldPath()) }
    }

    package func location(of node: YAMLNode) -> Location { .span(source, range: node.range) }
}

/// Finds tags (`!Ref`, `!!str`) and directives (`%YAML 1.1`). It looks at bytes, not at tokens, so it may also find such
/// a mark in a text or a comment: that only makes a comparison more careful.
private enum ReaderHints {
    private static let separators = Set("\n\r\t [{,:?".utf8)

    static func find(in bytes: [UInt8]) -> [String] {
        let marks = [UInt8(ascii: "!"), UInt8(ascii: "%")]
        return bytes.split(whereSeparator: separators.contains)
            .filter { word in word.first.map(marks.contains) ?? false }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
