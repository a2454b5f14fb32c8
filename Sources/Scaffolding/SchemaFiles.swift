import PlanModel

/// The schemas that the documents' first lines point at, so that an editor knows every field without a network.
enum SchemaFiles {
    private static let folder = ".imprimatur/schemas/v1"

    /// The kinds that `init` writes, and the definitions that their schemas share.
    private static let names = [
        "AISystem", "DeploymentPlan", "MaterialityPolicy", "Project", "ReleasePackage", "TrustRoot", "common",
    ]

    static func path(of kind: String) -> String { "\(folder)/\(kind).schema.json" }

    static func files() -> [ScaffoldedFile] {
        names.compactMap { name in
            EmbeddedSchemas.text(name).map { ScaffoldedFile(path: path(of: name), text: $0) }
        }
    }
}
