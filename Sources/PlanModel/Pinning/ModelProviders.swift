/// Who runs a model, as configurations write it before the model's own name.
enum ModelProviders {
    /// Prefixes, and the service that each stands for (docs.litellm.ai, Providers; genkit.dev, Plugins; promptfoo.dev,
    /// Providers; python.langchain.com, init_chat_model).
    private static let services: [String: String] = [
        "anthropic": "anthropic", "azure": "azure", "azure_ai": "azure", "azureopenai": "azure",
        "azure_openai": "azure",
        "bedrock": "bedrock", "bedrock_converse": "bedrock", "amazon_bedrock": "bedrock", "cerebras": "cerebras",
        "cohere": "cohere", "cohere_chat": "cohere", "deepinfra": "deepinfra",
        "deepseek": "deepseek", "fireworks": "fireworks", "fireworks_ai": "fireworks", "gemini": "google",
        "google": "google", "google_genai": "google", "googleai": "google", "groq": "groq",
        "hosted_vllm": "vllm", "huggingface": "huggingface", "litellm_proxy": "litellm_proxy", "mistral": "mistral",
        "mistralai": "mistral", "nvidia_nim": "nvidia", "ollama": "ollama", "ollama_chat": "ollama",
        "openai": "openai", "openrouter": "openrouter", "perplexity": "perplexity", "replicate": "replicate",
        "sagemaker": "sagemaker", "sagemaker_chat": "sagemaker", "together": "together", "together_ai": "together",
        "vertex": "vertex", "vertex_ai": "vertex", "vertexai": "vertex", "vllm": "vllm", "watsonx": "watsonx",
        "xai": "xai",
    ]

    /// Prefixes that are providers before a colon, and organisations of huggingface.co before a slash.
    private static let organisations: Set<String> = ["google", "mistralai"]

    /// Services that run other vendors' models, whose own prefix may follow.
    static let resellers: Set<String> = ["openrouter", "litellm_proxy", "bedrock", "vertex", "azure"]

    /// Services where a caller names a deployment of its own.
    static let deployments: [String: String] = ["azure": "Azure", "sagemaker": "SageMaker"]

    /// First parts of Amazon Bedrock's model ids (docs.aws.amazon.com, Bedrock, Supported foundation models).
    static let bedrockVendors: Set<String> = [
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "luma", "meta", "minimax", "mistral", "moonshot",
        "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "zai",
    ]

    /// Prefixes of inference profiles that stand for a group of regions (docs.aws.amazon.com, Bedrock, Supported
    /// Regions and models for inference profiles).
    static let bedrockProfiles: Set<String> = ["apac", "au", "ca", "eu", "global", "jp", "us", "us-gov"]

    /// Words that promptfoo puts between provider and model.
    static let endpointWords: Set<String> = [
        "chat", "completion", "converse", "embedding", "embeddings", "invoke", "messages", "responses",
    ]

    /// The service that `prefix` stands for before `/` or `:`.
    static func service(_ prefix: Substring, before separator: Character) -> String? {
        let prefix = prefix.lowercased()
        return separator == "/" && organisations.contains(prefix) ? nil : services[prefix]
    }
}
