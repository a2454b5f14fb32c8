/// How one vendor names versions of its models. The rows are the table behind every answer on pinning; each names
/// where its rule was read.
package struct ModelNaming: Sendable {
    /// What a name without a version stands for.
    package enum Undated: Sendable { case pinned, alias, unknown }

    /// As sentences name it.
    package let vendor: String
    /// Whose service answers to the bare name; nil where many do.
    package let provider: String?
    /// Starts of names, in lower case.
    let starts: [String]
    /// Shapes of endings that make a name one version: `0` stands for a digit, anything else for itself.
    let versions: [String]
    /// Parts of names that say that the name moves. They end the name or stand before a `-`.
    let moving: [String]
    private let undated: Undated
    /// From this generation on a name without a version is one; nil where all generations are alike.
    private let pinnedFrom: (major: Int, minor: Int)?
    package let source: String

    private init(
        _ vendor: String, provider: String? = nil, _ starts: [String], versions: [String] = [], moving: [String] = [],
        undated: Undated, pinnedFrom: (major: Int, minor: Int)? = nil, source: String
    ) {
        self.vendor = vendor
        self.provider = provider
        self.starts = starts
        self.versions = versions
        self.moving = moving
        self.undated = undated
        self.pinnedFrom = pinnedFrom
        self.source = source
    }

    /// Beginnings of names, for the reference page; empty for every name.
    package var startsInWords: [String] { starts.filter { !$0.isEmpty } }

    /// Endings that make a name one version, for the reference page: `0` stands for any digit.
    package var versionsInWords: [String] { versions }

    /// Parts that say that a name moves, for the reference page.
    package var movingInWords: [String] { moving }

    /// What a name without such an ending is, for the reference page.
    package var undatedInWords: String {
        let plain =
            switch undated {
            case .pinned: "one version"
            case .alias: "moves"
            case .unknown: "not known"
            }
        return pinnedFrom.map { "\(plain) before generation \($0.major).\($0.minor), one version from there on" }
            ?? plain
    }

    /// The first row with a fitting start counts.
    package static let rows = [
        ModelNaming(
            "OpenAI", provider: "openai", ["ft:"], undated: .pinned,
            source: "platform.openai.com, Fine-tuning: a fine-tuned model's name ends in the id of its job"),
        ModelNaming(
            "OpenAI", ["gpt-oss"], undated: .unknown,
            source: "huggingface.co, openai: open weights, which many services run under this name"),
        ModelNaming(
            "OpenAI", provider: "openai", ["text-embedding-3", "text-embedding-ada", "whisper-", "tts-", "dall-e"],
            versions: ["-000", "-0000-00-00"], undated: .unknown,
            source: "platform.openai.com, Models: no dated snapshots are listed for these"),
        ModelNaming(
            "OpenAI", provider: "openai",
            [
                "gpt-", "chatgpt-", "o1", "o3", "o4-", "codex-", "computer-use-preview", "omni-moderation",
            ],
            versions: ["-0000-00-00", "-0000", "-0000-preview"], moving: ["-latest", "-preview"], undated: .alias,
            source: "platform.openai.com, Models: dated snapshots; an undated name is an alias of one of them"),
        ModelNaming(
            "Anthropic", provider: "anthropic", ["claude-2.", "claude-instant-1."], undated: .pinned,
            source: "docs.anthropic.com, Model deprecations: the minor number is the version"),
        ModelNaming(
            "Anthropic", provider: "anthropic", ["claude-"], versions: ["-00000000", "@00000000"],
            moving: ["-latest", "-preview", "@default", "@latest"], undated: .alias, pinnedFrom: (4, 6),
            source: "platform.claude.com, Model IDs and versioning: dateless ids are pinned from the 4.6 generation on"),
        ModelNaming(
            "Google", provider: "google", ["gemini-", "learnlm-"], versions: ["-000"],
            moving: ["-latest", "-preview", "-exp", "-experimental"], undated: .alias, pinnedFrom: (2, 5),
            source:
                "cloud.google.com, Vertex AI, Model versions and lifecycle: three digits are a stable version, with an "
                + "auto-updated alias up to 2.0; ai.google.dev, Gemini models, Model version name patterns: previews are "
                + "replaced, dated ones too (release notes of May 2025: 03-25 was pointed to 05-06)"),
        ModelNaming(
            "Google", provider: "google",
            [
                "text-embedding-0", "text-multilingual-embedding-", "textembedding-gecko", "multimodalembedding",
                "imagen-",
            ],
            versions: ["-000", "@000"], moving: ["@latest", "-preview", "-latest"], undated: .alias,
            source: "cloud.google.com, Vertex AI, Model versions and lifecycle: three digits are a stable version"),
        ModelNaming(
            "Mistral", provider: "mistral",
            [
                "mistral-", "open-mistral", "open-mixtral", "open-codestral", "codestral-", "ministral-", "pixtral-",
                "magistral-", "devstral-", "voxtral-",
            ],
            versions: ["-0000"], moving: ["-latest"], undated: .alias,
            source: "docs.mistral.ai, Models: two digits of the year and two of the month; -latest and bare names move"),
        ModelNaming(
            "Cohere", provider: "cohere", ["command", "c4ai-"], versions: ["-00-0000"],
            moving: ["-nightly", "-latest"], undated: .alias,
            source:
                "docs.cohere.com, Command R Model: month and year; a bare name is an alias of one of them, as command-r is "
                + "of command-r-03-2024"),
        ModelNaming(
            "Cohere", provider: "cohere", ["embed-", "rerank-"], versions: ["-v0.0"], moving: ["-latest"],
            undated: .alias, source: "docs.cohere.com, Models: the number after -v is the version"),
        ModelNaming(
            "xAI", provider: "xai", ["grok-"], versions: ["-0000"], moving: ["-latest", "-beta"], undated: .alias,
            source: "docs.x.ai, Models, Model aliases: a bare name is the latest stable version, a date one release"),
        ModelNaming(
            "DeepSeek", provider: "deepseek", ["deepseek-chat", "deepseek-reasoner"], undated: .alias,
            source: "api-docs.deepseek.com, Change log: both names were moved to V3.1, V3.1-Terminus and V3.2 in turn"),
    ]

    /// For names of no vendor that we know.
    package static let anyVendor = ModelNaming(
        "the provider", [""],
        versions: ["-0000-00-00", "-00000000", "@00000000", "-000", "@000"],
        moving: ["-latest", ":latest", "@latest", "@main", "-preview", "-exp", "-experimental", "-nightly"],
        undated: .unknown, source: "convention: a date or a number of three digits is a version, these words move")

    /// Amazon Bedrock's own ids end in a version; since Claude Sonnet 4.6 some are the version without one.
    package static let bedrock = ModelNaming(
        "Amazon Bedrock", provider: "bedrock", [""], versions: ["-v0:0", "-v0"], undated: .pinned,
        source:
            "docs.aws.amazon.com, Bedrock, Supported foundation models; platform.claude.com, Model IDs and versioning")

    static func row(for name: String) -> ModelNaming? {
        rows.first { row in row.starts.contains { name.hasPrefix($0) } }
    }

    /// What a name without a version stands for.
    func undated(of name: String) -> Undated {
        guard let pinnedFrom else { return undated }
        // `claude-opus-4-6`, `claude-3-5-sonnet`, `gemini-2.5-flash`: the first number and the one behind it.
        let parts = name.split { $0 == "-" || $0 == "." }.map { Int($0) }
        guard let first = parts.firstIndex(where: { $0 != nil }), let generation = parts[first] else { return undated }
        let next = (first + 1 < parts.count ? parts[first + 1] : nil) ?? 0
        return (generation, next) >= pinnedFrom ? .pinned : undated
    }
}
