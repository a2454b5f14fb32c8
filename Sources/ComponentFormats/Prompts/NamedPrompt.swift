package import SourceText

/// A text for a model inside a file.
package struct NamedPrompt: Sendable {
    /// How the file calls it; nil where the file is the prompt.
    package let name: String?
    package let template: PromptTemplate
    /// Variables for which the file has a value when nobody else gives one.
    package let defaults: Set<String>

    package init(_ template: PromptTemplate, name: String? = nil, defaults: Set<String> = []) {
        self.name = name
        self.template = template
        self.defaults = defaults
    }
}

/// A prompt that a service keeps, as a file names it.
package struct HostedPrompt: Sendable {
    package enum Pin: Sendable, Hashable {
        /// A commit or a version, which never comes to mean another text.
        case fixed(String)
        /// A tag or a label, which can be moved; nil for whatever is newest, or the service's default.
        case floating(String?)
    }

    /// `langsmith`, `langfuse`.
    package let service: String
    /// The prompt's name there, without its version.
    package let name: String
    package let pin: Pin
    package let source: SourceFile
    /// Bytes of the file that say which one.
    package let range: Range<Int>

    package var location: Location { .span(source, range: range) }
}
