package import PlanModel
package import SourceText

/// A file format of component files. A new one is one file with its type and one line in `ComponentFormats`.
package protocol ComponentFormat: Sendable {
    /// For the reference page.
    static var description: FormatDescription { get }
    /// What the file holds, when it is of this format; nil when it is not, or cannot be read. An extension alone never
    /// decides: many tools share `.prompt`, and `config.yml` is everybody's.
    static func recognise(_ file: ComponentFile) -> ComponentReading?
}

/// A format in words.
package struct FormatDescription: Sendable {
    package let name: String
    /// Which files are taken for it: extension, and what has to stand in them.
    package let files: String
    /// Where its keys and defaults were read.
    package let source: String

    init(_ name: String, files: String, source: String) {
        self.name = name
        self.files = files
        self.source = source
    }
}

/// A file to be recognised, and the part of the release that it belongs to.
package struct ComponentFile: Sendable {
    package let source: SourceFile
    /// Nil for documents.
    package let category: ComponentCategory?
    /// The files that ship with it, by path, for formats that put others in place; empty where nobody knows them.
    let shipped: [String: SourceFile]
    /// Last part of the path.
    let name: String
    /// The file as YAML or JSON, whatever it is, for formats that look further.
    let yaml: YAMLReading

    package init(_ source: SourceFile, category: ComponentCategory?, shipped: [String: SourceFile] = [:]) {
        self.source = source
        self.category = category
        self.shipped = shipped
        name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        yaml = YAMLReading(source)
    }

    /// The folder with its final slash; empty at the repository's root.
    var folder: String { String(source.path.dropLast(name.count)) }

    /// The path in the repository that a relative one stands for; nil when it leads out of the repository, or is none.
    func path(of relative: some StringProtocol) -> String? {
        var parts = folder.split(separator: "/").map(String.init)
        guard !relative.isEmpty, !relative.hasPrefix("/"), !relative.contains(where: \.isNewline) else { return nil }
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    func hasExtension(_ extensions: String...) -> Bool {
        let name = self.name.lowercased()
        return extensions.contains { name.hasSuffix("." + $0) }
    }

    /// The text, when the bytes are UTF-8 without NUL.
    var text: String? { source.bytes.contains(0) ? nil : String(validating: source.bytes, as: UTF8.self) }
}

/// Which format a file was found to have, as reports name it.
package struct FormatIdentity: Sendable, Hashable {
    package enum Confidence: String, Sendable {
        /// The file says so itself.
        case declared
        /// Its structure fits no other format that we know.
        case signature
        /// Nothing contradicts it.
        case assumed
    }

    package let name: String
    /// Version of the format; nil where the format has none.
    package let version: String?
    package let confidence: Confidence

    package init(_ name: String, version: String? = nil, _ confidence: Confidence) {
        self.name = name
        self.version = version
        self.confidence = confidence
    }
}

/// What a recognised file holds. Every value keeps its bytes in the file.
package struct ComponentReading: Sendable {
    package let format: FormatIdentity
    /// Texts for a model, each under its own name.
    package let prompts: [NamedPrompt]
    /// Prompts that are kept elsewhere, and that the file names.
    package let hostedPrompts: [HostedPrompt]
    /// Named values, when the file has some: a configuration, or a prompt's front matter.
    package let settings: SettingsDocument?
    /// The content elsewhere that the file stands for, when it is a pointer.
    package let pointer: ContentPointer?
    /// Digests of everything elsewhere that the file stands for; empty when it is no pointer.
    package let contentDigests: [String]
    /// Files that ship because this one names them.
    package let references: [FileReference]
    /// What is wrong with the file. A file with defects is never compared by what was read of it: any change of it
    /// counts as one that cannot be read.
    package let defects: [ReadingDefect]

    init(
        _ format: FormatIdentity, prompt: PromptTemplate? = nil, prompts: [NamedPrompt] = [],
        hostedPrompts: [HostedPrompt] = [], settings: SettingsDocument? = nil, pointer: ContentPointer? = nil,
        contentDigests: [String] = [], references: [FileReference] = [], defects: [ReadingDefect] = []
    ) {
        self.format = format
        self.prompts = (prompt.map { [NamedPrompt($0)] } ?? []) + prompts
        self.hostedPrompts = hostedPrompts
        self.settings = settings
        self.pointer = pointer
        self.contentDigests = contentDigests + (pointer.map { [$0.digest.value] } ?? [])
        self.references = references
        self.defects = defects
    }

    /// The text for a model that the file as a whole is; nil for a file that holds prompts by name.
    package var prompt: PromptTemplate? { prompts.first { $0.name == nil }?.template }

    /// A file that says what it is, and that its own tool would refuse.
    static func broken(_ format: FormatIdentity, _ defects: ReadingDefect...) -> ComponentReading {
        ComponentReading(format, defects: defects)
    }
}

/// Why a file that says what it is cannot be read as that: a tag that is not closed, a digest that is none.
package struct ReadingDefect: Sendable {
    /// Bytes of the file.
    package let range: Range<Int>
    /// Part of a sentence, such as `the tag is not closed`.
    package let message: String
    /// How to mend it: one sentence.
    package let mend: String

    package init(_ message: String, at range: Range<Int>, mend: String) {
        self.range = range
        self.message = message
        self.mend = mend
    }
}
