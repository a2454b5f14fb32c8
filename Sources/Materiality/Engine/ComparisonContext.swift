import ComponentFormats
import PackageContents
import PlanModel
import SourceText
import YAMLDocuments

/// Both sides, for rules that look beyond one value.
struct ComparisonContext {
    let base: ReleaseUnit
    let head: ReleaseUnit
    /// Who asks for what by name, on each side.
    let baseNames: NameReferences
    let headNames: NameReferences

    init(base: ReleaseUnit, head: ReleaseUnit) {
        self.base = base
        self.head = head
        baseNames = NameReferences(base)
        headNames = NameReferences(head)
    }

    /// True when the items of a retrieval id name another index or other content than before.
    func isIndexRebuilt(_ id: String) -> Bool {
        let (old, new) = (indexContent(id, in: base), indexContent(id, in: head))
        return old != new
    }

    /// True when a model of either side comes from this third party.
    func runsModel(_ thirdParty: String?) -> Bool {
        [base, head].contains { runsModel(thirdParty, in: $0) }
    }

    func baseRunsModel(_ thirdParty: String) -> Bool { runsModel(thirdParty, in: base) }

    private func runsModel(_ thirdParty: String?, in unit: ReleaseUnit) -> Bool {
        unit.closure.package.components.items(.model).contains { item in
            item.fields.mapping("source").text("thirdParty")?.value == thirdParty
        }
    }

    /// What the index of an item is made of: its name, and the digest or bytes of its snapshot.
    private func indexContent(_ id: String, in unit: ReleaseUnit) -> [String] {
        let items = unit.closure.package.components.items(.retrieval).filter { $0.id?.value == id }
        if items.isEmpty {
            // A file that only a governed path names is its own subject.
            return unit.closure.entries.filter { $0.file.path == id }.flatMap { content(of: $0.source, .retrieval) }
        }
        return items.flatMap { item -> [String] in
            let snapshot = item.fields.mapping("snapshot")
            let files = snapshot.string("path").map { path in
                unit.closure.entries.filter { PathPattern(path.value).matches($0.file.path) }
            }
            return [item.fields.text("index")?.value ?? "", snapshot.text("uri")?.value ?? ""]
                + (snapshot.raw("digest")?.entries.map(\.value.text) ?? [])
                + (files ?? []).flatMap { content(of: $0.source, .retrieval) }
        }
    }

    /// A pointer is what it points to, however it is written; settings are the index that they name; any other file is
    /// its bytes.
    private func content(of source: SourceFile, _ category: ComponentCategory) -> [String] {
        guard let reading = ComponentFormats.recognise(source, category: category), reading.defects.isEmpty else {
            return [ContentDigest.sha256(source.bytes)]
        }
        if !reading.contentDigests.isEmpty { return reading.contentDigests }
        return reading.settings?.texts(of: .indexName) ?? [ContentDigest.sha256(source.bytes)]
    }
}
