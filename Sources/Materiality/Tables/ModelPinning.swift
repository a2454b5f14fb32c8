/// How providers write a version that does not change. A row is the shape of a name's end; source in the comment.
enum ModelPinning {
    enum Ending {
        /// `-2025-04-14`
        case date
        /// `-20250514`
        case compactDate
        /// `@20240620`
        case compactDateAfterAt
        /// `-001`
        case threeDigits
        /// `@sha256:…`, or `@` and a commit
        case digest
    }

    /// OpenAI, "Models": dated snapshots. Anthropic, "Models overview": compact dates. Vertex AI, "Model versions":
    /// `@` with a compact date and three digits. OCI and Hugging Face: digests and commits.
    static let pinnedEndings: [Ending] = [.date, .compactDate, .compactDateAfterAt, .threeDigits, .digest]

    /// Endings that say that a name moves: Anthropic `-latest`, Google `-latest`, `-preview`, `-exp`; LangSmith and
    /// container tags `:latest`.
    static let movingEndings = ["-latest", "-preview", "-exp", "-experimental", ":latest", "@latest", "@main"]

    /// Families whose undated names are aliases that the provider moves. OpenAI, "Models": every family so far.
    /// Anthropic, "Models overview": up to Claude 4.5; later undated names do not move. Vertex AI, "Model versions": up
    /// to Gemini 2.0.
    static let undatedAliases = [
        "gpt-", "chatgpt-", "o1", "o3", "o4-", "claude-2", "claude-3", "claude-instant", "claude-opus-4-0",
        "claude-opus-4-1", "claude-opus-4-5", "claude-sonnet-4-0", "claude-sonnet-4-5", "claude-haiku-4-5", "gemini-1.",
        "gemini-2.0",
    ]

    /// Providers that routers and dotprompt put before the model's own name (docs.litellm.ai, "Providers"; genkit.dev,
    /// "Plugins"). An organisation of Hugging Face is none.
    static let providerPrefixes: Set<String> = [
        "anthropic", "azure", "azure_ai", "bedrock", "cohere", "deepseek", "fireworks_ai", "gemini", "googleai", "groq",
        "huggingface", "mistral", "ollama", "openai", "openrouter", "replicate", "sagemaker", "together_ai",
        "vertex_ai",
        "vertexai", "vllm", "watsonx", "xai",
    ]

    /// A full git commit: 40 hexadecimal digits (64 for SHA-256 repositories).
    static func isCommit(_ text: String) -> Bool {
        (text.utf8.count == 40 || text.utf8.count == 64) && text.utf8.allSatisfy(isLowercaseHexadecimal)
    }

    static func isLowercaseHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (97...102).contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// A model's name, taken apart.
struct ModelName {
    /// `openai` in `openai/gpt-4.1-2025-04-14`.
    let provider: String?
    /// The name without its version.
    let family: String
    let isPinned: Bool
    /// True when the name says itself that it moves, or its provider says so of the family.
    let isKnownAlias: Bool

    init(_ name: String) {
        var rest = name[...]
        let prefix = rest.prefix { $0 != "/" }
        if prefix.count < rest.count, ModelPinning.providerPrefixes.contains(prefix.lowercased()) {
            provider = prefix.lowercased()
            rest = rest.dropFirst(prefix.count + 1)
        } else {
            provider = nil
        }
        if let ending = ModelPinning.movingEndings.first(where: { rest.hasSuffix($0) }) {
            family = String(rest.dropLast(ending.count))
            isPinned = false
            isKnownAlias = true
            return
        }
        let length = ModelPinning.pinnedEndings.lazy.compactMap { Self.length(of: $0, in: rest) }.first
        family = String(rest.dropLast(length ?? 0))
        isPinned = length != nil
        isKnownAlias = length == nil && ModelPinning.undatedAliases.contains { rest.hasPrefix($0) }
    }

    /// How many characters of a name are an ending of that shape.
    private static func length(of ending: ModelPinning.Ending, in name: Substring) -> Int? {
        let bytes = Array(name.utf8)
        func fits(_ shape: String) -> Bool {
            guard bytes.count > shape.utf8.count else { return false }
            return zip(shape.utf8, bytes.suffix(shape.utf8.count)).allSatisfy { expected, byte in
                expected == UInt8(ascii: "0") ? ModelPinning.isDigit(byte) : expected == byte
            }
        }
        switch ending {
        case .date: return fits("-0000-00-00") ? 11 : nil
        case .compactDate: return fits("-00000000") ? 9 : nil
        case .compactDateAfterAt: return fits("@00000000") ? 9 : nil
        case .threeDigits: return fits("-000") ? 4 : nil
        case .digest:
            guard let at = name.lastIndex(of: "@") else { return nil }
            let digest = name[name.index(after: at)...]
            let hexadecimal = digest.hasPrefix("sha256:") ? digest.dropFirst(7) : digest
            return ModelPinning.isCommit(String(hexadecimal)) ? digest.count + 1 : nil
        }
    }
}

/// The parts of an endpoint that say where data goes.
struct Endpoint {
    /// Parts of host names that name a region or a group of regions (Amazon Bedrock, "Cross-region inference"; OpenAI,
    /// "Data residency"; Google Cloud and Azure regions).
    private static let regions = ["eu", "us", "apac", "jp", "au", "ca", "uk", "europe", "asia"]

    let host: String
    let region: String?
    let isGlobal: Bool

    init(_ uri: String) {
        let scheme = uri.prefix { $0 != ":" && $0 != "/" }
        let rest = uri.dropFirst(scheme.count)
        let authority =
            rest.hasPrefix("://") ? rest.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" } : uri[...]
        host = authority.lowercased()
        let labels = host.split { $0 == "." || $0 == "-" || $0 == ":" }.map(String.init)
        region = labels.first(where: Self.regions.contains)
        isGlobal = labels.contains("global")
    }
}
