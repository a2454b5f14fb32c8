extension Scenario {
    private static let release = "release.yaml"

    private static let vectors = "      - {id: vectors, snapshot: {path: retrieval/vectors.bin}}\n"

    static let retrievalScenarios: [Scenario] = [
        Scenario(
            "a comment in a pointer", .replace("retrieval/articles.dvc", "outs:", "# articles\nouts:"),
            expect: ["retrieval/source-only none"]),
        Scenario(
            "other content", .replace("retrieval/articles.dvc", "50534ba", "60534ba"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "other content in LFS", .replace("retrieval/vectors.bin", "sha256:4d7a", "sha256:5d7a"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "another index", .replace(release, "articles-2026-11", "articles-2026-12"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "another embedding over the old index", .replace(release, "BAAI/bge-m3", "BAAI/bge-m4"),
            expect: ["retrieval/embedding-changed critical"]),
        Scenario(
            "another embedding and a new index", .replace(release, "BAAI/bge-m3", "BAAI/bge-m4"),
            .replace(release, "articles-2026-11", "articles-2026-12"),
            expect: ["retrieval/embedding-changed material", "retrieval/index-changed material"]),
        Scenario("a little deeper", .replace(release, "topK: 6", "topK: 8"), expect: ["retrieval/depth-changed minor"]),
        Scenario(
            "twice as deep", .replace(release, "topK: 6", "topK: 12"), expect: ["retrieval/depth-changed material"]),
        Scenario(
            "other pieces", .replace(release, "size: 400", "size: 200"), expect: ["retrieval/chunking-changed material"]
        ),
        Scenario(
            "a lower score", .replace("retrieval/search.yaml", "0.75", "0.4"),
            expect: ["retrieval/min-score-lowered material"]),
        Scenario(
            "a higher score", .replace("retrieval/search.yaml", "0.75", "0.8"),
            expect: ["retrieval/min-score-raised minor"]),
        Scenario(
            "no filter", .replace("retrieval/search.yaml", "accessFilter: tenant\n", ""),
            expect: ["retrieval/access-filter-removed critical"]),
        Scenario(
            "another ranking", .replace("retrieval/search.yaml", "rerank: none", "rerank: all"),
            expect: ["retrieval/chunking-changed material"]),
        Scenario(
            "an unknown setting", .replace("retrieval/search.yaml", "rerank: none", "rerank: none\nmode: hybrid"),
            expect: ["retrieval/setting-changed material"]),
        Scenario(
            "an index more", .replace(release, "  - {id: search,", "  - {id: web, index: web}\n      - {id: search,"),
            expect: ["retrieval/source-added material"]),
        Scenario(
            "an index less", .replace(release, vectors, ""),
            .delete("retrieval/vectors.bin"),
            expect: ["retrieval/source-removed material"]),
        Scenario(
            "an index that came back",
            adding: [release: (SmallWorld.files[release] ?? "").replacing(vectors, with: "")],
            .replace(release, "      - {id: search,", vectors + "      - {id: search,"),
            expect: ["retrieval/source-added material"]),
    ]
}
