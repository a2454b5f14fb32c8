import PlanModel

/// Copies of the tool's schemas in a repository, where the first lines of documents point, so that an editor knows every
/// field without a network and without this tool.
///
/// yaml-language-server takes a path or a URL there; a URL would need a network, and a path outside the repository would
/// be another one on every machine. Nothing else reads the copies: `check` uses the schemas in the binary.
package enum SchemaFolder {
    /// From the repository's root.
    package static let path = ".imprimatur/schemas/v1"

    static func path(of kind: String) -> String { "\(path)/\(fileName(kind))" }

    /// The schemas of all kinds, those of records too, which are written long after `init`, and the definitions that they
    /// share.
    ///
    /// - Parameter folder: without a final `/`.
    package static func files(in folder: String = path) -> [ScaffoldedFile] {
        EmbeddedSchemas.names.compactMap { name in
            EmbeddedSchemas.text(name).map {
                ScaffoldedFile(path: "\(folder)/\(fileName(name))", text: $0, ifPresent: .replace)
            }
        }
    }

    private static func fileName(_ name: String) -> String { "\(name).schema.json" }
}
