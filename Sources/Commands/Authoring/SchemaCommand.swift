package import ArgumentParser
import GitObjects
import PlanModel
package import Reports
import Scaffolding
import SourceText

package struct SchemaCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind, list the kinds, or renew the copies that editors use.",
        discussion: """
            The first line of a document tells an editor where its schema is. `init` puts copies of all schemas into \
            \(SchemaFolder.path); after an update of this tool, `--update` renews them. Examples:

              imprimatur schema DeploymentPlan
              imprimatur schema DeploymentPlan --format markdown
              imprimatur schema --update
            """)

    @Argument(help: "A kind such as DeploymentPlan, or `common` for the shared definitions.")
    var kind: String?

    @Flag(help: "Write all schemas into \(SchemaFolder.path) of this repository, or into the folder that -o names.")
    var update = false

    @OptionGroup package var common: CommonOptions

    package init() {}

    package static let formats: [OutputFormat] = [.text, .json, .markdown]

    package func validate() throws {
        guard update, kind != nil else { return }
        throw ValidationError("--update writes the schemas of all kinds; leave the kind out.")
    }

    package func run(in session: Session) throws -> ExitStatus {
        if update {
            try writeFolder(session)
        } else if let kind {
            let text = try schema(kind)
            let page = DocumentKinds.named(kind).flatMap { KindMarkdown.page(of: $0.kind) }
            // The shared definitions are no kind, so there is no page about them.
            try session.print([.text: { text }, .json: { text }, .markdown: { page ?? "```json\n\(text)```" }])
        } else {
            let lines = DocumentKinds.all.map { "\($0.kind.name)  (\($0.kind.role.rawValue))" }
            try session.print([
                .text: { lines.joined(separator: "\n") },
                .json: { JSONList(DocumentKinds.all.map { $0.kind.name }).text },
                .markdown: { KindMarkdown.page() },
            ])
        }
        return .pass
    }

    private func schema(_ kind: String) throws -> String {
        if let text = EmbeddedSchemas.text(kind) { return text }
        let near = nearestName(to: kind, among: EmbeddedSchemas.names)
        throw CommandFailure(
            .usage, "there is no kind \"\(kind)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
            mend: "Run `imprimatur schema` for the list.")
    }

    /// Files that are up to date are not touched.
    private func writeFolder(_ session: Session) throws {
        let root: String
        let folder: String
        if let output = common.output {
            root = output.hasPrefix("/") ? "/" : session.context.workingDirectory + "/"
            folder = output
        } else {
            guard let worktree = try session.openRepository().worktree else { throw GitError.noWorktree }
            root = worktree
            folder = SchemaFolder.path
        }
        let writer = FileWriter(session: session, root: root)
        let files = SchemaFolder.files(in: folder)
        let written = try files.filter { try writer.writeIfDifferent($0.path, $0.text) }
        let names = written.compactMap { $0.path.split(separator: "/").last.map(String.init) }
        if common.format == .json {
            session.context.output(JSONList(names).text + "\n")
        } else {
            session.context.output(names.map { "wrote \($0)\n" }.joined())
            session.say("\(names.count) of \(files.count) schemas written to \(folder), the others were up to date")
        }
    }
}

/// A JSON array of names that need no escaping.
struct JSONList {
    let text: String

    init(_ names: [String]) { text = "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
}
