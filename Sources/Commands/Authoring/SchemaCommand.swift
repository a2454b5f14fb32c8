package import ArgumentParser
import PlanModel
import SourceText

package struct SchemaCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind, or list the kinds.",
        discussion: "Example:  imprimatur schema DeploymentPlan > plan.schema.json")

    @Argument(help: "A kind such as DeploymentPlan, or `common` for the shared definitions.")
    var kind: String?

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        guard let kind else {
            let lines = DocumentKinds.all.map { "\($0.kind.name)  (\($0.kind.role.rawValue))" }
            try session.print(
                text: lines.joined(separator: "\n"), json: JSONList(DocumentKinds.all.map { $0.kind.name }).text)
            return .pass
        }
        guard let text = EmbeddedSchemas.text(kind) else {
            let near = nearestName(to: kind, among: EmbeddedSchemas.names)
            throw CommandFailure(
                .usage, "there is no kind \"\(kind)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
                mend: "Run `imprimatur schema` for the list.")
        }
        try session.print(text: text, json: text)
        return .pass
    }
}

/// A JSON array of names that need no escaping.
struct JSONList {
    let text: String

    init(_ names: [String]) { text = "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
}
