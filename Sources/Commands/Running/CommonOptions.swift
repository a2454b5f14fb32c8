package import ArgumentParser
package import Reports

extension OutputFormat: ExpressibleByArgument {}

/// Options that every command has.
package struct CommonOptions: ParsableArguments {
    package enum Colour: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

    @Option(name: .customShort("C"), help: ArgumentHelp("Work in this folder.", valueName: "dir"))
    package var directory: String?

    @Option(
        help: """
            What to print, where the command can: most write text and json; diff also markdown and html; rules, explain \
            and schema also markdown; check and validate all but html. Another one is refused with the list.
            """)
    package var format: OutputFormat = .text

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write the result to a file.", valueName: "file"))
    package var output: String?

    @Option(help: "When to colour text. NO_COLOR is honoured.")
    package var color: Colour = .auto

    @Option(help: ArgumentHelp("The time to judge by, instead of the clock, as RFC 3339.", valueName: "time"))
    package var now: String?

    @Option(
        help: ArgumentHelp(
            "The digest of trust root version 1 that you were given. Also read from IMPRIMATUR_TRUST_ROOT and from git "
                + "config imprimatur.trustRoot.", valueName: "sha256:…"))
    package var trustRoot: String?

    @Option(
        name: .customLong("protected"), help: ArgumentHelp("The protected branch, as a full ref.", valueName: "ref"))
    package var protectedRef: String?

    @Flag(name: .shortAndLong, help: "Print results only, no progress.")
    package var quiet = false

    package init() {}
}
