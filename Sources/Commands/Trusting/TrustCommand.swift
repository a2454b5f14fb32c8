import Approvals
package import ArgumentParser
import PlanModel
import Releases
import SourceText

package struct TrustCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Look at who may say what.",
        subcommands: [TrustShowCommand.self, TrustProposeCommand.self])

    package init() {}
}

package struct TrustShowCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the trust root that rules a commit, its digest and whether it is pinned.",
        discussion: "Example:  imprimatur trust show")

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit whose root is meant.", valueName: "rev"))
    var revision = "HEAD"

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let commit = try RevisionName.commit(revision, in: repository.git)
        let trust = try TrustState(of: repository.snapshot(commit), pin: repository.pin)
        var lines = [
            "Trust root version \(trust.version), sha256:\(trust.sha256)",
            trust.pin.map { "Pinned by \($0.source.rawValue)." } ?? "Unpinned: nobody told this clone to trust it.", "",
        ]
        for principal in trust.roster.principals {
            let roles = principal.roles.map { grant in
                grant.systems.isEmpty
                    ? grant.role.value : "\(grant.role.value) (\(grant.systems.joined(separator: ", ")))"
            }
            lines.append("\(principal.id) (\(principal.kind.rawValue)): \(roles.joined(separator: ", "))")
            lines += principal.keys.compactMap { $0.fingerprint.map { "    \($0.value)" } }
        }
        try session.print(
            text: lines.joined(separator: "\n"),
            json: """
                {"report": "imprimatur/trust/v1", "version": \(trust.version), "sha256": "\(trust.sha256)", \
                "pinned": \(trust.pin != nil)}
                """)
        return .pass
    }
}

package struct TrustProposeCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a new version of the trust root (not built yet).",
        discussion: "This version of imprimatur reads version 1 only, and says so instead of guessing.")

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        throw CommandFailure(
            .undecided, "this version of imprimatur cannot make or check a second version of the trust root yet",
            mend: "Before the first release you can still edit governance/trust/1.yaml and pin its new digest.")
    }
}
