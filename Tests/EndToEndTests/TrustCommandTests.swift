import Commands
import PackageContents
import TestSupport
import Testing

/// `trust show | propose | sign | verify`, and the same by plain git.
struct TrustCommandTests {
    private func lines(_ result: CommandResult, with text: String) -> Int {
        result.text.split(separator: "\n").count { $0.contains(text) }
    }

    @Test func showTellsWhoMaySayWhat() throws {
        let repository = try ExampleProject.repository()
        let result = repository.imprimatur("trust", "show")
        #expect(result.status == .pass, "\(result.text)")
        for expected in [
            "Version 1 of the trust root rules HEAD", "version 1 is pinned by git config imprimatur.trustRoot",
            "nora (human): engineering-owner, release-manager, ai-oncall", "\(Person.ivo.fingerprint) (ssh, active)",
            "Changing it takes 1 × grc-control-owner",
        ] { #expect(result.output.contains(expected), "\(expected)\n\(result.text)") }
    }

    /// From a proposal to a version that rules, with the checkpoint of the release that was made.
    @Test func aVersionIsProposedSignedAndRules() throws {
        let repository = try ExampleProject.released()
        let proposed = repository.imprimatur("trust", "propose", as: .lena)
        #expect(proposed.status == .pass, "\(proposed.text)")
        #expect(proposed.output.contains("wrote governance/trust/2.yaml"))
        let text = try repository.read("governance/trust/2.yaml")
        let comment = "# Omar and Tove are deputies: without them nobody could approve what Ivo, Lena or Maya wrote."
        #expect(text.contains(comment), "comments are kept")
        #expect(text.contains("  version: 2\n"))
        #expect(text.contains("  - {system: support-assistant, sequence: 1, statement: "))

        try repository.edit(
            "governance/trust/2.yaml", "roles: [engineering-owner, ai-oncall]", "roles: [engineering-owner]")
        let again = repository.imprimatur("trust", "propose", as: .lena)
        #expect(again.status == .pass, "\(again.text)")
        #expect(!again.output.contains("wrote"))
        #expect(again.output.contains("ivo loses the role ai-oncall"))
        #expect(
            again.output.contains("by version 1, 1 × grc-control-owner: nobody signed yet; missing 1 of lena or maya"))

        let unsigned = repository.imprimatur("trust", "sign", as: .ivo)
        #expect(unsigned.status == .refused)
        #expect(unsigned.text.contains("ivo does not hold the role grc-control-owner"), "\(unsigned.text)")
        #expect(try repository.git(["tag", "--list", "trust/*"]) == "")

        let signed = repository.imprimatur("trust", "sign", as: .lena)
        #expect(signed.status == .pass, "\(signed.text)")
        #expect(signed.diagnostics.contains("That is enough."))
        try repository.commitAll("Trust root 2", as: .lena)
        let verified = repository.imprimatur("trust", "verify")
        #expect(verified.status == .pass, "\(verified.text)")
        #expect(verified.output.contains("by version 1 (1 × grc-control-owner): signed by lena"))
        // The file alone counts: without the tag, and in a clone that has none.
        try repository.git(["tag", "--delete", "trust/2/lena"])
        #expect(repository.imprimatur("trust", "verify").status == .pass)

        // The next version keeps the list of checkpoints.
        #expect(repository.imprimatur("trust", "propose", as: .maya).status == .pass)
        #expect(repository.imprimatur("trust", "sign", as: .maya).status == .pass)
        let third = try repository.read("governance/trust/3.yaml")
        #expect(third.contains("  version: 3\n"))
        #expect(third.split(separator: "\n").count { $0.hasPrefix("  previous: {version: 2, ") } == 1)
        #expect(third.split(separator: "\n").count { $0.contains("system: support-assistant, sequence: 1") } == 1)
        try repository.commitAll("Trust root 3", as: .maya)
        #expect(repository.imprimatur("trust", "verify").status == .pass)
    }

