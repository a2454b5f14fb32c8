package import SourceText
package import YAMLDocuments

/// How the bytes of a file are read.
package enum DocumentFormat: Sendable {
    case yaml, json

    /// Endings of files that are looked for below a folder.
    package static let endings: Set<String> = ["yaml", "yml", "json"]

    /// By the ending of the name: `.json` is read as JSON, everything else as YAML, which nearly all JSON is as well.
    package init(ofName name: String) { self = name.lowercased().hasSuffix(".json") ? .json : .yaml }

    package func read(_ source: SourceFile, limits: ReadLimits) -> YAMLStream {
        switch self {
        case .yaml: YAMLReader.read(source, limits: limits)
        case .json: JSONReader.read(source, limits: limits)
        }
    }
}

extension ReadLimits {
    /// Wider than for the documents of a governed repository: schemas and other people's data are not always written by
    /// hand.
    static let ofAnyFile: ReadLimits = {
        var limits = ReadLimits()
        limits.bytes = 64 << 20
        limits.nodes = 4_000_000
        limits.depth = 500
        return limits
    }()
}
