/// A model's name as a configuration writes it, taken apart: who runs it, where, which model, which version.
package struct ModelIdentifier: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A model under its vendor's name.
        case named
        /// `organisation/name` on huggingface.co.
        case hubRepository
        /// `name:tag` of a registry such as Ollama's.
        case registryTag
        /// A name that the caller gave to a deployment; with the service.
        case deployment(String)
        /// Something that picks a model for each request.
        case router
    }

    package let kind: Kind
    /// The service that the name says, such as `bedrock`; nil when it says none.
    package let provider: String?
    /// Group of regions or region that the name says: `eu`, `global`, `us-east-1`.
    package let region: String?
    /// The model's own name, without provider and region, as written.
    package let name: String
    /// The name without its version.
    package let family: String
    /// True when the name ends in a version that does not change.
    package let hasVersion: Bool
    /// The part of the name that says that it moves, such as `-latest`.
    package let movingPart: String?
    /// The row of the table that the name falls under; nil for names of no known vendor.
    package let naming: ModelNaming?
    let undated: ModelNaming.Undated

    /// The service that answers to the name: the one it says, or its vendor's own.
    package var service: String? { provider ?? naming?.provider }

    package init(_ text: String) {
        var reader = ModelNameReader(text[...])
        reader.readARN()
        reader.readPrefixes()
        reader.readResourcePath()
        reader.readBedrockVendor()
        provider = reader.provider
        region = reader.region
        name = String(reader.rest)

        let row = ModelNaming.row(for: reader.rest.lowercased())
        naming = row ?? (reader.isBedrock ? .bedrock : nil)
        kind = reader.kind(hasRow: row != nil)

        var rest = reader.rest
        var found = false
        if reader.isBedrock {
            // `:0:200k` names the same version with another context window.
            if let window = rest.firstRange(of: ":0:") { rest = rest[..<window.lowerBound] + ":0" }
            found = VersionShapes.remove(ModelNaming.bedrock.versions, from: &rest)
        }
        let rules = row ?? .anyVendor
        // A deployment is often called after its version, which says what was meant, not what is behind it.
        let isPlain = kind != .hubRepository && kind != .registryTag
        let moving = isPlain ? VersionShapes.moving(rules.moving, in: rest) : nil
        // A dated preview may be a version with one vendor, and move with another: shapes are asked first.
        if VersionShapes.removeDigest(from: &rest) || (isPlain && VersionShapes.remove(rules.versions, from: &rest)) {
            found = true
        }
        movingPart = found ? nil : moving
        if let part = movingPart, let range = rest.firstRange(of: part) { rest = rest[..<range.lowerBound] }
        family = String(rest)
        hasVersion = found
        undated = reader.isBedrock ? .pinned : rules.undated(of: rest.lowercased())
    }
}
