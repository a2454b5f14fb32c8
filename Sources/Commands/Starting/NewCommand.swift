package import ArgumentParser

/// Groups what scaffolds one document with what is known filled in.
package struct NewCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a document with what the tool knows filled in.",
        subcommands: [NewReleaseCommand.self])

    package init() {}
}
