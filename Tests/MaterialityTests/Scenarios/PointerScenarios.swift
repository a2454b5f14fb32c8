/// Files that stand for content elsewhere.
extension Scenario {
    private static let articles = "retrieval/articles.dvc"
    private static let vectors = "retrieval/vectors.bin"
    private static let oid = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
    private static let imported = "extra/retrieval/prices.dvc"
    private static let lock = "extra/retrieval/dvc.lock"

    /// What `dvc import` writes (dvc.org, ".dvc files").
    private static let importFile = """
        md5: 8b3f2c3e9a1d4f5b6c7d8e9f00112233
        frozen: true
        deps:
        - path: prices.csv
          repo:
            url: https://git.example.org/data
            rev: main
            rev_lock: 0e9e39f249a16976918f6564b8830bc894c89659
        outs:
        - md5: a304afb96060aad90176268345e10355
          size: 4711
          hash: md5
          path: prices.csv

        """
    private static let lockFile = """
        schema: '2.0'
        stages:
          embed:
            cmd: python embed.py --size 400
            deps:
            - path: articles
              hash: md5
              md5: 50534ba335ecf2b3a797a259307e4ccf.dir
              size: 18734112
              nfiles: 412
            params:
              params.yaml:
                embed.size: 400
            outs:
            - path: index.faiss
              hash: md5
              md5: a304afb96060aad90176268345e10355
              size: 4711

        """

    static let pointerScenarios: [Scenario] = [
        Scenario(
            "other content of another size", .replace(articles, "50534ba", "60534ba"),
            .replace(articles, "18734112", "18734190"), expect: ["retrieval/index-changed material"]),
        Scenario(
            "a size without other content", .replace(articles, "18734112", "18734190"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "a description of data", .replace(articles, "  path:", "  desc: The articles.\n  path:"),
            expect: ["retrieval/source-only none"]),
        Scenario(
            "data that is pushed no more", .replace(articles, "  path:", "  push: false\n  path:"),
            expect: ["retrieval/setting-changed material"]),
        Scenario(
            "a pointer without outs", .write(articles, "wdir: ..\n"), expect: ["retrieval/opaque-changed material"]),
        Scenario(
            "a pointer without a digest",
            .replace(articles, "- md5: 50534ba335ecf2b3a797a259307e4ccf.dir\n  size", "- size"),
            expect: ["retrieval/opaque-changed material"]),
        Scenario(
            "data of another commit", adding: [imported: importFile], .replace(imported, "0e9e39f2", "1e9e39f2"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "data of another repository", adding: [imported: importFile],
            .replace(imported, "git.example.org/data", "git.example.org/other"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "what a pipeline made", adding: [lock: lockFile], .replace(lock, "a304afb9", "b304afb9"),
            .replace(lock, "4711", "4712"), expect: ["retrieval/index-changed material"]),
        Scenario(
            "another size of what a pipeline made", adding: [lock: lockFile], .replace(lock, "4711", "4712"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "how a pipeline makes it", adding: [lock: lockFile], .replace(lock, "size 400", "size 500"),
            .replace(lock, "embed.size: 400", "embed.size: 500"),
            expect: ["retrieval/setting-changed material", "retrieval/setting-changed material"]),
        Scenario(
            "a lock in another order", adding: [lock: lockFile],
            .replace(lock, "schema: '2.0'\n", ""), .replace(lock, "size: 4711\n", "size: 4711\nschema: '2.0'\n"),
            expect: ["retrieval/source-only none"]),
        Scenario(
            "an oid that is none", .replace(vectors, "oid sha256:4d7a", "oid sha256:4d7"),
            expect: ["retrieval/opaque-changed material"]),
        Scenario(
            "keys that are not sorted",
            .write(vectors, "version https://git-lfs.github.com/spec/v1\nsize 12345\noid sha256:\(oid)\n"),
            expect: ["retrieval/opaque-changed material"]),
        Scenario(
            "a size that is no number", .replace(vectors, "size 12345", "size 12 KB"),
            expect: ["retrieval/opaque-changed material"]),
        Scenario(
            "the address of an early version", .replace(vectors, "git-lfs.github.com", "hawser.github.com"),
            expect: ["retrieval/source-only none"]),
        Scenario(
            "a filter before the content", .replace(vectors, "oid", "ext-0-strip sha256:\(oid)\noid"),
            expect: ["retrieval/index-changed material"]),
        Scenario(
            "another embedding and a comment in the pointer", .replace("release.yaml", "BAAI/bge-m3", "BAAI/bge-m4"),
            .replace(articles, "outs:", "# articles\nouts:"),
            expect: ["retrieval/embedding-changed critical", "retrieval/source-only none"]),
        Scenario(
            "another embedding and other content", .replace("release.yaml", "BAAI/bge-m3", "BAAI/bge-m4"),
            .replace(articles, "50534ba", "60534ba"),
            expect: ["retrieval/embedding-changed material", "retrieval/index-changed material"]),
    ]
}
