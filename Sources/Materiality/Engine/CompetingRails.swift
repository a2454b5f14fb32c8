import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Files of one NeMo Guardrails configuration that all set `rails`: of these the one that is read last replaces the
/// others' whole, and which that is depends on the file system (nemoguardrails/rails/llm/config.py, _join_config and
/// _load_path). A further file can so take away every rail without a change to the one that had them.
enum CompetingRails {
    private static let key = "rails"

    static func changes(_ context: ComparisonContext) -> [Change] {
        let new = places(in: context.head).filter { $0.value.count > 1 }
        guard !new.isEmpty else { return [] }
        let old = places(in: context.base)
        return new.sorted { $0.key < $1.key }.compactMap { folder, places in
            guard let before = old[folder], before.count == 1,
                let added = places.first(where: { $0.location.path != before[0].location.path })
            else { return nil }
            let path = added.location.path ?? folder
            return Change(
                Claim(
                    GuardrailRules.removed,
                    "The file \(path) sets rails too, so that those of \(before[0].location.path ?? folder) may no longer count: keep them in one file."
                ), Subject(category: .guardrails, id: path), field: key, path: path, action: .change, old: before[0],
                new: added)
        }
    }

    /// By the folder of each configuration, the places that set its rails, in the order of paths.
    private static func places(in unit: ReleaseUnit) -> [String: [ChangeSide]] {
        let entries = unit.closure.entries(of: .guardrails)
        let folders = entries.compactMap { entry -> String? in
            let path = entry.file.path
            return ["config.yml", "config.yaml"].first { path == $0 || path.hasSuffix("/" + $0) }
                .map { String(path.dropLast($0.count)) }
        }
        guard !folders.isEmpty else { return [:] }
        var places: [String: [ChangeSide]] = [:]
        for entry in entries {
            let path = entry.file.path
            guard path.hasSuffix(".yml") || path.hasSuffix(".yaml"),
                let folder = folders.filter({ !$0.isEmpty && path.hasPrefix($0) }).max(by: { $0.count < $1.count }),
                let reading = ComponentFormats.recognise(entry.source, category: .guardrails),
                reading.format.name == "nemo-guardrails", let rails = reading.settings?.roots.first?.entry(key)
            else { continue }
            places[folder, default: []].append(
                ChangeSide(NodeText.describe(rails.value), at: .span(entry.source, range: rails.range)))
        }
        return places
    }
}
