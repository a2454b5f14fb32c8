/// Retrieval in the configuration files of several frameworks.
extension Scenario {
    private static let sections = "extra/retrieval/rag.yaml"
    private static let pipeline = "extra/retrieval/pipeline.yaml"
    private static let release = "release.yaml"

    /// A team's own sections around LangChain and LlamaIndex arguments.
    private static let sectionsFile = """
        embedding:
          provider: openai
          model: text-embedding-3-large
          dimensions: 1024
        vector_store:
          provider: qdrant
          collection_name: help-centre-2026-11
        indexing: {chunk_size: 1000, chunk_overlap: 200}
        retrieval:
          search_kwargs: {k: 5, score_threshold: 0.7}
          distance_threshold: 0.4
          filters: {tenant: "{{tenant}}", status: published}
          allowed_groups: [support]
          reranker: {model: cohere/rerank-v3.5, top_n: 3}
        sources:
          - {name: articles, type: s3, uri: "s3://lindholm-help/articles"}
          - {name: wiki, type: confluence, url: "https://wiki.lindholm.internal/space"}
        web_search: false

        """
    /// Haystack's serialised pipeline (docs.haystack.deepset.ai, Serialization).
    private static let pipelineFile = """
        components:
          text_embedder:
            type: haystack.components.embedders.sentence_transformers_text_embedder.SentenceTransformersTextEmbedder
            init_parameters: {model: BAAI/bge-m3}
          retriever:
            type: haystack.components.retrievers.in_memory.embedding_retriever.InMemoryEmbeddingRetriever
            init_parameters: {top_k: 10, filters: null}
          ranker:
            type: haystack.components.rankers.transformers_similarity.TransformersSimilarityRanker
            init_parameters: {model: BAAI/bge-reranker-v2-m3, top_k: 4}
          writer:
            type: haystack_integrations.components.generators.ollama.generator.OllamaGenerator
            init_parameters: {model: llama3.1:8b, generation_kwargs: {top_k: 40}}
        connections:
          - {sender: text_embedder.embedding, receiver: retriever.query_embedding}

        """

    private static func sections(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        Scenario(name, adding: [sections: sectionsFile], .replace(sections, old, new), expect: expected)
    }

    private static func pipeline(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        Scenario(name, adding: [pipeline: pipelineFile], .replace(pipeline, old, new), expect: expected)
    }

