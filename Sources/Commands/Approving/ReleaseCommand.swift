import Approvals
package import ArgumentParser
import FindingPolicy
import GitObjects
import PlanModel
import Releases
import Reports
import SourceText

package struct ReleaseCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Tag a commit as an approved release; refuse while anything is missing.",
        discussion: """
            Judges the commit, and makes the signed tag release/<system>/<version> only when every gate and role is there.

              imprimatur release support-assistant
            """)

    @Argument(help: "The system. May be left out when there is only one.")
    var system: String?

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit to release.", valueName: "rev"))
    var revision = "HEAD"

    @Option(
        help: ArgumentHelp(
            "The statement id, or its start, of the release that should be the last one now.", valueName: "id"))
    var expectHead: String?

    @Flag(help: "Push the tag; otherwise the command for it is printed.")
    var push = false

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let commit = try RevisionName.commit(revision, in: repository.git)
        let name = try Assessment.system(system, at: commit, in: repository)
        let snapshot = try repository.snapshot(commit)
        let trust = try JudgementBasis(repository, judging: [commit]).trust
        let signer = try OwnIdentity(session, roster: trust.roster).principal
        guard signer.holds(Roles.releaseManager, system: name) else {
            let managers = trust.roster.holders(of: Roles.releaseManager, system: name).map(\.id)
            throw CommandFailure(
                .refused, "\(signer.id) does not hold the role \(Roles.releaseManager) for \(name)",
                mend: managers.isEmpty ? "Nobody does." : "Ask \(managers.joined(separator: " or ")).")
        }
        let check = try Check(session: session).judged(.tree(snapshot))
        if check.findings.hasErrors {
            let report = check.report
            try session.print(text: report.text(session.style), json: report.json())
            return .refused
        }

        let assessment = try Assessment(
            of: name, at: commit, in: repository, signer: signer.id,
            expectedHeads: try ExpectedHeads.read(expectHead.map { [$0] } ?? []))
        let evaluation = assessment.evaluation
        try requireProtectedBranch(commit, root: trust.root, repository: repository)
        try requireNewVersion(assessment)
        if let refusal = try chainRefusal(assessment) { throw refusal }
        guard evaluation.outcome == .pass else {
            let report = EvaluationReport(evaluation, notes: try repository.historyNotes())
            try session.print(text: report.text(session.style), json: report.json())
            return ExitStatus(evaluation.outcome)
        }
        guard repository.pin != nil else {
            throw CommandFailure(
                .undecided, code: ReleaseEvaluation.Reason.unpinned.code, ReleaseEvaluation.Reason.unpinned.message,
                mend: ReleaseEvaluation.Reason.unpinned.mend)
        }
        return try makeTag(assessment, session: session, repository: repository)
    }

    private func makeTag(
        _ assessment: Assessment, session: Session, repository: GovernedRepository
    ) throws -> ExitStatus {
        let evaluation = assessment.evaluation
        let composer = StatementComposer(assessment.trust)
        guard let statement = composer.release(evaluation, chain: assessment.chain, in: assessment.snapshot) else {
            throw CommandFailure(.undecided, "the release statement cannot be written", mend: "Run `imprimatur gate`.")
        }
        let tag = SignedTag(
            name: StatementTagName.release(system: evaluation.system, version: evaluation.version), session: session,
            repository: repository.git)
        try tag.make(
            message: statement.message(title: "Release \(evaluation.system) \(evaluation.version)"),
            at: assessment.commit)

        // The tag counts only if our own reading of it says so.
        let made = try JudgementBasis(repository).verifiedReleases(of: evaluation.system).first { $0.tag == tag.name }
        guard let made, made.outcome == .pass else {
            tag.remove()
            let why = (made?.refusals ?? []) + (made?.undecided ?? []) + (made?.evaluation?.refusals ?? [])
            throw CommandFailure(
                .refused,
                "the signed tag does not verify, so it was removed again: "
                    + (why.map(\.message).first ?? "it could not be read back"),
                mend: "Check which key git signs with: `git config user.signingKey`.")
        }
        let report = EvaluationReport(evaluation, notes: try repository.historyNotes())
        try session.print(
            text:
                "Released \(evaluation.system) \(evaluation.version) (class \(evaluation.changeClass.name)): tag \(tag.name)",
            json: report.json())
        try tag.publish(push: push)
        return .pass
    }

    private func requireProtectedBranch(
        _ commit: ObjectID, root: TrustRoot, repository: GovernedRepository
    ) throws {
        let branch = try ProtectedBranch(of: root, in: repository)
        if try !repository.firstParentLine(of: branch.tip).contains(commit) {
            throw CommandFailure(
                .refused, "commit \(commit.short) is not on the first-parent line of \(branch.ref)",
                mend: "Merge it into the protected branch first, and push or fetch that branch.")
        }
    }

    private func requireNewVersion(_ assessment: Assessment) throws {
        let version = assessment.evaluation.version
        guard let link = assessment.chain.link(version: version),
            link.packageSHA256 == assessment.evaluation.packageSHA256
        else { return }
        throw CommandFailure(
            .refused, "\(assessment.evaluation.system) \(version) is already released (tag \(link.tag))",
            mend: "There is nothing to do; for a new release set another version in release.yaml.")
    }

    private func chainRefusal(_ assessment: Assessment) throws -> CommandFailure? {
        let conflicts = try assessment.basis.conflicts(of: assessment.evaluation.system)
        return conflicts.first.map { conflict in
            CommandFailure(
                .refused, code: conflict.code, "the chain of releases is broken: \(conflict.sentence)",
                mend: "Run `imprimatur fetch`; if the tag is really gone, find out who removed it.")
        }
    }
}
