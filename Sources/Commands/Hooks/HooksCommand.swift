package import ArgumentParser
import GitObjects
import Releases
package import Reports

package struct HooksCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "hooks", abstract: "Check before each commit and push.",
        subcommands: [HooksInstallCommand.self, HooksRunCommand.self])

    package init() {}
}

package struct HooksInstallCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Write .githooks/pre-commit and .githooks/pre-push and have this clone use them.",
        discussion: """
            Hooks that are there already are not touched; the command says what to do instead. Example:

              imprimatur hooks install
            """)

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openRepository()
        guard let root = repository.worktree else { throw GitError.noWorktree }
        try HookInstaller(session: session, root: root).install()
        return .pass
    }
}

/// Puts the hooks where git finds them, and never over somebody else's.
struct HookInstaller {
    static let folder = ".githooks"

    let session: Session
    /// The worktree's root with a final `/`.
    let root: String

    func install() throws {
        let git = GitProcess(in: session.context, directory: root)
        let current = git.configuration("core.hooksPath")
        if let current, current != Self.folder {
            throw CommandFailure(
                .refused, "this clone already takes its hooks from \(current)",
                mend: "Call `imprimatur hooks run pre-commit` and `imprimatur hooks run pre-push` from the hooks there."
            )
        }
        if current == nil, let own = existingHook(git) {
            throw CommandFailure(
                .refused, "this clone has a hook of its own, \(own), which would no longer run",
                mend: "Call `imprimatur hooks run …` from it, or move it to \(Self.folder) first.")
        }
        for hook in HookScripts.all {
            let path = "\(Self.folder)/\(hook.name)"
            if try !FileWriter(session: session, root: root).writeIfAbsent(path, hook.text, isExecutable: true) {
                session.say("\(path) is there already and was left as it is.")
            } else {
                session.context.output("wrote \(path)\n")
            }
        }
        guard git.run(["config", "core.hooksPath", Self.folder]).succeeded else {
            throw CommandFailure(
                .undecided, "git config could not be written", mend: "Run `git config core.hooksPath \(Self.folder)`.")
        }
        session.context.output("this clone now runs the hooks in \(Self.folder)\n")
    }

    private func existingHook(_ git: GitProcess) -> String? {
        let result = git.run(["rev-parse", "--git-path", "hooks"], quiet: true)
        let folder = result.output.split(separator: "\n").first.map(String.init) ?? ".git/hooks"
        let absolute = folder.hasPrefix("/") ? folder : root + folder
        return HookScripts.all.map(\.name).first { FileWriter.exists("\(absolute)/\($0)") }
    }
}
