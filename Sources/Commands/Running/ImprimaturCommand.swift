package import ArgumentParser
package import Reports

/// A subcommand: arguments and a context in, an exit status out.
package protocol ImprimaturCommand: ParsableCommand {
    var common: CommonOptions { get }
    /// What `--format` may ask of it. Anything else is refused before the command does anything.
    static var formats: [OutputFormat] { get }
    func run(in session: Session) throws -> ExitStatus
}

extension ImprimaturCommand {
    package static var formats: [OutputFormat] { [.text, .json] }
}

/// The command line as a whole.
package struct Imprimatur: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "imprimatur",
        abstract: "Deployment plans and releases of AI systems, checked, compared, approved and proved in git.",
        discussion: """
            Plans and release packages live as YAML in your repository. Imprimatur checks them, says how much a change to \
            a prompt or a guardrail matters, and derives approvals from signed tags.

            Start with:  imprimatur init
            Exit codes:  0 pass, 1 refused, 2 wrong usage, 3 could not decide
            """,
        version: "\(Tool.name) \(Tool.version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Writing:",
                subcommands: [
                    InitCommand.self, NewCommand.self, CheckCommand.self, ValidateCommand.self, SchemaCommand.self,
                    ExplainCommand.self,
                    RulesCommand.self,
                ]),
            CommandGroup(name: "Reviewing:", subcommands: [DiffCommand.self, GateCommand.self]),
            CommandGroup(
                name: "Approving and releasing:",
                subcommands: [
                    FetchCommand.self, ApproveCommand.self, ApprovalsCommand.self, ReleaseCommand.self,
                    VerifyCommand.self,
                ]),
            CommandGroup(name: "Looking into history:", subcommands: [SignaturesCommand.self]),
            CommandGroup(name: "Setting up:", subcommands: [TrustCommand.self, HooksCommand.self]),
        ])

    package init() {}

    /// Parses and runs a command line (without the program's name).
    package static func run(_ arguments: [String], in context: CommandContext) -> ExitStatus {
        do {
            var command = try parseAsRoot(arguments)
            if let runnable = command as? any ImprimaturCommand { return execute(runnable, in: context) }
            if configuration(of: command).subcommands.isEmpty {
                // The library's own help command: it throws its text.
                try command.run()
                return .pass
            }
            // A group without a subcommand: show what there is.
            context.output(helpMessage(for: type(of: command)) + "\n")
            return arguments.isEmpty ? .pass : .usage
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code.isSuccess {
                context.output(message + "\n")
                return .pass
            }
            context.diagnostics(message + "\n")
            return .usage
        }
    }

    private static func configuration(of command: any ParsableCommand) -> CommandConfiguration {
        type(of: command).configuration
    }

    private static func execute(_ command: any ImprimaturCommand, in context: CommandContext) -> ExitStatus {
        var style = TextStyle(color: false, unicode: true, width: nil)
        do {
            let formats = type(of: command).formats
            guard formats.contains(command.common.format) else {
                throw CommandFailure.cannotWrite(command.common.format, only: formats)
            }
            let session = try Session(context: context, options: command.common)
            style = session.style
            return try command.run(in: session)
        } catch {
            let explained = CommandFailure(error)
            for failure in [explained] + explained.further {
                let text = FailureText(message: failure.message, mend: failure.mend, location: failure.location)
                context.diagnostics(text.text(style))
            }
            if command.common.format == .json, let report = explained.report { context.output(report) }
            return explained.status
        }
    }
}
