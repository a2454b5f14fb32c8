package import PlanModel
package import SourceText

package enum ExternalArtifactUnpinned: SnapshotRule {
    package static let description = RuleDescription(
        "PKG-005", "external-artifact-unpinned", .error, .authoring,
        summary: "Weights and index content outside the repository have a digest, or an address or revision that no "
            + "later upload can change; where the provider gives none, a model says what was `observed`. For tier high, "
            + "content behind a `.dvc` file needs a SHA-256 as well, because DVC names it by MD5.",
        why:
            "Git has every byte inside the repository. Of what is outside, the package knows only what it says about it.",
        requirements: ["S32", "S35"],
        failing: """
            snapshot: {uri: "s3://knowledge/latest"}
            """,
        passing: """
            snapshot:
              uri: s3://knowledge/2026-08-20
              digest: {sha256: 5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) throws -> [Finding] {
        try snapshot.documents.of(ReleasePackage.self).flatMap { package -> [Finding] in
            let system = package.systemName.flatMap { snapshot.documents.named($0, AISystem.self) }
            let weights = package.components.items(.model).compactMap(checkModel)
            let contents = try package.components.items(.retrieval).compactMap { item in
                try check(item.fields.mapping("snapshot"), isTierHigh: system?.riskTier?.value == .high, in: snapshot)
            }
            return weights + contents
        }
    }

    /// A hosted model is known by its name (PKG-004); its `uri` is an endpoint.
    private static func checkModel(_ item: ComponentItem) -> Finding? {
        let source = item.fields.mapping("source")
        guard source.string("kind")?.value == "weights", let uri = source.string("uri"),
            !source.mapping("digest").isPresent, !isImmutable(uri.value),
            !ContentHash.isImmutable(item.fields.text("revision")?.value ?? ""),
            !item.fields.mapping("observed").has("fingerprint")
        else { return nil }
        return finding(
            at: uri.location, field: uri.field,
            "the weights at \(uri.value) have neither a digest nor an immutable revision",
            mend:
                "Add `digest: {sha256: …}` to the source, or a full commit as the revision; where neither can be had, "
                + "record under `observed` what the model says of itself.")
    }

    private static func check(_ content: Fields, isTierHigh: Bool, in snapshot: Snapshot) throws -> Finding? {
        guard !content.mapping("digest").isPresent else { return nil }
        if let uri = content.string("uri"), !isImmutable(uri.value) {
            return finding(
                at: uri.location, field: uri.field, "\(uri.value) has neither a digest nor an immutable version",
                mend: "Add `digest: {sha256: …}`, or keep a pointer to the content (`.dvc`, Git LFS) in the repository."
            )
        }
        guard isTierHigh, let path = content.string("path"),
            let pointer = try snapshot.files.matching(PathPattern(path.value)).first(where: {
                $0.path.hasSuffix(".dvc")
            })
        else { return nil }
        return finding(
            at: path.location, field: path.field,
            "\(pointer.path) names its content by MD5, and a system of tier high needs its SHA-256",
            mend: "Add `digest: {sha256: …}` beside the path.")
    }

    /// True for an address that carries a digest, a full commit, or the version of an object in a versioned bucket
    /// (Amazon S3, "GetObject": `versionId`; Google Cloud Storage, "Object versioning": `#` and a generation).
    private static func isImmutable(_ uri: String) -> Bool {
        let parts = uri.split { "/@?&#".contains($0) }
        if parts.contains(where: { ContentHash.isImmutable(String($0)) }) { return true }
        if parts.contains(where: { $0.hasPrefix("versionId=") && $0.count > "versionId=".count }) { return true }
        guard uri.hasPrefix("gs://"), let generation = uri.split(separator: "#").dropFirst().last else { return false }
        return !generation.isEmpty && generation.allSatisfy(\.isNumber)
    }
}
