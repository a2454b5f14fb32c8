import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Lists of category codes beside the guard model that reads them: a list that stays the same means something else to
/// another version, and one that was renumbered with the model means the same.
struct GuardTaxonomies {
    private(set) var changes: [Change] = []
    /// Values whose edits are said better here: paths by file.
    private var explained: [String: [FieldPath]] = [:]

    init(_ pairs: [FilePairs.Pair], _ context: ComparisonContext) {
        guard Self.mayDiffer(pairs, context) else { return }
        let (old, new) = (
            Side(pairs.map { ($0.old, $0) }, context.base), Side(pairs.map { ($0.new, $0) }, context.head)
        )
        for list in old.lists {
            guard let other = new.lists.first(where: { $0.pair == list.pair && $0.path == list.path }),
                let before = old.model(of: list), let after = new.model(of: other),
                before.taxonomy.meanings != after.taxonomy.meanings
            else { continue }
            compare(list, other, (before, after))
        }
    }

    /// True for an edit of a value that is compared here.
    func explains(_ edit: SettingEdit) -> Bool {
        guard !explained.isEmpty else { return false }
        let paths = (explained[edit.oldSource.path] ?? []) + (explained[edit.newSource.path] ?? [])
        return paths.contains { edit.path.steps.starts(with: $0.steps) }
    }

    /// Cheap: without another guard model in a file that changed, or in the release package, there is nothing to do.
    private static func mayDiffer(_ pairs: [FilePairs.Pair], _ context: ComparisonContext) -> Bool {
        let isOtherFile = pairs.contains { pair in
            pair.old?.bytes != pair.new?.bytes
                && [pair.old, pair.new].contains { $0.map { Side.mayNameModel($0.bytes) } ?? false }
        }
        let releases = [context.base, context.head].map { unit in
            unit.closure.package.components.items(.model).compactMap { item in
                item.id.flatMap { GuardTaxonomy.of(model: $0.value)?.name }
            }
        }
        return isOtherFile || releases[0] != releases[1]
    }

    // MARK: Comparison

    private typealias Models = (old: Side.Model, new: Side.Model)

    private mutating func compare(_ old: Side.List, _ new: Side.List, _ models: Models) {
        let (before, after) = (models.old.taxonomy, models.new.taxonomy)
        let kept = old.codes.entries.filter { entry in new.codes.entries.contains { $0.code == entry.code } }
        let remapped = kept.filter { entry in
            let name = new.codes.entries.first { $0.code == entry.code }?.name
            return before.meanings[entry.code] != after.meanings[entry.code]
                && !Self.isSameName(name, after.meanings[entry.code])
        }
        for file in [old.source.path, new.source.path] { explained[file, default: []].append(old.path) }
        if !remapped.isEmpty {
            for file in [models.old.source.path, models.new.source.path] {
                explained[file, default: []].append(models.new.path)
            }
            changes.append(change(remapped.map(\.code), old, new, models))
            return
        }
        let (oldMeanings, newMeanings) = (Self.meanings(old.codes, before), Self.meanings(new.codes, after))
        for (meaning, code) in oldMeanings where newMeanings[meaning] == nil {
            changes.append(
                category(
                    GuardrailRules.categoryRemoved, "The guardrail no longer looks for \(meaning), which was \(code).",
                    meaning, old, .remove))
        }
        for (meaning, code) in newMeanings where oldMeanings[meaning] == nil {
            changes.append(
                category(
                    GuardrailRules.categoryAdded, "The guardrail also looks for \(meaning), \(code).", meaning, new,
                    .add))
        }
    }

