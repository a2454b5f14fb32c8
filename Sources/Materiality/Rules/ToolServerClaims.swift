import ComponentFormats
import PlanModel
import YAMLDocuments

/// Who answers the calls of a server's tools: a program that is fetched and run, or an address.
enum ToolServerClaims {
    static func program(_ edit: SettingEdit) -> Claim {
        let old = edit.difference.oldParent.flatMap { ServerProgram($0) }
        let new = edit.difference.newParent.flatMap { ServerProgram($0) }
        guard let old, let new, old.package?.name == new.package?.name else {
            return Claim(
                ToolRules.serverChanged, "Another program answers the calls of \(edit.ownerName): \(edit.step).")
        }
        if let before = old.package, let after = new.package, before.version != after.version {
            return version(before, after, edit)
        }
        return arguments(old, new, edit)
    }

    private static func version(_ old: PackageName, _ new: PackageName, _ edit: SettingEdit) -> Claim {
        let step = "\(new.name) went from \(old.versionText) to \(new.versionText)"
        switch (old.isPinned, new.isPinned) {
        case (true, false):
            return Claim(
                ThirdPartyRules.unpinned, "Whoever publishes the server may change what runs at any time: \(step).")
        case (false, true): return Claim(ThirdPartyRules.pinned, "What runs is one version now: \(step).")
        case (true, true), (false, false):
            return Claim(ToolRules.serverChanged, "Another version of the server answers the calls: \(step).")
        }
    }

    /// Flags by which servers offer only what reads (github/github-mcp-server, README, "Read-Only Mode"; Supabase MCP
    /// server, README).
    private static let readOnlyFlags: Set<String> = ["--read-only", "--readonly", "--read-only=true"]

    private static func arguments(_ old: ServerProgram, _ new: ServerProgram, _ edit: SettingEdit) -> Claim {
        let isReadOnly = { (program: ServerProgram) in !readOnlyFlags.isDisjoint(with: program.arguments) }
        switch (isReadOnly(old), isReadOnly(new)) {
        case (true, false): return Claim(ToolRules.scopeWidened, "The server no longer only reads: \(edit.step).")
        case (false, true): return Claim(ToolRules.scopeNarrowed, "The server only reads now: \(edit.step).")
        default: break
        }
        if new.argumentsAreFolders {
            let (before, after) = (Set(old.arguments), Set(new.arguments))
            if let folder = after.subtracting(before).min() {
                return Claim(ToolRules.scopeWidened, "The server reaches a further folder, \(folder): \(edit.step).")
            }
            if let folder = before.subtracting(after).min() {
                return Claim(
                    ToolRules.scopeNarrowed, "The server no longer reaches the folder \(folder): \(edit.step).")
            }
        }
        return Claim(ToolRules.serverChanged, "The server is started in another way: \(edit.step).")
    }

    /// Another host is somebody else who gets the data of every call.
    static func address(_ edit: SettingEdit) -> Claim {
        let host = { (node: YAMLNode?) in node.map { Endpoint($0.text).host } }
        if let old = host(edit.old), let new = host(edit.new), old != new {
            return Claim(
                ThirdPartyRules.providerChanged,
                "The calls of \(edit.ownerName), and the data in them, go to \(new) instead of \(old).")
        }
        return Claim(ToolRules.serverChanged, "The calls of \(edit.ownerName) go to another address: \(edit.step).")
    }
}

/// The command line of a server, and the package or image that it fetches.
struct ServerProgram {
    let package: PackageName?
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

    func package(in arguments: [String]) -> (name: PackageName, index: Int)? {
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            if word == "--from" || word == "--package" || word == "-p" && self == .npm, index + 1 < arguments.count {
                return (PackageName(arguments[index + 1], self == .container), index + 1)
            }
            if optionsWithValue.contains(word) {
                index += 2
            } else if word.hasPrefix("-") || index == 0 && ["dlx", "exec", "run", "tool"].contains(word) {
                index += 1
            } else {
                return (PackageName(word, self == .container), index)
            }
        }
        return nil
    }
}

/// A package or image as a command line names it.
struct PackageName {
    let name: String
    /// What stands behind the name; nil where nothing does.
    let version: String?
    /// True for one exact version of a package, a commit, or the digest of an image: a tag of an image can be moved.
    let isPinned: Bool

    init(_ text: String, _ isImage: Bool) {
        if isImage {
            if let at = text.firstIndex(of: "@") {
                name = String(text[..<at])
                version = String(text[text.index(after: at)...])
            } else if let colon = text.lastIndex(of: ":"), !text[colon...].contains("/") {
                name = String(text[..<colon])
                version = String(text[text.index(after: colon)...])
            } else {
                name = text
                version = nil
            }
            isPinned = version?.hasPrefix("sha256:") ?? false
            return
        }
        let bare = text.hasPrefix("npm:") ? text.dropFirst(4) : text[...]
        // A scope starts with `@` too.
        let start = bare.dropFirst()
        if let equals = bare.firstRange(of: "==") {
            name = String(bare[..<equals.lowerBound])
            version = String(bare[equals.upperBound...])
        } else if let at = start.lastIndex(of: "@") {
            name = String(bare[..<at])
            version = String(bare[bare.index(after: at)...])
        } else {
            name = String(bare)
            version = nil
        }
        isPinned = version.map(Self.isExact) ?? false
    }

    var versionText: String { version.map { "\"\($0)\"" } ?? "no version" }

    /// `2025.8.21`, `1.4.0-beta.2` or a commit; not `latest`, `^1.2`, `1` or `1.x`.
    private static func isExact(_ version: String) -> Bool {
        if ContentHash.isCommit(version) { return true }
        let core = version.prefix { $0.isNumber || $0 == "." }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        let suffix = version.dropFirst(core.count)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty }
            && (suffix.isEmpty || suffix.hasPrefix("-") || suffix.hasPrefix("+"))
    }
}
