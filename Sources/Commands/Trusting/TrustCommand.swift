package import ArgumentParser

package struct TrustCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Look at who may say what, and change it together.",
        discussion: """
            The trust root is a chain of files, governance/trust/1.yaml, 2.yaml and so on. Version 1 is believed because \
            its digest is known outside the repository. Each later one names the one before it by its digest and is \
            signed by enough people of both, in files under governance/statements of the same tree. The highest version \
            rules. To change it:

              imprimatur trust propose     # writes the next version; edit it, then run this again to see what changes
              imprimatur trust sign        # each of the signers, with their own git
              git add governance && git commit -S
              imprimatur trust verify      # who signed, and who is missing
            """,
        subcommands: [
            TrustShowCommand.self, TrustProposeCommand.self, TrustSignCommand.self, TrustVerifyCommand.self,
        ])

    package init() {}
}
