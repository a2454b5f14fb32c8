/// The language that a schema resource is written in: a draft, or the part of one that its metaschema asks for.
struct Dialect: Sendable {
    let draft: SchemaDraft
    let keywords: KeywordSet
    /// `format` asserts whatever the options say.
    let assertsFormats: Bool

    init(_ draft: SchemaDraft, vocabularies: Vocabularies = .standard) {
        self.draft = draft
        keywords = KeywordTable.keywords(of: draft, in: vocabularies.union([.core, .format]))
        assertsFormats = vocabularies.contains(.formatAssertion)
    }

    private static let standard = SchemaDraft.allCases.map { Dialect($0) }

    static func standard(_ draft: SchemaDraft) -> Dialect { standard[draft.rawValue] }
}

/// The vocabularies of JSON Schema 2019-09 and 2020-12; the keywords of older drafts are sorted into the same ones.
struct Vocabularies: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let core = Vocabularies(rawValue: 1)
    static let applicator = Vocabularies(rawValue: 2)
    static let unevaluated = Vocabularies(rawValue: 4)
    static let validation = Vocabularies(rawValue: 8)
    static let format = Vocabularies(rawValue: 16)
    static let formatAssertion = Vocabularies(rawValue: 32)
    static let metaData = Vocabularies(rawValue: 64)
    static let content = Vocabularies(rawValue: 128)

    /// Of the standard dialects, where `format` is an annotation.
    static let standard: Vocabularies = [
        .core, .applicator, .unevaluated, .validation, .format, .metaData, .content,
    ]

    /// By the last part of a vocabulary's URI.
    static func named(in draft: SchemaDraft) -> [(name: String, vocabulary: Vocabularies)] {
        switch draft {
        case .draft2019:
            [
                ("core", .core), ("applicator", [.applicator, .unevaluated]), ("validation", .validation),
                ("meta-data", .metaData), ("format", .format), ("content", .content),
            ]
        case .draft2020:
            [
                ("core", .core), ("applicator", .applicator), ("unevaluated", .unevaluated),
                ("validation", .validation), ("meta-data", .metaData), ("format-annotation", .format),
                ("content", .content), ("format-assertion", .formatAssertion),
            ]
        default: []
        }
    }

    /// What a metaschema's `$vocabulary` entry asks for; nil for a vocabulary that is not known.
    init?(uri: String, isRequired: Bool) {
        for draft in SchemaDraft.allCases where draft.hasVocabularies {
            let folder = draft.folder + "vocab/"
            guard uri.hasPrefix(folder) else { continue }
            let name = uri.dropFirst(folder.count)
            guard let known = Self.named(in: draft).first(where: { $0.name == name }) else { return nil }
            // In 2019-09 one vocabulary does for both: it asserts when it is required (validation, chapter 7.2).
            self =
                draft == .draft2019 && known.vocabulary == .format && isRequired ? .formatAssertion : known.vocabulary
            return
        }
        return nil
    }
}
