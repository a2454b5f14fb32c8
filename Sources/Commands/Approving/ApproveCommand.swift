import Approvals
package import ArgumentParser
import GitObjects
import Materiality
import PackageContents
import PlanModel
import Releases
import Reports
import SourceText

package struct ApproveCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Sign your approval (or rejection) of exactly the bytes that would ship.",
        discussion: """
            Shows what changed and the digest, then makes a statement that your own git signs. Examples:

              imprimatur approve support-assistant --role risk-approver
              imprimatur approve support-assistant --role risk-approver --onto main   (what merging would give)
              imprimatur approve --affected --role risk-approver                      (every system that changed)
              imprimatur approve plan customer-ai --role risk-approver
              imprimatur approve record exception:late-eval --role risk-approver
              imprimatur approve --withdraw 5760474b5c0a
            """)

    @Argument(
        help: ArgumentHelp(
            "A system; `plan` with its name; `record` with its reference. May be left out when there is only one system.",
            valueName: "system | plan <name> | record <reference>"))
    var subject: [String] = []

    @Option(help: ArgumentHelp("The role that you approve in.", valueName: "role"))
    var role: String?

    @Flag(help: "Every system whose package differs from its last release.")
    var affected = false

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit to approve.", valueName: "rev"))
    var revision = "HEAD"

    @Option(help: ArgumentHelp("Approve the result of merging the commit into this branch.", valueName: "rev"))
    var onto: String?

    @Option(
        name: .customLong("as"),
        help: "Where the statement goes: a tag, a file under governance/statements, or an empty signed commit.")
    var carrier: StatementCarrier.Kind = .tag

    @Flag(help: "Reject instead of approving.")
    var reject = false

    @Option(help: ArgumentHelp("Take back a statement of yours, by its id or the start of it.", valueName: "id"))
    var withdraw: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Say that you are the author of these unsigned commits.", valueName: "commit"))
    var author: [String] = []

    @Option(help: ArgumentHelp("Agree that this system is removed, or leaves the scope.", valueName: "system"))
    var removal: String?

    @Option(help: ArgumentHelp("The approval is valid until then (RFC 3339).", valueName: "time"))
    var notAfter: String?

    @Flag(help: "Push the tag; otherwise the command for it is printed.")
    var push = false

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func validate() throws {
        guard role != nil || withdraw != nil || !author.isEmpty else {
            throw ValidationError("Missing expected argument '--role <role>'")
        }
        if reject, notAfter != nil { throw ValidationError("A rejection has no end: it stands until it is withdrawn.") }
        if affected, !subject.isEmpty { throw ValidationError("Name a system or give --affected, not both.") }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let signing = Signing(
            session: session, repository: repository, carrier: carrier, role: role ?? "", isRejection: reject,
            notAfter: try expiry(), push: push)
        let commit = try RevisionName.commit(revision, in: repository.git)
        let target = try onto.map { try RevisionName.commit($0, in: repository.git) }
        if let withdraw { return try WithdrawalSigning(signing, commit: commit).run(withdraw) }
        if !author.isEmpty {
            let name = try Assessment.system(subject.first, at: commit, in: repository)
            return try AuthorshipSigning(signing, commit: commit).run(author, system: name)
        }
        if let removal {
            return try OtherSubjectSigning(signing, commit: commit).removal(of: removal, into: target)
        }
        switch (subject.first, subject.count) {
        case ("plan", 2): return try OtherSubjectSigning(signing, commit: commit).plan(subject[1])
        case ("record", 2): return try OtherSubjectSigning(signing, commit: commit).record(subject[1])
        case (_, 0...1):
            return try PackageSigning(signing, commit: commit, onto: target).run(try systems(at: commit, repository))
        default:
            throw CommandFailure(
                .usage, "\"\(subject.joined(separator: " "))\" names no one thing to approve",
                mend: "Name a system, `plan` with its name, or `record` with its reference.")
        }
    }

    private func systems(at commit: ObjectID, _ repository: GovernedRepository) throws -> [String] {
        guard affected else { return [try Assessment.system(subject.first, at: commit, in: repository)] }
        let basis = try JudgementBasis(repository, judging: [commit])
        let snapshot = try repository.snapshot(commit)
        let changed = try SystemUnit.names(in: snapshot).filter { name in
            let digest = try SystemUnit(name, in: snapshot).release.closure.digest
            return try basis.chain(of: name).last?.packageSHA256 != digest
        }
        guard !changed.isEmpty else {
            throw CommandFailure(
                .refused, "no system differs from its last release", mend: "There is nothing to approve.")
        }
        return changed
    }

    private func expiry() throws -> Timestamp? {
        guard let notAfter else { return nil }
        guard let time = Timestamp(rfc3339: notAfter) else {
            throw CommandFailure(
                .usage, "--not-after \"\(notAfter)\" is not an RFC 3339 time", mend: "Write it as 2026-12-31T00:00:00Z."
            )
        }
        return time
    }
}
