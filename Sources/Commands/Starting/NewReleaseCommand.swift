import Approvals
package import ArgumentParser
import GitObjects
import Materiality
import PlanModel
import Releases
package import Reports
import Scaffolding
import Snapshots
import SourceText

package struct NewReleaseCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Turn a system's release.yaml into that of the next release, in place.",
        discussion: """
            Sets version, previous, ticket and summary, works out how much has changed since the last release and writes \
            that class. Everything else of the file stays as it is, comments too. Example:

              imprimatur new release support-assistant --ticket AICHG-117 --summary "Friendlier tone"
            """)

    @Argument(help: "The system. May be left out when there is only one.")
    var system: String?

    @Option(help: ArgumentHelp("The change ticket.", valueName: "id"))
    var ticket: String

    @Option(help: ArgumentHelp("One line about what changes.", valueName: "text"))
    var summary: String

    @Option(help: ArgumentHelp("Why; otherwise the reason in the file stays.", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "The version. Otherwise the next minor version for a material or critical change, the next patch for less.",
            valueName: "version"))
    var releaseVersion: String?

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        guard let root = repository.git.worktree else { throw GitError.noWorktree }
        guard let head = repository.git.head else {
            throw CommandFailure(.undecided, "there is no commit yet", mend: "Commit the first documents.")
        }
        let worktree = try repository.loader.worktree()
        let name = try Assessment.system(system, at: head, in: repository)
        let package = try SystemUnit(name, in: worktree).package
        let basis = try JudgementBasis(repository, judging: [head])
        let last = try basis.chain(of: name).last
        var values = NextReleasePackage.Values(
            version: package.version?.value.description ?? "1.0.0", previous: last?.version ?? "none", ticket: ticket,
            summary: summary, reason: reason, changeClass: "critical")

        // The class depends on the files; what is written here weighs nothing itself.
        let draft = try evaluate(package, values, name: name, last: last, head: head, basis: basis)
        values.changeClass = draft.changeClass.name
        values.version = try version(after: last, written: values.version, changeClass: draft.changeClass)
        guard let next = NextReleasePackage(package, values),
            let text = String(validating: next.bytes, as: UTF8.self)
        else { throw Self.cannotEdit(package) }
        let path = package.envelope.source.path
        _ = try FileWriter(session: session, root: root).writeIfDifferent(path, text)
        session.context.output(
            "wrote \(path): version \(values.version), previous \(values.previous), class \(values.changeClass)\n")
        session.say("Next:  git commit -S -a   then what `imprimatur gate` lists.")
        return .pass
    }

    private func evaluate(
        _ package: ReleasePackage, _ values: NextReleasePackage.Values, name: String, last: ReleaseChain.Link?,
        head: ObjectID, basis: JudgementBasis
    ) throws -> ReleaseEvaluation {
        guard let draft = NextReleasePackage(package, values) else { throw Self.cannotEdit(package) }
        let snapshot = try basis.repository.loader.worktree(
            replacing: package.envelope.source.path, with: draft.bytes)
        return try ReleaseEvaluator(basis).evaluate(
            ReleaseEvaluator.Subject(
                system: name, snapshot: snapshot, tips: [head], base: last,
                history: basis.history(of: name, upTo: last),
                time: basis.repository.now))
    }

    private func version(
        after last: ReleaseChain.Link?, written: String, changeClass: ChangeClass
    ) throws -> String {
        if let releaseVersion {
            guard SemanticVersion(releaseVersion) != nil else {
                throw CommandFailure(
                    .usage, "--release-version \"\(releaseVersion)\" is no version",
                    mend: "Write it as 1.2.0 (Semantic Versioning).")
            }
            return releaseVersion
        }
        // Who has set a newer version already meant it.
        guard let last, let before = SemanticVersion(last.version) else { return written }
        if let own = SemanticVersion(written), before.precedes(own) { return written }
        return before.next(isMinor: changeClass.isAtLeastMaterial)
    }

    private static func cannotEdit(_ package: ReleasePackage) -> CommandFailure {
        CommandFailure(
            .refused, "\(package.envelope.source.path) cannot be edited in place: a field is missing",
            mend: "Run `imprimatur check`, and mend what it finds.")
    }
}
