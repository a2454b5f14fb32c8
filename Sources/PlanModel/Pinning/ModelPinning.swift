/// Whether a model's name can come to mean another version without anybody changing the name.
package struct ModelPinning: Sendable, Equatable {
    package enum State: String, Sendable {
        /// The name, or name and revision, stand for one version for as long as it is served.
        case pinned
        /// Somebody else decides which version answers.
        case floating
        /// No naming rule that we know says so. A gate treats it like `floating`, and says that it is not known.
        case unknown
    }

    package let state: State
    /// Part of a sentence, such as `OpenAI moves the undated name "gpt-4o" to later versions`.
    package let why: String
    /// What would pin it, to follow "Pin it to": `gpt-4o-2024-08-06`, or `a full commit as its revision`. A name given
    /// here was the alias's version when the table was written and is a hint, never a fact about today.
    package let pinTo: String?

    package var isFloating: Bool { state == .floating }

    /// `revision` is what stands beside the name: for weights from huggingface.co a commit, branch or tag.
    package init(of name: String, revision: String? = nil) { self.init(of: ModelIdentifier(name), revision: revision) }

    package init(of model: ModelIdentifier, revision: String? = nil) {
        switch model.kind {
        case .hubRepository: self = Self.hub(model, revision)
        case .registryTag: self = Self.registry(model)
        case .deployment(let service):
            self.init(
                .unknown, "\(service) answers to a name of your own, which does not say which version is behind it",
                pinTo: "a deployment whose settings name the version")
        case .router:
            self.init(.floating, "\"\(model.name)\" picks a model for each request", pinTo: "one model")
        case .named: self = Self.named(model, revision)
        }
    }

    private init(_ state: State, _ why: String, pinTo: String? = nil) {
        self.state = state
        self.why = why
        self.pinTo = pinTo
    }

    private static func named(_ model: ModelIdentifier, _ revision: String?) -> ModelPinning {
        let name = model.name
        let owner = model.naming?.vendor
        let version = KnownModelAliases.version(of: name)
        if let moving = model.movingPart {
            return ModelPinning(
                .floating,
                "a name with \"\(moving)\" moves to other versions"
                    + (owner.map { " whenever \($0) decides so" } ?? ""), pinTo: version)
        }
        if model.hasVersion {
            return ModelPinning(.pinned, "the name \"\(name)\" ends in a version")
        }
        switch model.undated {
        case .pinned:
            return ModelPinning(.pinned, "\(owner ?? "the provider") gives each version a name of its own")
        case .alias:
            let dated = revision.flatMap { ModelIdentifier("\(name)-\($0)").hasVersion ? "\(name)-\($0)" : nil }
            return ModelPinning(
                .floating, "\(owner ?? "the provider") moves the undated name \"\(name)\" to later versions",
                pinTo: dated ?? version)
        case .unknown:
            if let revision, ContentHash.isImmutable(revision) {
                return ModelPinning(.pinned, "the revision is a full commit or digest")
            }
            return ModelPinning(.unknown, "no naming rule is known that says whether \"\(name)\" stays one version")
        }
    }

    private static func hub(_ model: ModelIdentifier, _ revision: String?) -> ModelPinning {
        if model.hasVersion { return ModelPinning(.pinned, "the name carries a commit or digest") }
        let pinTo = "a full commit of 40 digits as its revision"
        guard let revision, !revision.isEmpty else {
            return ModelPinning(
                .floating, "without a revision, \"\(model.name)\" is whatever its main branch holds", pinTo: pinTo)
        }
        if ContentHash.isImmutable(revision) { return ModelPinning(.pinned, "the revision is a full commit") }
        return ModelPinning(
            .floating, "the revision \"\(revision)\" is a branch, a tag or a short commit, which can be moved",
            pinTo: pinTo)
    }

    private static func registry(_ model: ModelIdentifier) -> ModelPinning {
        if model.hasVersion { return ModelPinning(.pinned, "the name carries a digest") }
        return ModelPinning(
            .floating, "\"\(model.name)\" is a tag of a model registry, which can be pushed again",
            pinTo: "weights with a digest")
    }
}

/// Names of content that no later push can give another meaning.
package enum ContentHash {
    /// A full git commit (40 hexadecimal digits, 64 in a SHA-256 repository) or `sha256:` with 64 digits.
    package static func isImmutable(_ text: String) -> Bool {
        text.hasPrefix("sha256:") ? isHexadecimal(text.dropFirst(7), count: 64) : isCommit(text)
    }

    package static func isCommit(_ text: String) -> Bool {
        isHexadecimal(text[...], count: 40) || isHexadecimal(text[...], count: 64)
    }

    private static func isHexadecimal(_ text: Substring, count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { byte in (48...57).contains(byte) || (97...102).contains(byte) }
    }
}
