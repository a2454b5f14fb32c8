import Approvals
package import ArgumentParser
import GitObjects
package import Reports
import SourceText

package struct FetchCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch statements and release tags, which git does not always bring by itself.",
        discussion: """
            Runs `git fetch` with the refspecs that it shows. A tag that was moved on the other side is not overwritten: \
            git says so, and the exit code is 3. Example:

              imprimatur fetch support-assistant
            """)

    @Argument(help: "Only this system's statements and releases; otherwise all.")
    var system: String?

    @Option(help: ArgumentHelp("The remote. Default: the only one, or origin.", valueName: "name"))
    var remote: String?

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openRepository()
        let remotes = repository.remotes
        guard let name = remote ?? (remotes.count == 1 ? remotes[0] : remotes.first { $0 == "origin" }),
            remotes.contains(name)
        else {
            throw CommandFailure(
                .usage,
                remotes.isEmpty
                    ? "this repository has no remote" : "there are the remotes \(remotes.joined(separator: ", "))",
                mend: remotes.isEmpty ? "Add one with `git remote add origin …`." : "Name one with --remote.")
        }
        if let system, system.contains(where: { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) }) {
            throw CommandFailure(.usage, "\"\(system)\" is not the name of a system", mend: "Check the spelling.")
        }
        let refspecs = Self.refspecs(system)
        session.say("git fetch \(name) " + refspecs.map { "'\($0)'" }.joined(separator: " "))
        let before = try Self.tags(in: repository)
        // `--no-tags`: only what was shown; `--end-of-options`: a remote's name is never taken for an option.
        let result = session.git.run(["fetch", "--no-tags", "--end-of-options", name] + refspecs)
        guard result.succeeded else {
            throw CommandFailure(
                .undecided, code: "fetch-failed", "git could not fetch everything",
                mend:
                    "If git wrote \"would clobber existing tag\", a tag was moved on the other side: find out by whom.")
        }
        let new = try Self.tags(in: session.openRepository()).subtracting(before)
        session.context.output(new.isEmpty ? "Nothing new.\n" : new.sorted().map { $0 + "\n" }.joined())
        return .pass
    }

    /// Withdrawals and signatures on the trust root name no system, so they always come.
    private static func refspecs(_ system: String?) -> [String] {
        let all = Statement.Decision.allCases.map(\.rawValue)
        let general: Set<String> = ["withdraw", "trust"]
        return all.flatMap { decision -> [String] in
            guard let system, !general.contains(decision) else { return ["\(decision)/*"] }
            return ["\(decision)/\(system)/*"]
                + (decision == "release" || decision == "author" ? [] : ["\(decision)/plan/*"])
        }.map { "refs/tags/\($0):refs/tags/\($0)" }
    }

    private static func tags(in repository: Repository) throws -> Set<String> {
        var names: Set<String> = []
        for decision in Statement.Decision.allCases {
            for reference in try repository.references(under: "refs/tags/\(decision.rawValue)/") {
                names.insert(String(reference.name.dropFirst("refs/tags/".count)))
            }
        }
        return names
    }
}
