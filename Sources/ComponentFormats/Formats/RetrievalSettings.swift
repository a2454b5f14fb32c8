import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file that says how content is collected, cut, embedded and looked up, under the names of LlamaIndex,
/// LangChain, Haystack and the vector stores. Such files nest as their team likes, so that a key counts wherever it
/// stands.
enum RetrievalSettings: ComponentFormat {

    package static let description = FormatDescription(
        "retrieval settings",
        files: "YAML or JSON among the retrieval files with keys of LlamaIndex, LangChain, Haystack or vector stores",
        source: "their API references")

    private static let keys: [(names: [String], meaning: SettingMeaning)] = [
        (
            [
                "index", "indexName", "index_name", "collection", "collectionName", "collection_name", "namespace",
                "index_persist_dir", "persist_dir", "knowledgeBaseId", "knowledge_base_id", "table_name",
            ], .indexName
        ),
        (
            [
                "dimensions", "embed_model", "embedModel", "embedder", "embedding", "embeddingModel", "embedding_dim",
                "embedding_dimension", "embedding_model", "embeddings",
            ], .embedding
        ),
        (
            [
                "chunkOverlap", "chunkSize", "chunk_overlap", "chunk_size", "chunking", "node_parser", "separators",
                "split_by", "split_length", "split_overlap", "splitter", "text_splitter",
                // What comes after the search: the same passages in another order, or fewer of them.
                "rerank", "rerank_model", "reranker", "reranker_model", "reranking",
            ], .chunking
        ),
        (
            [
                "fetch_k", "k", "numberOfResults", "number_of_results", "similarityTopK", "similarity_top_k", "topK",
                "topN", "top_k", "top_n",
            ], .depth
        ),
        (
            [
                "distance_threshold", "max_distance", "minScore", "min_score", "min_similarity", "relevance_threshold",
                "scoreThreshold", "score_threshold", "similarityCutoff", "similarity_cutoff", "similarity_threshold",
                "strictness",
            ], .minimumScore
        ),
        (["description", "comment"], .note),
    ]

    /// Compared as one value each, because adding a condition and adding an allowed reader move in opposite directions.
    private static let filterKeys = [
        "accessFilter", "access_filter", "acl", "allowed_groups", "allowed_roles", "allowed_tenants", "filter",
        "filters", "metadata_filters", "preFilters", "pre_filter", "pre_filters", "security_filter", "tenant_filter",
        "where",
    ]

    /// Lists, or mappings by name, of what is read into the index or at the time of a question.
    private static let sourceKeys = [
        "connectors", "dataSources", "data_sources", "loaders", "readers", "seedUrls", "seed_urls", "sitemaps",
        "sources", "start_urls", "urls",
    ]
    /// Where a source is, and what reads it.
    private static let addressKeys = ["base_url", "class", "kind", "seed", "start_url", "type", "uri", "url"]
    private static let rerankers = ["rerank", "reranker", "reranking"]
    private static let webKeys = ["enable_web_search", "use_web_search", "webSearch", "web_search"]

    /// Names that Haystack pipelines give to components that embed, cut and rank; their settings are `init_parameters`.
    private static let haystackComponents: [(names: [String], meaning: SettingMeaning)] = [
        (["document_embedder", "embedder", "query_embedder", "text_embedder"], .embedding),
        (["document_splitter", "ranker", "splitter"], .chunking),
    ]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "name", "url", "uri", "path", "type"], makeRows())

    private static func makeRows() -> [SettingVocabulary.Row] {
        var rows: [SettingVocabulary.Row] = keys.flatMap { entry in
            entry.names.flatMap { name -> [SettingVocabulary.Row] in
                let inner = ["", ".*", "[]", ".*.*", "[].*"]
                return (entry.meaning == .note || entry.meaning == .depth ? [""] : inner).map {
                    .init(name + $0, entry.meaning)
                }
            }
        }
        rows += filterKeys.map { .init($0, .accessFilter, isWhole: true) }
        rows += sourceKeys.flatMap { name -> [SettingVocabulary.Row] in
            ["[]", ".*", ".*[]"].map { .init(name + $0, .retrievalSource) }
                + addressKeys.flatMap { key in ["[].\(key)", ".*.\(key)"].map { .init(name + $0, .retrievalSource) } }
        }
        rows += rerankers.flatMap { name in
            ["topN", "top_k", "top_n"].map { .init("\(name).\($0)", .depth) }
        }
        rows += webKeys.map { .init($0, .webAccess) }
        rows += haystackComponents.flatMap { entry in
            entry.names.flatMap { name -> [SettingVocabulary.Row] in
                ["type", "init_parameters.*", "init_parameters.*.*"].map { .init("\(name).\($0)", entry.meaning) }
            }
        }
        rows += [
            .init("/components.*.type", .retrievalComponent),
            .init("ranker.init_parameters.top_k", .depth),
        ]
        // What a pipeline's generator passes on to its model (docs.haystack.deepset.ai, Generators): `top_k` is there the
        // number of words to draw from.
        rows += InferenceSettings.rows(below: "generation_kwargs")
        return rows
    }

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .retrieval, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping,
            settings.contains(where: { $0 != .note })
        else { return nil }
        return ComponentReading(FormatIdentity("retrieval-settings", .signature), settings: settings)
    }
}
