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
        var reader = NameReader(text[...])
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

/// Reads a name from the left.
private struct NameReader {
    var rest: Substring
    private(set) var provider: String?
    private(set) var region: String?
    private(set) var isBedrock = false
    private var arnResource: Substring?

    init(_ text: Substring) { rest = text }

    /// `arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.…`
    mutating func readARN() {
        guard let start = rest.firstRange(of: "arn:aws") else { return }
        let parts = rest[start.lowerBound...].split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[2] == "bedrock" || parts[2] == "sagemaker" else { return }
        provider = String(parts[2])
        region = parts[3].isEmpty ? nil : String(parts[3])
        let resource = parts[5].split(separator: "/", maxSplits: 1)
        arnResource = resource.first
        rest = resource.last ?? parts[5]
    }

    /// `openai/`, `openai:chat:`, `bedrock/converse/us-east-1/`, `openrouter/anthropic/`.
    mutating func readPrefixes() {
        while let separator = rest.firstIndex(where: { $0 == "/" || $0 == ":" }) {
            let prefix = rest[..<separator]
            let after = rest[rest.index(after: separator)...]
            if provider == nil || provider.map(ModelProviders.resellers.contains) ?? false,
                arnResource == nil, let service = ModelProviders.service(prefix, before: rest[separator]),
                !isTag(after, of: service, rest[separator])
            {
                provider = provider ?? service
            } else if provider != nil, ModelProviders.endpointWords.contains(prefix.lowercased()) {
                // Says how the model is called, not which.
            } else if provider == "bedrock", rest[separator] == "/", prefix.contains("-"), !prefix.contains(".") {
                region = String(prefix)
            } else {
                return
            }
            rest = after
        }
    }

    /// `mistral:7b` is a model of a registry, `mistral:mistral-large-latest` one of a provider.
    private func isTag(_ after: Substring, of service: String, _ separator: Character) -> Bool {
        separator == ":" && service == "mistral" && !(after.contains("-") && after.first?.isLetter ?? false)
    }

    /// `projects/p/locations/europe-west4/publishers/google/models/gemini-2.0-flash-001`
    mutating func readResourcePath() {
        let parts = rest.split(separator: "/")
        guard let models = parts.lastIndex(of: "models"), models + 1 < parts.count else { return }
        if let locations = parts.firstIndex(of: "locations"), locations + 1 < models {
            region = String(parts[locations + 1])
            provider = provider ?? "vertex"
        }
        rest = parts[parts.index(after: models)]
    }

    /// `eu.anthropic.claude-…`: the profile's group of regions, then who made the model.
    mutating func readBedrockVendor() {
        var parts = rest.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        var profile: String?
        if parts.count == 3, ModelProviders.bedrockProfiles.contains(parts[0].lowercased()),
            ModelProviders.bedrockVendors.contains(parts[1].lowercased())
        {
            profile = parts[0].lowercased()
            parts = Array(parts.dropFirst())
        }
        guard let vendor = parts.first, parts.count > 1, ModelProviders.bedrockVendors.contains(vendor.lowercased()),
            provider == nil || provider == "bedrock"
        else { return }
        provider = "bedrock"
        isBedrock = true
        region = profile ?? region
        rest = rest[parts[1].startIndex...]
    }

    func kind(hasRow: Bool) -> ModelIdentifier.Kind {
        if let resource = arnResource {
            if resource.contains("prompt-router") { return .router }
            if !isBedrock { return .deployment("the ARN's owner") }
        }
        if let provider, let service = ModelProviders.deployments[provider] { return .deployment(service) }
        if provider == "openrouter", rest == "auto" { return .router }
        if provider == "ollama" { return .registryTag }
        if hasRow || isBedrock { return .named }
        let slashes = rest.filter { $0 == "/" }.count
        let isHub = provider == nil || provider == "huggingface" || provider == "vllm"
        if isHub, slashes == 1, !rest.contains(":") { return .hubRepository }
        if provider == nil, slashes == 0, rest.contains(":") { return .registryTag }
        return .named
    }
}

/// Endings of names.
private enum VersionShapes {
    /// Takes the first shape that fits off the end; false when none does, or nothing would be left.
    static func remove(_ shapes: [String], from name: inout Substring) -> Bool {
        for shape in shapes where name.utf8.count > shape.utf8.count {
            let fits = zip(shape.utf8, name.utf8.suffix(shape.utf8.count)).allSatisfy { expected, byte in
                expected == UInt8(ascii: "0") ? (48...57).contains(byte) : expected == byte
            }
            guard fits else { continue }
            name = name.dropLast(shape.count)
            return true
        }
        return false
    }

    /// `@sha256:…`, or `@` and a commit.
    static func removeDigest(from name: inout Substring) -> Bool {
        guard let at = name.lastIndex(of: "@"), ContentHash.isImmutable(String(name[name.index(after: at)...])) else {
            return false
        }
        name = name[..<at]
        return true
    }

    static func moving(_ parts: [String], in name: Substring) -> String? {
        let name = name.lowercased()
        return parts.first { name.hasSuffix($0) || name.contains($0 + "-") }
    }
}