    static let retrievalFileScenarios: [Scenario] = [
        sections("another embedding in a section", "3-large", "3-small", "retrieval/embedding-changed critical"),
        Scenario(
            "another embedding in a section, over a new collection", adding: [sections: sectionsFile],
            .replace(sections, "3-large", "3-small"), .replace(sections, "2026-11", "2026-12"),
            expect: ["retrieval/embedding-changed material", "retrieval/index-changed material"]),
        Scenario(
            "another embedding and an unrelated setting", adding: [sections: sectionsFile],
            .replace(sections, "3-large", "3-small"), .replace(sections, "k: 5", "k: 6"),
            expect: ["retrieval/embedding-changed critical", "retrieval/depth-changed minor"]),
        Scenario(
            "another embedding in a file that a component calls its snapshot",
            adding: ["retrieval/search.yaml": "embed_model: bge-m3\nsimilarity_top_k: 5\n"],
            .replace("retrieval/search.yaml", "bge-m3", "bge-m4"), expect: ["retrieval/embedding-changed critical"]),
        sections("fewer numbers a vector", "1024", "512", "retrieval/embedding-changed critical"),
        sections(
            "another collection", "help-centre-2026-11", "help-centre-2026-12", "retrieval/index-changed material"),
        sections(
            "other pieces in a section", "chunk_overlap: 200", "chunk_overlap: 100",
            "retrieval/chunking-changed material"),
        sections("twice as deep in a section", "k: 5", "k: 10", "retrieval/depth-changed material"),
        sections("another reranker", "rerank-v3.5", "rerank-v4.0", "retrieval/chunking-changed material"),
        sections("one passage more behind the reranker", "top_n: 3", "top_n: 4", "retrieval/depth-changed minor"),
        sections(
            "a lower score in a section", "score_threshold: 0.7", "score_threshold: 0.5",
            "retrieval/min-score-lowered material"),
        sections(
            "a longer distance", "distance_threshold: 0.4", "distance_threshold: 0.6",
            "retrieval/min-score-lowered material"),
        sections(
            "a shorter distance", "distance_threshold: 0.4", "distance_threshold: 0.3",
            "retrieval/min-score-raised minor"),
        sections(
            "no filter in a section", "  filters: {tenant: \"{{tenant}}\", status: published}\n", "",
            "retrieval/access-filter-removed critical"),
        sections(
            "an empty filter", "{tenant: \"{{tenant}}\", status: published}", "{}",
            "retrieval/access-filter-removed critical"),
        sections(
            "a condition less", "{tenant: \"{{tenant}}\", status: published}", "{status: published}",
            "retrieval/access-filter-removed critical"),
        sections(
            "a condition more", "status: published}", "status: published, locale: en}",
            "retrieval/access-filter-added material"),
        sections(
            "a filter with other conditions, one of them more", "status: published}", "status: draft, locale: en}",
            "retrieval/access-filter-changed material"),
        sections(
            "nobody but support", "allowed_groups: [support]", "allowed_groups: []",
            "retrieval/access-filter-removed critical"),
        sections("another condition", "status: published", "status: draft", "retrieval/access-filter-changed material"),
        sections("one group more", "[support]", "[support, everybody]", "retrieval/access-filter-removed critical"),
        sections("another group", "[support]", "[sales]", "retrieval/access-filter-changed material"),
        sections(
            "a crawler",
            "sources:\n", "sources:\n  - {name: forum, type: crawler, seed: forum.example.org}\n",
            "retrieval/source-added critical"),
        sections(
            "an address of the web",
            "sources:\n", "sources:\n  - {name: forum, url: \"https://forum.example.org/\"}\n",
            "retrieval/source-added critical"),
        sections(
            "an address of our network",
            "sources:\n", "sources:\n  - {name: files, url: \"http://10.2.3.4/files\"}\n",
            "retrieval/source-added material"),
        sections(
            "a source less",
            "  - {name: wiki, type: confluence, url: \"https://wiki.lindholm.internal/space\"}\n", "",
            "retrieval/source-removed material"),
        sections(
            "a source that became the web", "https://wiki.lindholm.internal", "https://wiki.example.org",
            "retrieval/source-added critical"),
        sections("a search of the web", "web_search: false", "web_search: true", "retrieval/source-added critical"),
        sections(
            "a note on the web", "web_search: false", "web_search: false # https://forum.example.org",
            "retrieval/source-only none"),
        sections("another store", "provider: qdrant", "provider: milvus", "retrieval/setting-changed material"),
        pipeline(
            "another embedder of a pipeline", "model: BAAI/bge-m3", "model: BAAI/bge-m4",
            "retrieval/embedding-changed critical"),
        pipeline("deeper in a pipeline", "top_k: 10", "top_k: 30", "retrieval/depth-changed material"),
        pipeline("another ranker", "bge-reranker-v2-m3", "bge-reranker-v3", "retrieval/chunking-changed material"),
        pipeline(
            "a filter in a pipeline", "filters: null", "filters: {field: meta.tenant, operator: ==, value: x}",
            "retrieval/access-filter-added minor"),
        Scenario(
            "another filter in a pipeline",
            adding: [pipeline: pipelineFile.replacing("filters: null", with: "filters: {tenant: a}")],
            .replace(pipeline, "{tenant: a}", "{tenant: b}"), expect: ["retrieval/access-filter-changed material"]),
        pipeline(
            "how many words a pipeline's model chooses from", "top_k: 40", "top_k: 80",
            "inference/sampling-changed minor"),
        pipeline(
            "a search component",
            "  ranker:\n",
            "  search:\n    type: haystack.components.websearch.serper_dev.SerperDevWebSearch\n    init_parameters: {limit: 5}\n  ranker:\n",
            "retrieval/source-added critical", "retrieval/setting-changed material"),
        pipeline(
            "a joiner",
            "  ranker:\n", "  joiner:\n    type: haystack.components.joiners.DocumentJoiner\n  ranker:\n",
            "retrieval/setting-changed material"),
    ]
}