    private func change(_ codes: [String], _ old: Side.List, _ new: Side.List, _ models: Models) -> Change {
        let (before, after) = (models.old.taxonomy, models.new.taxonomy)
        func meaning(_ code: String, _ taxonomy: GuardTaxonomy) -> String {
            taxonomy.meanings[code].map { "\"\($0)\"" } ?? "nothing"
        }
        let first = codes.prefix(3).map { code in
            "\(code) is \(meaning(code, after)) and was \(meaning(code, before))"
        }.joined(separator: ", ")
        let more = codes.count > 3 ? ", and so on for \(codes.count - 3) more" : ""
        let lost = Self.meanings(old.codes, before).keys.filter { Self.meanings(new.codes, after)[$0] == nil }.sorted()
        let consequence =
            lost.isEmpty ? "" : " Nothing looks for \(lost.map { "\"\($0)\"" }.joined(separator: ", ")) any more."
        return Change(
            Claim(
                GuardrailTaxonomyRules.taxonomyRemapped,
                "The codes at \(new.place) stayed while \(after.name) replaced \(before.name): \(first)\(more).\(consequence)"
            ),
            new.subject, field: new.field, path: new.source.path, action: .change,
            old: ChangeSide(models.old.name, at: models.old.location),
            new: ChangeSide(models.new.name, at: models.new.location))
    }

    private func category(
        _ rule: ChangeRule, _ reason: String, _ meaning: String, _ list: Side.List, _ action: Change.Action
    ) -> Change {
        let side = ChangeSide(meaning, at: list.location)
        return Change(
            Claim(rule, reason), list.subject, field: list.field, path: list.source.path, action: action,
            old: action == .remove ? side : nil, new: action == .add ? side : nil)
    }

    /// Codes by what they mean; a code of another version stands for itself.
    private static func meanings(_ codes: GuardCodes, _ taxonomy: GuardTaxonomy) -> [String: String] {
        Dictionary(
            codes.entries.map { (taxonomy.meanings[$0.code] ?? $0.code, $0.code) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func isSameName(_ written: String?, _ meaning: String?) -> Bool {
        func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        guard let written, let meaning else { return false }
        return letters(written).hasPrefix(letters(meaning))
    }
}

extension GuardTaxonomies {
    /// The guard models and the code lists of one release.
    private struct Side {
        struct Model {
            let name: String
            let taxonomy: GuardTaxonomy
            let path: FieldPath
            let source: SourceFile
            let location: Location
        }

        struct List {
            let codes: GuardCodes
            let path: FieldPath
            /// Which pair of files it is in.
            let pair: Int
            let subject: Subject
            let source: SourceFile
            let location: Location

            var field: String? { path.steps.isEmpty ? nil : path.description }
            var place: String { field ?? source.path }
        }

        private(set) var lists: [List] = []
        private var models: [Model] = []
        private var namedInRelease: [Model] = []

        init(_ files: [(source: SourceFile?, pair: FilePairs.Pair)], _ unit: ReleaseUnit) {
            for (index, file) in files.enumerated() {
                guard let source = file.source, file.pair.category != .tools, file.pair.category != .experience else {
                    continue
                }
                read(source, file.pair, index)
            }
            namedInRelease = unit.closure.package.components.items(.model).compactMap { item in
                guard let node = item.fields.raw("id"), let taxonomy = GuardTaxonomy.of(model: node.text) else {
                    return nil
                }
                return Model(
                    name: node.text, taxonomy: taxonomy, path: FieldPath(), source: node.source, location: node.location
                )
            }
        }

        private mutating func read(_ source: SourceFile, _ pair: FilePairs.Pair, _ index: Int) {
            guard Self.mayNameModel(source.bytes) || Self.mayListCodes(source.bytes),
                let reading = ComponentFormats.recognise(source, category: pair.category), reading.defects.isEmpty
            else { return }
            for root in reading.settings?.roots ?? [] {
                visit(
                    root, FieldPath(), reading.settings?.vocabulary ?? SettingVocabulary(identityKeys: [], []), source,
                    pair, index)
            }
            // A template that names no model is a list of its own.
            let isText = reading.prompt != nil && !source.bytes.contains(0)
            if isText, let codes = GuardCodes(text: source.text(source.bytes.indices)) {
                lists.append(
                    List(
                        codes: codes, path: FieldPath(), pair: index, subject: pair.key, source: source,
                        location: .file(path: source.path)))
            }
        }

        private mutating func visit(
            _ node: YAMLNode, _ path: FieldPath, _ vocabulary: SettingVocabulary, _ source: SourceFile,
            _ pair: FilePairs.Pair,
            _ index: Int
        ) {
            if node.kind == .scalar, let taxonomy = GuardTaxonomy.of(model: node.text) {
                models.append(
                    Model(
                        name: node.text, taxonomy: taxonomy, path: path, source: source,
                        location: .span(source, range: node.range)))
                return
            }
            if let codes = GuardCodes(node) {
                lists.append(
                    List(
                        codes: codes, path: path, pair: index, subject: pair.key, source: source,
                        location: .span(source, range: node.range)))
                return
            }
            for entry in node.entries {
                visit(entry.value, path.appending(.key(entry.key.text)), vocabulary, source, pair, index)
            }
            guard node.kind == .sequence else { return }
            let named = ListIdentities(node, at: path, vocabulary)?.items
            for (place, item) in node.items.enumerated() {
                let step = named.map { FieldPath.Step.item($0[place].name.label) } ?? .index(place)
                visit(item, path.appending(step), vocabulary, source, pair, index)
            }
        }

        /// The model that reads a list: the one in the innermost value around the list that holds any, then the
        /// release's only one. Nil where versions are mixed there, so that nobody can tell.
        func model(of list: List) -> Model? {
            let inFile = models.filter { $0.source === list.source }
            for length in (0...list.path.steps.count).reversed() {
                let around = inFile.filter { $0.path.steps.starts(with: list.path.steps.prefix(length)) }
                if let only = Self.only(around) { return only }
                if !around.isEmpty { return nil }
            }
            return Self.only(models.isEmpty ? namedInRelease : models)
        }

        private static func only(_ models: [Model]) -> Model? {
            guard let first = models.first, models.allSatisfy({ $0.taxonomy == first.taxonomy }) else { return nil }
            return first
        }

        // MARK: Bytes

        static func mayNameModel(_ bytes: [UInt8]) -> Bool { has("guard", in: bytes) && has("llama", in: bytes) }

        /// Codes stand in a list or at the start of a line.
        static func mayListCodes(_ bytes: [UInt8]) -> Bool {
            zip(bytes, bytes.dropFirst()).contains { letter, digit in
                (letter == UInt8(ascii: "S") || letter == UInt8(ascii: "O")) && (49...57).contains(digit)
            }
        }

        /// `word` is in lower-case letters.
        private static func has(_ word: String, in bytes: [UInt8]) -> Bool {
            let wanted = Array(word.utf8)
            guard let first = wanted.first, bytes.count >= wanted.count else { return false }
            return (0...bytes.count - wanted.count).contains { start in
                bytes[start] | 0x20 == first && wanted.indices.allSatisfy { bytes[start + $0] | 0x20 == wanted[$0] }
            }
        }
    }
}
