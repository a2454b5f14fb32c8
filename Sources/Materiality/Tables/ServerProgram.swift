import PlanModel
import YAMLDocuments

/// The command line of a server, and the package or image that it fetches.
struct ServerProgram {
    let package: ProgramReference?
    /// What stands behind the package.
    let arguments: [String]

    init?(_ server: YAMLNode) {
        guard let command = server["command"]?.string else { return nil }
        let arguments = server["args"]?.items.map(\.text) ?? []
        let program = command.split(separator: "/").last.map(String.init) ?? command
        guard let launcher = Launcher(program, arguments), let found = launcher.package(in: arguments) else {
            package = nil
            self.arguments = arguments
            return
        }
        package = found.name
        self.arguments = Array(arguments.dropFirst(found.index + 1))
    }

    /// The reference server whose arguments are the folders that it may use (modelcontextprotocol/servers,
    /// src/filesystem/README.md).
    var argumentsAreFolders: Bool { package?.name == "@modelcontextprotocol/server-filesystem" }
}

/// Programs that fetch what they run, and where in their arguments its name stands.
private enum Launcher {
    case npm, python, container

    init?(_ program: String, _ arguments: [String]) {
        switch (program, arguments.first) {
        case ("npx", _), ("bunx", _), ("pnpm", "dlx"), ("yarn", "dlx"), ("npm", "exec"): self = .npm
        case ("uvx", _), ("pipx", "run"), ("uv", "tool"): self = .python
        case ("docker", "run"), ("podman", "run"): self = .container
        default: return nil
        }
    }

    /// Options that take a value, so that the next word is not the package.
    private var optionsWithValue: Set<String> {
        switch self {
        case .npm: ["-p", "--package", "-c", "--call"]
        case .python: ["--python", "-p", "--index-url", "--with", "--directory"]
        case .container:
            [
                "-e", "--env", "-v", "--volume", "--mount", "-p", "--publish", "--name", "--network", "--env-file",
                "-w",
                "--workdir", "-u", "--user", "--entrypoint", "-l", "--label", "--add-host", "--memory", "--cpus",
            ]
        }
    }

    private func reference(_ word: String) -> ProgramReference {
        self == .container ? ProgramReference(image: word) : ProgramReference(package: word)
    }

    func package(in arguments: [String]) -> (name: ProgramReference, index: Int)? {
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            if word == "--from" || word == "--package" || word == "-p" && self == .npm, index + 1 < arguments.count {
                return (reference(arguments[index + 1]), index + 1)
            }
            if optionsWithValue.contains(word) {
                index += 2
            } else if word.hasPrefix("-") || index == 0 && ["dlx", "exec", "run", "tool"].contains(word) {
                index += 1
            } else {
                return (reference(word), index)
            }
        }
        return nil
    }
}
