import Commands
import TestSupport
import Testing

/// The four exit codes of the command line.
struct ExitStatusTests {
    @Test func zeroForPass() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("check").status.rawValue == 0)
        #expect(repository.imprimatur("--help").status.rawValue == 0)
        #expect(repository.imprimatur("--version").status.rawValue == 0)
        #expect(repository.imprimatur("help", "gate").status.rawValue == 0)
    }

    @Test func oneForRefused() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("release", as: .nora).status.rawValue == 1)
    }

    @Test(arguments: [
        ["chekc"], ["check", "--nonsense"], ["check", "--staged", "--rev", "HEAD"], ["diff", "HEAD", "HEAD"],
        ["diff", "--staged", "HEAD..HEAD"],
        ["verify"], ["verify", "1.0.0"], ["explain", "RBK-999"], ["schema", "Nothing"],
        ["check", "--now", "yesterday"],
        ["approve"], ["trust"], ["gate", "--trust-root", "sha256:12"],
    ])
    func twoForUsage(_ command: [String]) throws {
        let repository = try ExampleProject.repository()
        let result = repository.imprimatur(arguments: command)
        #expect(result.status.rawValue == 2, "\(result.text)")
        #expect(!result.diagnostics.isEmpty || !result.output.isEmpty)
    }

    @Test func threeForUndecided() throws {
        #expect(try TestRepository().imprimatur("check").status.rawValue == 3)
    }

    @Test func everySubcommandHasHelpWithAnExample() throws {
        let repository = try TestRepository()
        for command in [
            ["init"], ["check"], ["schema"], ["explain"], ["rules"], ["diff"], ["gate"],
            ["approve"], ["approvals"],
            ["release"], ["verify"], ["trust", "show"], ["hooks", "install"], ["hooks", "run"],
        ] {
            let result = repository.imprimatur(arguments: command + ["--help"])
            #expect(result.status == .pass)
            #expect(result.output.contains("imprimatur \(command.joined(separator: " "))"), "\(command)")
        }
    }
}
