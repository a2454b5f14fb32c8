import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file that says how content is cut, embedded and looked up.
enum RetrievalSettings: ComponentFormat {
    private static let keys: [(names: [String], meaning: SettingMeaning)] = [
        (["index", "indexName", "index_name", "collection"], .indexName),
        (["embedding", "embeddingModel", "embedding_model", "embeddings"], .embedding),
        (["chunking", "chunkSize", "chunk_size", "chunkOverlap", "chunk_overlap", "reranker"], .chunking),
        (["topK", "top_k", "similarity_top_k"], .depth),
        (["minScore", "min_score", "scoreThreshold", "score_threshold", "similarity_cutoff"], .minimumScore),
        (["accessFilter", "access_filter", "filter", "filters"], .accessFilter),
        (["description", "comment"], .note),
    ]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "name"],
        keys.flatMap { entry in
            entry.names.flatMap { name -> [SettingVocabulary.Row] in
                let own = SettingVocabulary.Row("/\(name)", entry.meaning)
                return [own, .init("/\(name).**", entry.meaning), .init("/\(name)[]", entry.meaning)]
            }
        })

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .retrieval, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file.source, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let known = Set(keys.filter { $0.meaning != .note }.flatMap(\.names))
        guard root.entries.contains(where: { known.contains($0.key.text) }) else { return nil }
        return ComponentReading(FormatIdentity("retrieval-settings", .signature), settings: settings)
    }
}