    /// The recipe of `trust sign --help` with nothing but git and the shell.
    @Test func plainGitMakesAVersion() throws {
        let repository = try ExampleProject.repository()
        try repository.addTrustVersion()
        let script = """
            set -eu
            one=$({ printf 'imprimatur-trust/1\\n'; cat governance/trust/1.yaml; } | sha256sum | cut -c1-64)
            two=$({ printf 'imprimatur-trust/1\\n'; cat governance/trust/2.yaml; } | sha256sum | cut -c1-64)
            printf '%s\\n' 'Trust root 2' '' 'Imprimatur: 1' 'Decision: trust' "Repository: sha256:$one" \\
              "Subject: trust 2 sha256:$two" > message
            git tag -s --cleanup=verbatim -F message trust/2/lena
            git cat-file tag trust/2/lena > statement.tag
            id=$({ printf 'imprimatur-statement/1\\0'; sed '/^-----BEGIN /,$d' statement.tag; } | sha256sum | cut -c1-64)
            mkdir -p governance/statements && mv statement.tag governance/statements/$id.tag
            """
        let made = try runProgram(
            ["sh", "-c", script], in: repository.path, variables: repository.variables(as: .lena))
        #expect(made.status == 0, "\(made.diagnostics)")
        try repository.commitAll("Trust root 2", as: .lena)
        let verified = repository.imprimatur("trust", "verify")
        #expect(verified.status == .pass, "\(verified.text)")

        // The commands of the help text are the ones that were run.
        let help = repository.imprimatur("trust", "sign", "--help").output
        for command in script.split(separator: "\n").map({ $0.drop { $0 == " " } })
        where command.hasPrefix("git ") || command.hasPrefix("id=") || command.hasPrefix("mkdir") {
            #expect(help.contains(command.prefix(40)), "\(command)")
        }
    }

    @Test func whatIsMissingIsToldForEachVersion() throws {
        let repository = try ExampleProject.repository()
        try repository.addTrustVersion()
        try repository.commitAll("Unsigned", as: .nora)
        let verified = repository.imprimatur("trust", "verify")
        #expect(verified.status == .refused)
        #expect(verified.output.contains("missing: 1 of lena or maya"), "\(verified.text)")
        #expect(verified.output.contains("refused[root-threshold]"))
        // Everything that still stands is shown.
        #expect(verified.output.contains("valid governance/trust/1.yaml"))
        let shown = repository.imprimatur("trust", "show")
        #expect(shown.status == .refused)
        #expect(shown.output.contains("No trust root rules HEAD"))
        #expect(shown.output.contains("People of version 1"))
    }

    @Test func withoutAPinNothingIsProved() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["config", "--unset", "imprimatur.trustRoot"])
        #expect(repository.imprimatur("trust", "show").status == .pass)
        let verified = repository.imprimatur("trust", "verify", "--format", "json")
        #expect(verified.status == .undecided)
        let undecided = try #require(try verified.json()["undecided"] as? [[String: Any]])
        #expect(undecided.map { $0["code"] as? String } == ["unpinned"])
    }

    /// Somebody whose key changes signs with the old one and with the new one.
    @Test func aRotatedKey() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("trust", "propose", as: .lena).status == .pass)
        try repository.edit("governance/trust/2.yaml", Person.lena.publicKey, Person.lenaAnew.publicKey)
        try repository.edit(
            "governance/trust/2.yaml", "fingerprint: \(Person.lena.fingerprint)",
            "fingerprint: \(Person.lenaAnew.fingerprint)")
        #expect(repository.imprimatur("trust", "sign", as: .lena).diagnostics.contains("the others sign"))
        let second = repository.imprimatur("trust", "sign", as: .lenaAnew)
        #expect(second.diagnostics.contains("That is enough."), "\(second.text)")
        #expect(try repository.git(["tag", "--list", "trust/*"]) == "trust/2/lena\ntrust/2/lena.2")
    }

    @Test func twoFuturesAreFoundBesideEachOther() throws {
        let repository = try ExampleProject.repository()
        for (branch, signer) in [("one", Person.lena), ("two", .maya)] {
            try repository.git(["checkout", "--quiet", "-b", branch, "main"])
            try repository.addTrustVersion(("name: lindholm", "name: \(branch)"))
            try repository.signTrust(2, as: signer)
            try repository.commitAll(branch, as: signer)
            #expect(repository.imprimatur("trust", "verify").status == .pass)
        }
        let result = repository.imprimatur("trust", "verify", "--beside", "one")
        #expect(result.status == .refused)
        #expect(result.output.contains("root-equivocation"))
    }

    /// A draft that was edited after somebody signed it: the old signature does not count, and is told.
    @Test func anEditedDraftIsSignedAnew() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("trust", "propose", as: .lena).status == .pass)
        try repository.edit("governance/trust/2.yaml", "count: 1}", "count: 2}")
        #expect(repository.imprimatur("trust", "sign", as: .lena).status == .pass)
        try repository.edit("governance/trust/2.yaml", "name: lindholm", "name: holm")
        let proposed = repository.imprimatur("trust", "propose", as: .lena)
        #expect(proposed.output.contains("it agrees with another text of version 2"), "\(proposed.text)")
    }
}
