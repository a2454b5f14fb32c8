package import SourceText

/// Something that keeps a file from being read as it was meant, or that a reader would misunderstand.
package struct YAMLProblem: Sendable {
    package enum Kind: Sendable {
        case encoding, syntax, duplicateKey, mergeKey, badAlias, badKey, badTag, limit
        /// A plain word or character that YAML 1.1 tools read differently.
        case ambiguousScalar
        /// A directive without effect.
        case ignoredDirective
    }

    package let kind: Kind
    /// Bytes of the source.
    package let range: Range<Int>
    package let message: String
    package let mend: String
    /// The other place, for a duplicate key its first use.
    package let related: (range: Range<Int>, label: String)?
    /// The document's position in the file's stream, from 0, as in `YAMLDocument.index`; nil for a problem of the whole
    /// file, such as its encoding.
    package private(set) var documentIndex: Int?

    /// The other place, where there is one, for a finding about the file that was read.
    package func relatedLocations(in source: SourceFile) -> [RelatedLocation] {
        related.map { [RelatedLocation(.span(source, range: $0.range), label: $0.label)] } ?? []
    }

    package var severity: Severity {
        switch kind {
        case .ambiguousScalar, .ignoredDirective: .warning
        default: .error
        }
    }

    init(
        _ kind: Kind, _ range: Range<Int>, _ message: String, mend: String,
        related: (range: Range<Int>, label: String)? = nil
    ) {
        self.kind = kind
        self.range = range
        self.message = message
        self.mend = mend
        self.related = related
    }

    func `in`(document index: Int) -> YAMLProblem {
        var problem = self
        problem.documentIndex = index
        return problem
    }
}
