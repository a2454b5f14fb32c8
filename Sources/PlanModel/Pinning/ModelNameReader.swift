/// Reads a model's name from the left: what stands before the name itself says who runs it and where.
struct ModelNameReader {
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
